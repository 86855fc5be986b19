import type { Manifest } from '../manifest.js'

/** What the schema finds wrong at one place; see the documentation of ajv. */
export interface SchemaError {
  readonly keyword: string
  /** JSON pointer, RFC 6901. */
  readonly instancePath: string
  readonly schemaPath: string
  readonly params: Readonly<Record<string, unknown>>
  /** Only for names of fields. */
  readonly propertyName?: string
}

/** Whether a value fits schema.json; `errors` holds what the last call found. Made by scripts/generate/manifest-schema.mjs. */
export declare const validate: {
  (value: unknown): value is Manifest
  errors: readonly SchemaError[] | null
}
