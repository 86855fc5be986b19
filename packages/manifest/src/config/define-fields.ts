import type { CheckedFields } from '../define-manifest.js'
import type { ConfigField } from '../manifest.js'
import type { ConfigSchema, VersionOptions } from './config-options.js'
import { configSchema } from './config-schema.js'
import type { InferConfig } from './infer-config.js'

/**
 * Declares the fields of a plug-in with a settings page of its own (`configUrl`), once for all that needs them: `readConfig`, the settings
 * form and `InferConfig`. The literals are kept as types. What a field does not have, an unknown type, and a default that does not fit are
 * type errors.
 *
 * @throws {TypeError} An option is wrong.
 * @example
 * ```ts
 * export const fields = defineFields([
 *   { key: 'canteen', type: 'text', label: { en: 'Canteen' }, required: true },
 *   { key: 'dishes', type: 'number', label: { en: 'Dishes' }, default: 3 },
 * ])
 * export type LunchConfig = InferConfig<typeof fields>
 * ```
 */
export function defineFields<const Fields extends readonly ConfigField[]>(
  fields: Fields & CheckedFields<Fields>,
  options: VersionOptions = {},
): ConfigSchema<InferConfig<Fields>, Fields> {
  // one field for each key, so these ones; what is declared wrong is a type error
  return configSchema(fields as Fields, options) as ConfigSchema<InferConfig<Fields>, Fields>
}
