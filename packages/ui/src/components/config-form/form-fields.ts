import type { ConfigField, Manifest } from '@haiilo-kit/manifest'
import { configSchema, type ConfigSchema } from '@haiilo-kit/manifest/config'

import { isChoice, isKind } from './field-kind.js'

/** What a form is drawn from, and what is wrong with it; for developers. */
export interface FormFields {
  readonly schema: ConfigSchema
  /** The fields that can be drawn. */
  readonly fields: readonly ConfigField[]
  /** Why the other ones are left out. */
  readonly problems: readonly string[]
  /** What is drawn, but perhaps not as it was meant. */
  readonly hints: readonly string[]
}

/**
 * What `defineFields` has made, a list of fields, a manifest or its text, as a form needs it. What cannot be drawn is named and left out;
 * it never throws.
 *
 * @param source May be anything.
 */
export function formFields(source: unknown, entryPoint: string | undefined): FormFields {
  try {
    const options = entryPoint === undefined ? {} : { entryPoint }
    // it looks for itself what it is
    const schema: ConfigSchema = configSchema<Manifest, string>(parsed(source) as Manifest, options)
    const empty = schema.fields.filter((field) => isChoice(field) && !field.options?.length)
    const fields = schema.fields.filter((field) => !empty.includes(field))
    return {
      schema,
      fields,
      problems: [...schema.flaws, ...empty.map(({ key }) => `The field "${key}" is a choice and needs \`options\`.`)],
      hints: fields
        .filter(({ type }) => !isKind(type))
        .map(({ key }) => `The field "${key}" has a type that nobody knows: it is drawn as a text.`),
    }
  } catch (error) {
    return { ...NOTHING, problems: [String(error)] }
  }
}

/** A form without fields. */
export const NOTHING: FormFields = { schema: configSchema([]), fields: [], problems: [], hints: [] }

function parsed(source: unknown): unknown {
  if (typeof source !== 'string') return source
  try {
    return JSON.parse(source.replace(/^\uFEFF/, ''))
  } catch {
    // what the parser says holds a part of the text
    throw new TypeError('The manifest is no JSON: `haiilo-kit validate` says where.')
  }
}
