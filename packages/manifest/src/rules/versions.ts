import { MANIFEST_VERSIONS } from '../manifest.js'
import { fieldsSince } from '../schema/known-fields.js'
import type { Check, Report } from './check-rules.js'
import { at, itemsIn, type JsonObject, type ManifestView, type Place } from './manifest-view.js'

/** What fits the version that the manifest names, and what nobody has confirmed. */
export const checkVersions: Check = (manifest, report) => {
  const { root, entryPoints, fields } = manifest
  checkNewerFields(manifest, report)
  checkVersion(at(root, 'manifestVersion'), report)
  for (const place of [root, ...entryPoints]) checkUnconfirmed(place, ['origin'], report)
  for (const field of fields) checkUnconfirmed(field, ['min', 'max'], report)
  const schema = at(root, '$schema')
  if (schema.value !== undefined) report('schema-reference', schema.pointer, SCHEMA_REFERENCE)
}

function checkNewerFields({ root, entryPoints }: ManifestView, report: Report): void {
  const named = MANIFEST_VERSIONS.findIndex((version) => version === at(root, 'manifestVersion').value)
  if (named < 0) return
  const shapes: Readonly<Record<string, readonly Place<JsonObject>[]>> = { manifest: [root], entryPoint: entryPoints }

  function checkSince({ value, pointer }: Place, name: string, since: string): void {
    if (value === undefined || versionIndex(since) <= named) return
    const [have, need] = [MANIFEST_VERSIONS[named] ?? '', since]
    const came = SINCE_INFERRED.includes(name) ? 'probably came' : 'came'
    const message = `"${name}" ${came} with version ${need} of the format, and this manifest says ${have}.`
    report('newer-field', pointer, `${message} Write "manifestVersion": "${need}", or remove it.`)
  }

  for (const [path, since] of Object.entries(fieldsSince)) {
    const [shape = '', name = ''] = path.split('.')
    for (const place of shapes[shape] ?? []) checkSince(at(place, name), name, since)
  }
  for (const entryPoint of entryPoints) {
    const fullscreen = itemsIn(at(entryPoint, 'permissionsPolicy')).find(({ value }) => value === 'fullscreen')
    if (fullscreen) checkSince(fullscreen, 'fullscreen', FULLSCREEN_SINCE)
  }
}

function versionIndex(name: string): number {
  return MANIFEST_VERSIONS.findIndex((version) => version === name)
}

function checkVersion({ value, pointer }: Place, report: Report): void {
  if (value !== '2.1.0' && value !== '2.2.0') return
  const message = `Nobody outside has seen version ${value} documented; a host may refuse it.`
  report('unconfirmed-version', pointer, `${message} Write "2.3.0", or "2.0.0" for a plug-in without newer fields.`)
}

function checkUnconfirmed(place: Place<JsonObject>, names: readonly string[], report: Report): void {
  for (const name of names) {
    const { value, pointer } = at(place, name)
    if (value === undefined) continue
    const message = `The place and the effect of "${name}" are inferred, not documented.`
    report('unconfirmed-field', pointer, `${message} Try it in a real tenant before you rely on it.`)
  }
}

/** Documented. Not in schema.json, which knows fields and not values. */
const FULLSCREEN_SINCE = '2.4.0'
const SINCE_INFERRED = ['permissionsPolicy']

const SCHEMA_REFERENCE =
  'Editors read `$schema`; whether every host passes it over is unknown. Leave it out of what you publish.'
