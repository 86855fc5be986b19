export { ConfigError, type ConfigProblem, type ConfigProblemReason } from './config/config-error.js'
export {
  configSchema,
  type ConfigSchema,
  type ConfigSchemaOptions,
  type InspectedConfig,
  type ReadOptions,
  type StoredConfig,
  type VersionOptions,
} from './config/config-schema.js'
export { defineFields } from './config/define-fields.js'
export type { ConfigSource, EntryPointId, FieldValue, InferConfig } from './config/infer-config.js'
export type { InferContext } from './config/infer-context.js'
export { matchesPattern } from './config/matches-pattern.js'
export { readConfig, type ReadConfigOptions } from './config/read-config.js'
export { valueProblem } from './config/value-problem.js'
export { compareDeclaration, declareManifest } from './declare/declare-manifest.js'
export {
  defineManifest,
  uncheckedField,
  type CheckedFields,
  type CheckedManifest,
  type Unchecked,
  type UncheckedField,
} from './define-manifest.js'
export { harmless } from './harmless.js'
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
export type { Finding, Severity } from './parse/finding.js'
export { parseManifest, type ParsedManifest, type ParseManifestOptions } from './parse/parse-manifest.js'
export { manifestRules, type ManifestRule, type RuleId } from './rules/catalogue.js'
export { maskSecrets } from './rules/secret/mask-secrets.js'
export { maskSource } from './rules/secret/mask-source.js'
