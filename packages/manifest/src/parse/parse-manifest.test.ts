import { describe, expect, it } from 'vitest'
import { parseManifest, type Finding, type Manifest } from '../index.js'

const text = { en: 'A text' }
const minimal = {
  manifestVersion: '2.5.0',
  pluginVersion: '1.0.0',
  name: text,
  description: text,
  entryPoints: [{ id: '0d4a6c1e-5b7f-4c43-9a55-3f5c8a1e7b02', url: 'index.html', name: text, description: text }],
} satisfies Manifest

function rulesIn(source: string | Uint8Array | object): string[] {
  return parseManifest(source).findings.map(({ rule }) => rule)
}

function only(source: string | Uint8Array | object, rule: string): Finding {
  const { findings } = parseManifest(source)
  const [first, ...more] = findings.filter((finding) => finding.rule === rule)
  if (!first || more.length > 0) throw new Error(`Not one ${rule} but ${JSON.stringify(findings)}`)
  return first
}

function place({ line, column, endLine, endColumn }: Finding): number[] {
  return [line, column, endLine, endColumn]
}

describe('parseManifest', () => {
  it('returns a valid manifest without findings', () => {
    expect(parseManifest(JSON.stringify(minimal))).toEqual({ manifest: minimal, findings: [] })
  })

  it('returns the same for text, bytes and values', () => {
    const source = { ...minimal, made: 'up' }
    const printed = JSON.stringify(source, null, 2)
    const parsed = parseManifest(printed)
    expect(parsed.findings).toHaveLength(1)
    expect(parseManifest(new TextEncoder().encode(printed))).toEqual(parsed)
    expect(parseManifest(source)).toEqual(parsed)
  })

  it('returns a manifest with warnings, and none with errors', () => {
    expect(parseManifest({ ...minimal, made: 'up' }).manifest).toBeDefined()
    expect(parseManifest({ ...minimal, name: 'Lunch' }).manifest).toBeUndefined()
  })

  it('returns no manifest if a rule outside the schema finds an error', () => {
    const [entryPoint] = minimal.entryPoints
    const { manifest, findings } = parseManifest({ ...minimal, entryPoints: [entryPoint, entryPoint] })
    expect([manifest, findings.map(({ rule }) => rule)]).toEqual([undefined, ['duplicate-id']])
  })

  it('runs no code of a value, and keeps no reference to it', () => {
    const source = { ...minimal }
    const { manifest } = parseManifest(source)
    expect(manifest).toEqual(source)
    expect(manifest).not.toBe(source)
  })

  it.each(['manifest.json', 'ftp://example.com/manifest.json', '', 'javascript:1'])('throws for the url %j', (url) => {
    expect(() => parseManifest('{}', { url })).toThrow(TypeError)
  })
})

describe('a finding', () => {
  it('has the position of the member with its key', () => {
    const finding = only('{\n  "coyoVersion": "37",\r\n  "name": {}\n}', 'wrong-format')
    expect([finding.pointer, ...place(finding)]).toEqual(['/coyoVersion', 2, 3, 2, 22])
  })

  it('about an object has the position of its opening bracket', () => {
    expect(place(only('{ "config": {\n "a": 1 } }', 'config-malformed'))).toEqual([1, 3, 1, 11])
    expect(place(only('{ "config": [\n {"key": "a", "type": 3}] }', 'wrong-type'))).toEqual([2, 15, 2, 24])
  })

  it('about a missing member has the position of its parent', () => {
    const printed = JSON.stringify({ ...minimal, lifecycle: { url: '/a/' } }, null, 1)
    const { pointer, line } = only(printed, 'missing-field')
    expect(pointer).toBe('/lifecycle/events')
    expect(printed.split('\n')[line - 1]).toContain('"lifecycle"')
  })

  it('escapes its pointer, RFC 6901', () => {
    const finding = only({ 'a/b~c': 1 }, 'unknown-field')
    expect([finding.pointer, ...place(finding)]).toEqual(['/a~1b~0c', 2, 3, 2, 13])
  })

  it('has no pointer through a key that looks like a secret', () => {
    const secret = `ghp_${'a'.repeat(36)}`
    const { findings } = parseManifest(`{ "name": { "${secret}": 1, "${secret}": { "b": 1, "b": 2 } } }`)
    expect(findings.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['duplicate-json-key', 'translation-language-invalid']),
    )
    expect(JSON.stringify(findings)).not.toContain(secret)
  })

  it('appears in the order of the text', () => {
    const { findings } = parseManifest({ zebra: 1, ...minimal, alpha: 1, context: ['colour'] })
    expect(findings.map(({ pointer }) => pointer)).toEqual(['/zebra', '/alpha', '/context/0'])
  })

  it('names the page of its rule', () => {
    expect(only({ ...minimal, a: 1 }, 'unknown-field').help).toBe('@haiilo-kit/manifest/docs/rules/unknown-field.md')
  })

  it('is one of at most 25 per rule', () => {
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`made-up-${index}`, 1]))
    const { findings, manifest } = parseManifest({ ...minimal, ...many })
    expect(findings.filter(({ rule }) => rule === 'unknown-field')).toHaveLength(25)
    expect(findings.filter(({ rule }) => rule === 'more-findings').map(({ message }) => message)).toEqual([
      '"unknown-field" has 35 more findings. Fix the listed ones and check again.',
    ])
    expect(manifest).toBeDefined()
  })
})

describe('a text that is not a manifest', () => {
  it.each<[what: string, source: string | Uint8Array | object, rules: string[], line: number, column: number]>([
    ['nothing', '', ['not-json'], 1, 1],
    ['white space', ' \n ', ['not-json'], 1, 1],
    ['a page', '\n<!doctype html>', ['not-json'], 2, 1],
    ['a comma too many', '{\n "a": 1,\n}', ['not-json'], 2, 8],
    ['a missing comma', '{ "a": 1\n "b": 2 }', ['not-json'], 1, 8],
    ['single quotes', "{ 'a': 1 }", ['not-json'], 1, 3],
    ['a comment', '{ // a\n }', ['not-json'], 1, 3],
    ['an open text', '{ "a": "b', ['not-json'], 1, 8],
    ['an open object', '{ "a": 1', ['not-json'], 1, 1],
    ['no number', '{ "a": 01 }', ['not-json'], 1, 8],
    ['a text with a line break', '{ "a": "\n" }', ['not-json'], 1, 8],
    ['10,000 levels', '['.repeat(10_000), ['too-deep'], 1, 65],
    ['10,000 levels of objects', '{"a":'.repeat(10_000), ['too-deep'], 1, 321],
    ['10 MB', 'x'.repeat(10_000_000), ['too-large'], 1, 1],
    ['10 MB of bytes', new Uint8Array(10_000_000), ['too-large'], 1, 1],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x7b, 0]), ['not-utf-8'], 1, 1],
    ['UTF-16 without a mark', new Uint8Array([0x7b, 0, 0x7d, 0]), ['not-utf-8'], 1, 2],
    ['Latin 1', new Uint8Array([0x22, 0xe4, 0x22]), ['not-utf-8'], 1, 1],
    ['a function', () => 1, ['not-json'], 1, 1],
    ['a value that throws', { toJSON: () => JSON.parse('!') as unknown }, ['not-json'], 1, 1],
    ['a list', '[]', ['wrong-type'], 1, 1],
    ['null', 'null', ['wrong-type'], 1, 1],
  ])('is reported: %s', (_, source, rules, line, column) => {
    const { manifest, findings } = parseManifest(source)
    expect([manifest, findings.map(({ rule }) => rule)]).toEqual([undefined, rules])
    expect(findings[0]).toMatchObject({
      severity: 'error',
      line,
      column,
      message: expect.stringMatching(/\.$|\?$/) as string,
    })
  })

  it('is reported: a value that contains itself', () => {
    const source: { self?: object } = {}
    source.self = source
    expect(rulesIn(source)).toEqual(['not-json'])
  })

  it('is parsed despite a byte order mark, with positions that match an editor', () => {
    const { findings } = parseManifest('\uFEFF{ "made": 1 }')
    expect(findings.map(({ rule }) => rule)).toContain('byte-order-mark')
    expect(findings.find(({ rule }) => rule === 'unknown-field')).toMatchObject({ line: 1, column: 3 })
  })

  it('is parsed despite replacement characters', () => {
    expect(rulesIn(JSON.stringify({ ...minimal, name: { en: 'K\uFFFDche' } }))).toEqual(['not-utf-8'])
  })
})

it('does not count brackets inside strings', () => {
  expect(rulesIn({ ...minimal, description: { en: `"${'['.repeat(100)}\\` } })).toEqual([])
})

describe('a duplicate key', () => {
  it('is reported where its value is lost', () => {
    const finding = only(
      '{ "a": 1,\n "b": [{ "c": 1, "c": 2 }],\n "a": 3 }'.replace('"a": 1,', ''),
      'duplicate-json-key',
    )
    expect([finding.pointer, ...place(finding)]).toEqual(['/b/0/c', 2, 10, 2, 16])
  })

  it('is reported in every object, even if one is escaped', () => {
    expect(rulesIn(String.raw`{ "a": 1, "\u0061": { "__proto__": 1, "__proto__": 2 } }`)).toEqual(
      expect.arrayContaining(['duplicate-json-key', 'duplicate-json-key']),
    )
  })

  it('is not confused with colons inside strings', () => {
    expect(rulesIn(JSON.stringify({ ...minimal, description: { en: '{"a": 1, "a": 2} \\" :' } }))).toEqual([])
  })
})
