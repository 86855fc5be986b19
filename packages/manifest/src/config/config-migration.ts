import type { ConfigProblem } from './config-error.js'
import type { StoredConfig, VersionOptions } from './config-options.js'
import { isRecord } from './declared-fields.js'

/**
 * Brings a stored configuration to the version of this release. One that a newer release stored is taken as it is, and reported.
 *
 * @throws {TypeError} `version` is no whole number from 1, or `migrate` came without it.
 */
export function configMigration({
  version,
  versionKey,
  migrate,
}: VersionOptions & { readonly versionKey: string }): (
  stored: StoredConfig,
  problems: ConfigProblem[],
) => StoredConfig {
  if (version === undefined) {
    if (migrate) throw new TypeError('version: `migrate` needs the version that it leads to.')
    return (stored) => stored
  }
  if (!Number.isInteger(version) || version < 1) throw new TypeError('version: expected a whole number from 1.')
  return (stored, problems) => {
    const from = versionOf(stored, versionKey)
    if (from > version) {
      const message = `The configuration was stored by a newer release (version ${from}, this one is ${version}).`
      problems.push({ key: versionKey, reason: 'newer-version', message })
    }
    // nothing is stored for an instance that nobody has configured, so there is nothing to bring over
    if (!migrate || from >= version || Object.keys(stored).length === 0) return stored
    // a copy: what it changes in place is not changed for others
    const upgraded: unknown = migrate({ ...stored }, from)
    if (isRecord(upgraded)) return upgraded
    throw new TypeError('migrate: expected it to return the configuration.')
  }
}

/** The version that a configuration says it has; 0 for none. */
export function versionOf(stored: StoredConfig, versionKey: string): number {
  const version = Object.hasOwn(stored, versionKey) ? stored[versionKey] : 0
  return typeof version === 'number' && Number.isInteger(version) && version > 0 ? version : 0
}
