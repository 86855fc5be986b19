import type { ConfigField, Manifest } from '@haiilo-kit/manifest'
import { configSchema, type ConfigSchema } from '@haiilo-kit/manifest/config'

import { isChoice, isKind } from './field-kind.js'

/** The fields of a form, and problems with their declaration, described for developers. */
export interface FormFields {
  readonly schema: ConfigSchema
  /** The fields that can be rendered. */
  readonly fields: readonly ConfigField[]
  /** Why the other fields are left out. */
  readonly problems: readonly string[]
  /** Warnings about fields that may not be rendered as intended. */
  readonly hints: readonly string[]
}

/**
 * Reads the fields of a form from the result of `defineFields`, a list of fields, or a manifest as an object or as text. Never throws:
 * fields that cannot be rendered are left out and reported in `problems`.
 *
 * @param source Any value is accepted.
 */
export function formFields(source: unknown, entryPoint: string | undefined): FormFields {
  try {
    const options = entryPoint === undefined ? {} : { entryPoint }
    // `configSchema` detects the kind of source at run time
    const schema: ConfigSchema = configSchema<Manifest, string>(parsed(source) as Manifest, options)
    const empty = schema.fields.filter((field) => isChoice(field) && !field.options?.length)
    const fields = schema.fields.filter((field) => !empty.includes(field))
    return {
      schema,
      fields,
      problems: [...schema.flaws, ...empty.map(({ key }) => `The field "${key}" is a choice and needs \`options\`.`)],
      hints: fields
        .filter(({ type }) => !isKind(type))
        .map(({ key }) => `The field "${key}" has an unknown type and is rendered as a text field.`),
    }
  } catch (error) {
    return { ...NO_FIELDS, problems: [String(error)] }
  }
}

/** A form without fields. */
export const NO_FIELDS: FormFields = { schema: configSchema([]), fields: [], problems: [], hints: [] }

function parsed(source: unknown): unknown {
  if (typeof source !== 'string') return source
  try {
    return JSON.parse(source.replace(/^\uFEFF/, ''))
  } catch {
    // the message of the parser would quote the text
    throw new TypeError('The manifest is not valid JSON. `haiilo-kit validate` shows where.')
  }
}
