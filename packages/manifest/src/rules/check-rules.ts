import type { ManifestView } from './manifest-view.js'
import { checkAddresses } from './addresses.js'
import { checkBackEnd } from './back-end.js'
import { checkDefaults } from './defaults.js'
import { checkEntryPoints } from './entry-points.js'
import { checkFields } from './fields.js'
import { checkLimits } from './limits.js'
import { checkNames } from './names.js'
import { checkOptions } from './options.js'
import { checkPatterns } from './pattern/patterns.js'
import type { Check, Report } from './rule-check.js'
import { checkSecrets } from './secret/secrets.js'
import { checkTranslations } from './translations.js'
import { checkVersions } from './versions.js'

/** Runs all rules that the schema cannot express. */
export function checkRules(manifest: ManifestView, report: Report): void {
  for (const check of checks) check(manifest, report)
}

const checks: readonly Check[] = [
  checkNames,
  checkVersions,
  checkEntryPoints,
  checkAddresses,
  checkTranslations,
  checkFields,
  checkOptions,
  checkDefaults,
  checkLimits,
  checkPatterns,
  checkSecrets,
  checkBackEnd,
]
