import fc from 'fast-check'
import { expect, it } from 'vitest'
import { manifestRules, parseManifest, type ParsedManifest } from '../index.js'
import { knownFields } from '../schema/known-fields.js'

const names = fc.oneof(
  fc.constantFrom(...new Set(Object.values(knownFields).flat())),
  fc.constantFrom('en', 'de', '__proto__', 'constructor', '', 'a/b~c', 'client_secret'),
  fc.string(),
)
const values = fc.oneof(
  fc.jsonValue({ maxDepth: 1 }),
  fc.constantFrom('index.html', '/', 'http://x', '//', '(a+)+', '[', 'select', 'number', '2.0.0', '350', 'install'),
)

/** Something between a manifest and nonsense: the right names at the right and at the wrong places. */
const { almost } = fc.letrec((tie) => ({
  almost: fc.dictionary(names, tie('part'), { maxKeys: 8 }),
  part: fc.oneof({ maxDepth: 5 }, values, tie('almost'), fc.array(tie('part'), { maxLength: 4 })),
}))

function checkResult({ manifest, findings }: ParsedManifest): void {
  for (const { rule, severity, message, line, column, endLine, endColumn, pointer } of findings) {
    expect(manifestRules[rule].severity).toBe(severity)
    expect(message).toMatch(/[.?]$/)
    expect(message).not.toMatch(/[\p{Cc}\p{Cs}]/u)
    expect(pointer).toMatch(/^(?:\/|$)/)
    expect(Math.min(line, column, endLine - line + 1, endLine === line ? endColumn - column + 1 : 1)).toBeGreaterThan(0)
  }
  expect(manifest !== undefined).toBe(findings.every(({ severity }) => severity !== 'error'))
}

it('finds something in any text, and never throws', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => checkResult(parseManifest(text))))
})

it('finds something in any bytes, and never throws', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => checkResult(parseManifest(bytes))))
})

it('reads any JSON, and never throws', () => {
  fc.assert(fc.property(fc.json(), (text) => checkResult(parseManifest(text))))
})

it('reads what is almost a manifest, and never throws', () => {
  fc.assert(
    fc.property(almost, (value) =>
      checkResult(parseManifest(value, { url: 'https://example.com/lunch/manifest.json' })),
    ),
    { numRuns: 500 },
  )
})

it('reads a text that was cut or spoiled anywhere, and never throws', () => {
  const text = JSON.stringify(
    { manifestVersion: '2.5.0', name: { en: 'Küche' }, config: [{ key: 'a', default: 1.5e3 }] },
    null,
    1,
  )
  fc.assert(
    fc.property(fc.nat(text.length), fc.nat(text.length), fc.string({ maxLength: 3 }), (from, to, middle) =>
      checkResult(parseManifest(text.slice(0, from) + middle + text.slice(to))),
    ),
    { numRuns: 500 },
  )
})
