import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ConfigError, readConfig, valueProblem, type ConfigField } from '../index.js'

const label = { en: 'A text' }
const value = fc.oneof(fc.string({ maxLength: 4 }), fc.double(), fc.integer({ min: -3, max: 3 }), fc.boolean())

const field = fc.record<ConfigField>(
  {
    key: fc.constantFrom('a', 'b', '__proto__', 'constructor'),
    type: fc.constantFrom('text', 'number', 'checkbox', 'textarea', 'colour'),
    required: fc.boolean(),
    minLength: fc.nat(3),
    maxLength: fc.nat(3),
    min: fc.integer({ min: -2, max: 2 }),
    max: fc.integer({ min: -2, max: 2 }),
    options: fc.array(
      value.map((option) => ({ value: option, label })),
      { minLength: 1, maxLength: 3 },
    ),
  },
  { requiredKeys: ['key', 'type'] },
)

/** What a host, an older release or an attacker may have stored. */
const stored = fc.dictionary(
  fc.constantFrom('a', 'b', '__proto__', 'constructor', 'c'),
  fc.oneof(value, fc.jsonValue()),
)

it('returns only stored values that fit their field, for any stored configuration', () => {
  fc.assert(
    fc.property(fc.uniqueArray(field, { selector: ({ key }) => key }), stored, (fields, given) => {
      let config: Record<string, unknown>
      try {
        config = readConfig(fields, { report: () => undefined })(given)
      } catch (error) {
        expect(error).toBeInstanceOf(ConfigError)
        return
      }
      for (const [key, read] of Object.entries(config)) {
        const declared = fields.find((candidate) => candidate.key === key)
        expect(declared && valueProblem(declared, read)).toBe(undefined)
        expect(read).toBe(given[key])
      }
      for (const { key, required } of fields) expect(Object.hasOwn(config, key) || required !== true).toBe(true)
    }),
    { numRuns: 500 },
  )
})
