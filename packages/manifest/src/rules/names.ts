import { knownFields } from '../schema/known-fields.js'
import type { Check, Report } from './rule-check.js'
import { didYouMean, closestName } from './did-you-mean.js'
import { keyInFieldMap } from './field-map.js'
import { at, isObjectPlace, itemsIn, join, type Place } from './manifest-view.js'
import { quote } from './quote.js'
import { secretKind } from './secret/secret-text.js'

/** Reports fields and context properties that the format does not have. */
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
    // a key that is a secret is reported by another rule, at a pointer without the key
    if (known.includes(name) || secretKind(name)) continue
    const message = `The manifest format has no known field ${quote(name)} here, so the host probably ignores it.`
    const hint = belongsElsewhere(name) ?? (didYouMean(name, known) || similarElsewhere(name, shape) || ' Remove it.')
    report('unknown-field', join(place.pointer, name), message + hint)
  }
}

/** A kind of object in a manifest. */
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

/** The name of each known field, with a description of all places where it is known. */
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

/** Compares with long names only: short ones are similar to many others. */
function similarElsewhere(name: string, shape: Shape): string {
  const known: readonly string[] = knownFields[shape]
  const others = [...placesOf.keys()].filter((other) => other.length >= 8 && !known.includes(other))
  const closest = closestName(name, others)
  return closest === undefined ? '' : ` Did you mean "${closest}", ${placesOf.get(closest) ?? ''}?`
}

const ON_REQUEST = ['userName', 'userEmail', 'userLanguage']
const ALWAYS_SENT = ['userId', 'tenantId']

function checkContext({ value, pointer }: Place, report: Report): void {
  if (typeof value !== 'string' || ON_REQUEST.includes(value)) return
  if (ALWAYS_SENT.includes(value)) {
    report('redundant-context', pointer, `Every plug-in receives ${quote(value)} without a request. You can remove it.`)
    return
  }
  const message = `The context property ${quote(value)} is not known to exist.`
  report(
    'unknown-context',
    pointer,
    message + (didYouMean(value, ON_REQUEST) || ' Test it in a real tenant before you rely on it.'),
  )
}
