export { ConfigError, type ConfigProblem, type ConfigProblemReason } from './config-error.js'
export type {
  ConfigSchema,
  ConfigSchemaOptions,
  InspectedConfig,
  ReadOptions,
  StoredConfig,
  VersionOptions,
} from './config-options.js'
export { configSchema } from './config-schema.js'
export { defineFields } from './define-fields.js'
export type { ConfigSource, EntryPointId, FieldValue, InferConfig } from './infer-config.js'
export type { InferContext } from './infer-context.js'
export { matchesPattern } from './matches-pattern.js'
export { readConfig, type ReadConfigOptions } from './read-config.js'
export { valueProblem } from './value-problem.js'
