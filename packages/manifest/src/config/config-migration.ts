import type { ConfigProblem } from './config-error.js'
import type { StoredConfig, VersionOptions } from './config-options.js'
import { isRecord } from './declared-fields.js'

/**
 * Returns a function that migrates a stored configuration to the version of this release. It returns the configuration of a newer release
 * unchanged and adds a problem.
 *
 * @throws {TypeError} `version` is not a whole number of at least 1, or `migrate` is set without `version`.
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
    if (migrate) throw new TypeError('version: `migrate` requires the option `version`.')
    return (stored) => stored
  }
  if (!Number.isInteger(version) || version < 1) throw new TypeError('version: expected a whole number of at least 1.')
  return (stored, problems) => {
    const from = versionOf(stored, versionKey)
    if (from > version) {
      const message = `A newer release stored this configuration (version ${from}; this release has version ${version}).`
      problems.push({ key: versionKey, reason: 'newer-version', message })
    }
    // an instance that was never configured has nothing to migrate
    if (!migrate || from >= version || Object.keys(stored).length === 0) return stored
    // a copy, because `migrate` may change its argument
    const migrated: unknown = migrate({ ...stored }, from)
    if (isRecord(migrated)) return migrated
    throw new TypeError('migrate: expected an object as its result.')
  }
}

/** Returns the version of a stored configuration, or 0 if it has none. */
export function versionOf(stored: StoredConfig, versionKey: string): number {
  const version = Object.hasOwn(stored, versionKey) ? stored[versionKey] : 0
  return typeof version === 'number' && Number.isInteger(version) && version > 0 ? version : 0
}
