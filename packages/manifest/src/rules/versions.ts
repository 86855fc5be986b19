import { MANIFEST_VERSIONS } from '../manifest.js'
import { fieldsSince } from '../schema/known-fields.js'
import type { Check, Report } from './rule-check.js'
import { at, itemsIn, type JsonObject, type ManifestView, type Place } from './manifest-view.js'

/** Reports fields that are newer than the manifest's version, and versions and fields that are not documented. */
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
    const verb = SINCE_INFERRED.includes(name) ? 'probably needs' : 'needs'
    const message = `"${name}" ${verb} version ${since} of the format, but this manifest has version ${MANIFEST_VERSIONS[named] ?? ''}.`
    report('newer-field', pointer, `${message} Write "manifestVersion": "${since}", or remove "${name}".`)
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
  const message = `Version ${value} is not documented publicly; a host may refuse it.`
  report('unconfirmed-version', pointer, `${message} Write "2.3.0", or "2.0.0" if the plug-in uses no newer fields.`)
}

function checkUnconfirmed(place: Place<JsonObject>, names: readonly string[], report: Report): void {
  for (const name of names) {
    const { value, pointer } = at(place, name)
    if (value === undefined) continue
    const message = `The position and the effect of "${name}" are inferred, not documented.`
    report('unconfirmed-field', pointer, `${message} Test it in a real tenant before you rely on it.`)
  }
}

/** Documented. Not in schema.json, where only fields have `since`, not values. */
const FULLSCREEN_SINCE = '2.4.0'
const SINCE_INFERRED = ['permissionsPolicy']

const SCHEMA_REFERENCE =
  'Editors use `$schema`. Whether every host ignores it is unknown. Remove it from the published manifest.'
