export * from './config/index.js'
export { compareDeclaration, declareManifest } from './declare/declare-manifest.js'
export {
  defineManifest,
  uncheckedField,
  type CheckedFields,
  type CheckedManifest,
  type Unchecked,
  type UncheckedField,
} from './define-manifest.js'
export {
  MANIFEST_VERSIONS,
  type ApiAccess,
  type ConfigField,
  type ConfigFieldType,
  type ConfigOption,
  type ConfigValue,
  type ContextName,
  type EntryPoint,
  type KnownFieldType,
  type Lifecycle,
  type Manifest,
  type ManifestVersion,
  type TranslationMap,
} from './manifest.js'
export type { Finding } from './parse/finding.js'
export { parseManifest, type ParsedManifest, type ParseManifestOptions } from './parse/parse-manifest.js'
export { manifestRules, type ManifestRule, type RuleId } from './rules/catalogue.js'
export { maskSecrets } from './rules/secret/mask-secrets.js'
export { maskSource } from './rules/secret/mask-source.js'
export type { Severity } from './rules/severity.js'
export { sanitizeOutput } from './sanitize-output.js'
