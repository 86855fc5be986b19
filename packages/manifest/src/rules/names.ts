import { knownFields } from '../schema/known-fields.js'
import type { Check, Report } from './check-rules.js'
import { didYouMean } from './did-you-mean.js'
import { at, isObjectPlace, itemsIn, join, type Place } from './manifest-view.js'
import { quote } from './quote.js'
import { secretKind } from './secret/secret-text.js'

/** Names that the format does not have. */
export const checkNames: Check = ({ root, entryPoints, fields, options }, report) => {
  checkFields(root, knownFields.manifest, report)
  checkFields(at(root, 'lifecycle'), knownFields.lifecycle, report)
  const apiAccess = at(root, 'apiAccess')
  checkFields(apiAccess, knownFields.apiAccess, report)
  if (isObjectPlace(apiAccess)) checkFields(at(apiAccess, 'client'), knownFields.client, report)
  for (const entryPoint of entryPoints) checkFields(entryPoint, knownFields.entryPoint, report)
  for (const field of fields) checkFields(field, knownFields.field, report)
  for (const option of options) checkFields(option, knownFields.option, report)
  for (const name of itemsIn(at(root, 'context'))) checkContext(name, report)
}

function checkFields(place: Place, known: readonly string[], report: Report): void {
  if (!isObjectPlace(place)) return
  for (const name of Object.keys(place.value)) {
    // a key that is a secret is reported as one, at a place that does not name it
    if (known.includes(name) || secretKind(name)) continue
    const message = `The manifest format has no field ${quote(name)} here, so the host does nothing with it.`
    report('unknown-field', join(place.pointer, name), message + (didYouMean(name, known) || ' Remove it.'))
  }
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
