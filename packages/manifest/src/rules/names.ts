import { knownFields } from '../schema/known-fields.js'
import type { Check, Report } from './check-rules.js'
import { didYouMean, nearest } from './did-you-mean.js'
import { keyInFieldMap } from './field-map.js'
import { at, isObjectPlace, itemsIn, join, type Place } from './manifest-view.js'
import { quote } from './quote.js'
import { secretKind } from './secret/secret-text.js'

/** Names that the format does not have. */
export const checkNames: Check = ({ root, entryPoints, fields, options }, report) => {
  checkFields(root, 'manifest', report)
  checkFields(at(root, 'lifecycle'), 'lifecycle', report)
  const apiAccess = at(root, 'apiAccess')
  checkFields(apiAccess, 'apiAccess', report)
  if (isObjectPlace(apiAccess)) checkFields(at(apiAccess, 'client'), 'client', report)
  for (const entryPoint of entryPoints) checkFields(entryPoint, 'entryPoint', report)
  for (const field of fields) if (keyInFieldMap(field.value) === undefined) checkFields(field, 'field', report)
  for (const option of options) checkFields(option, 'option', report)
  for (const name of itemsIn(at(root, 'context'))) checkContext(name, report)
}

function checkFields(place: Place, shape: Shape, report: Report): void {
  if (!isObjectPlace(place)) return
  const known: readonly string[] = knownFields[shape]
  for (const name of Object.keys(place.value)) {
    // a key that is a secret is reported as one, at a place that does not name it
    if (known.includes(name) || secretKind(name)) continue
    const message = `The manifest format has no known field ${quote(name)} here, so the host probably ignores it.`
    const hint = belongsElsewhere(name) ?? (didYouMean(name, known) || nearElsewhere(name, shape) || ' Remove it.')
    report('unknown-field', join(place.pointer, name), message + hint)
  }
}

/** A part of the manifest that has fields of its own. */
type Shape = keyof typeof knownFields

const PLACES: Readonly<Record<Shape, string>> = {
  manifest: 'at the top of the manifest',
  lifecycle: 'in `lifecycle`',
  apiAccess: 'in `apiAccess`',
  client: 'in `client` of `apiAccess`',
  entryPoint: 'in an entry point',
  field: 'in a field of `config`',
  option: 'in an option of a field',
}

/** All names that are known somewhere, with all their places as text. */
const placesOf = new Map(
  [...new Set(Object.values(knownFields).flat())].map((name): [string, string] => {
    const shapes = Object.entries(knownFields).filter(([, names]) => names.some((each) => each === name))
    return [name, listed(shapes.map(([shape]) => PLACES[shape as Shape]))]
  }),
)

function listed(places: readonly string[]): string {
  const [last = '', ...others] = places.toReversed()
  return others.length === 0 ? last : `${others.toReversed().join(', ')} or ${last}`
}

function belongsElsewhere(name: string): string | undefined {
  const places = placesOf.get(name)
  return places === undefined ? undefined : ` It belongs ${places}.`
}

/** Short names are near to many others. */
function nearElsewhere(name: string, shape: Shape): string {
  const known: readonly string[] = knownFields[shape]
  const others = [...placesOf.keys()].filter((other) => other.length >= 8 && !known.includes(other))
  const near = nearest(name, others)
  return near === undefined ? '' : ` Did you mean "${near}", ${placesOf.get(near) ?? ''}?`
}

const TOLD_WHEN_ASKED = ['userName', 'userEmail', 'userLanguage']
const ALWAYS_TOLD = ['userId', 'tenantId']

function checkContext({ value, pointer }: Place, report: Report): void {
  if (typeof value !== 'string' || TOLD_WHEN_ASKED.includes(value)) return
  if (ALWAYS_TOLD.includes(value)) {
    report('needless-context', pointer, `Every plug-in is told ${quote(value)}. You can leave it out.`)
    return
  }
  const message = `The host is not known to have a context property ${quote(value)}.`
  report(
    'unknown-context',
    pointer,
    message + (didYouMean(value, TOLD_WHEN_ASKED) || ' Try it in a real tenant before you rely on it.'),
  )
}
