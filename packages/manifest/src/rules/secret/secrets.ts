import type { Check, Report } from '../check-rules.js'
import { isText, typeOf } from '../field-types.js'
import { at, isObject, join, type JsonObject, type Place } from '../manifest-view.js'
import { isSecretName, mentionsSecret } from './secret-name.js'
import { secretKind } from './secret-text.js'

/** Secrets in a file that everybody can read, and fields that ask for some. */
export const checkSecrets: Check = ({ root, fields }, report) => {
  const open: Place[] = [root]
  // the list grows while it is gone through: no depth is too much
  for (const place of open) {
    if (typeof place.value === 'string') checkText(place.value, place.pointer, report)
    else if (Array.isArray(place.value)) {
      place.value.forEach((value: unknown, index) => open.push({ value, pointer: join(place.pointer, index) }))
    } else if (isObject(place.value)) open.push(...membersOf(place.value, place.pointer, report))
  }
  for (const field of fields) checkField(field, report)
}

function checkText(text: string, pointer: string, report: Report): void {
  const kind = secretKind(text)
  if (kind) report('secret', pointer, `This looks like ${kind}. ${FIX}`)
}

/** A key that is a secret itself is in no pointer, as pointers are printed. */
function membersOf(object: JsonObject, pointer: string, report: Report): readonly Place[] {
  return Object.entries(object).flatMap(([name, value]) => {
    const kind = secretKind(name)
    const inside = join(pointer, name)
    if (kind) report('secret', pointer, `A key in here looks like ${kind}. ${FIX}`)
    else if (isSecretName(name) && isFilledIn(value)) report('secret', inside, `By its name this is a secret. ${FIX}`)
    else return [{ value, pointer: inside }]
    return []
  })
}

/** Not so: nothing, a placeholder that a build fills in, or the address where a token comes from. */
function isFilledIn(value: unknown): boolean {
  if (typeof value !== 'string' || value.trim() === '' || /^\s*[<$%{]/.test(value)) return false
  return !URL.parse(value)?.protocol.startsWith('http')
}

function checkField(field: Place<JsonObject>, report: Report): void {
  const type = typeOf(field)
  if (type !== undefined && !isText(type)) return
  const key = at(field, 'key')
  const label = at(field, 'label')
  const labels = isObject(label.value) ? Object.values(label.value) : []
  if (![key.value, ...labels].some((name) => typeof name === 'string' && mentionsSecret(name))) return
  report('secret-field', key.pointer, ASKS)
}

const FIX = 'Everybody can read the manifest: remove it here, make it invalid, and keep a new one in your back end.'
const ASKS =
  'This field seems to ask for a secret, and configuration reaches the browser of every viewer. Keep secrets in your back end.'
