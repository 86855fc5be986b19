import type { CheckedFields } from '../define-manifest.js'
import type { ConfigField } from '../manifest.js'
import type { ConfigSchema, VersionOptions } from './config-options.js'
import { configSchema } from './config-schema.js'
import type { InferConfig } from './infer-config.js'

/**
 * Declares the configuration fields of a plug-in once, for `readConfig`, the settings form and `InferConfig`. Keeps the literals as types.
 * Unknown properties, unknown types of fields, and defaults that do not fit their field are type errors.
 *
 * @throws {TypeError} An option is invalid.
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
  // the types have ruled out invalid fields, so the schema has exactly these
  return configSchema(fields as Fields, options) as ConfigSchema<InferConfig<Fields>, Fields>
}
