import type { Check, Report } from '../rule-check.js'
import { isText, typeOf } from '../field-types.js'
import { at, isObject, join, type JsonObject, type Place } from '../manifest-view.js'
import { isSecretName, mentionsSecret } from './secret-name.js'
import { secretKind } from './secret-text.js'

/** Reports secrets in the manifest, which everybody can read, and fields that request secrets. */
export const checkSecrets: Check = ({ root, fields }, report) => {
  const queue: Place[] = [root]
  // the queue grows during the loop, so no depth exceeds the stack
  for (const place of queue) {
    if (typeof place.value === 'string') checkText(place.value, place.pointer, report)
    else if (Array.isArray(place.value)) {
      place.value.forEach((value: unknown, index) => queue.push({ value, pointer: join(place.pointer, index) }))
    } else if (isObject(place.value)) queue.push(...membersOf(place.value, place.pointer, report))
  }
  for (const field of fields) checkField(field, report)
}

function checkText(text: string, pointer: string, report: Report): void {
  const kind = secretKind(text)
  if (kind) report('secret', pointer, `This looks like ${kind}. ${FIX}`)
}

/** Pointers are printed, so a key that is a secret is not added to one. */
function membersOf(object: JsonObject, pointer: string, report: Report): readonly Place[] {
  return Object.entries(object).flatMap(([name, value]) => {
    const kind = secretKind(name)
    const inside = join(pointer, name)
    if (kind) report('secret', pointer, `A key in this object looks like ${kind}. ${FIX}`)
    else if (isSecretName(name) && isFilledIn(value))
      report('secret', inside, `The name of this field is the name of a secret. ${FIX}`)
    else return [{ value, pointer: inside }]
    return []
  })
}

/** False for an empty text, a placeholder that a build fills in, or an address. */
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
  report('secret-field', key.pointer, REQUESTS_SECRET)
}

const FIX = 'Everybody can read the manifest: remove the secret, revoke it, and keep a new one in your back end.'
const REQUESTS_SECRET =
  'This field seems to request a secret, but the browser of every viewer receives the configuration. Keep secrets in your back end.'
