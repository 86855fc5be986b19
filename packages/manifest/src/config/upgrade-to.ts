import type { ConfigProblem } from './config-error.js'
import type { ReadConfigOptions, StoredConfig } from './read-config.js'

/**
 * Brings a stored configuration to the version of this release. One that a newer release stored is taken as it is, and reported.
 *
 * @throws {TypeError} `version` is no whole number from 1, or `migrate` came without it.
 */
export function upgradeTo({
  version,
  versionKey = 'configVersion',
  migrate,
}: ReadConfigOptions): (stored: StoredConfig, problems: ConfigProblem[]) => StoredConfig {
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
    const isOlder = from < version && Object.keys(stored).length > 0
    return isOlder && migrate ? migrate(stored, from) : stored
  }
}

function versionOf(stored: StoredConfig, versionKey: string): number {
  const version = Object.hasOwn(stored, versionKey) ? stored[versionKey] : 0
  return typeof version === 'number' && Number.isInteger(version) && version > 0 ? version : 0
}
