import fc from 'fast-check'
import { expect, it } from 'vitest'
import { manifestRules, parseManifest, type Finding, type ParsedManifest } from '../index.js'
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

/** Objects between a manifest and nonsense: known names in right and wrong places. */
const { almost } = fc.letrec((tie) => ({
  almost: fc.dictionary(names, tie('part'), { maxKeys: 8 }),
  part: fc.oneof({ maxDepth: 5 }, values, tie('almost'), fc.array(tie('part'), { maxLength: 4 })),
}))

function checkResult({ manifest, findings }: ParsedManifest): void {
  expect(findings.filter((finding) => !isSound(finding))).toEqual([])
  expect(manifest !== undefined).toBe(findings.every(({ severity }) => severity !== 'error'))
}

/** Whether a finding has the severity of its rule, a readable message, a JSON pointer, and a range that is not reversed. */
function isSound({ rule, severity, message, pointer, ...range }: Finding): boolean {
  const { line, column, endLine, endColumn } = range
  const isAfterStart = endLine > line || (endLine === line && endColumn >= column)
  return (
    manifestRules[rule].severity === severity &&
    /[.?]$/.test(message) &&
    !/[\p{Cc}\p{Cs}]/u.test(message) &&
    /^(?:\/|$)/.test(pointer) &&
    line > 0 &&
    column > 0 &&
    isAfterStart
  )
}

it('never throws for any text, and reports sound findings', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => checkResult(parseManifest(text))))
})

it('never throws for any bytes', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => checkResult(parseManifest(bytes))))
})

it('never throws for any JSON', () => {
  fc.assert(fc.property(fc.json(), (text) => checkResult(parseManifest(text))))
})

it('never throws for an object that resembles a manifest', () => {
  fc.assert(
    fc.property(almost, (value) =>
      checkResult(parseManifest(value, { url: 'https://example.com/lunch/manifest.json' })),
    ),
    { numRuns: 500 },
  )
})

it('never throws for a manifest that was cut or changed anywhere', () => {
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
