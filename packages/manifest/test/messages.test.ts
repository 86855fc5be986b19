import { describe, expect, it } from 'vitest'
import { parseManifest, type Finding, type RuleId } from '../src/index.js'
import { HEDGED } from './hedged.js'
import { manifestWith } from './manifest-with.js'

type Members = Readonly<Record<string, unknown>>

const lifecycle = { url: 'lifecycle/', events: ['install', 'uninstall'] }

function field(key: string): Members {
  return { key, type: 'text', label: { en: key } }
}

function findingsIn(source: string | Members, url?: string): readonly Finding[] {
  return parseManifest(typeof source === 'string' ? source : manifestWith(source), { url }).findings
}

/** The messages at one pointer, each prefixed with its rule. */
function messagesAt(pointer: string, source: string | Members, url?: string): string[] {
  const here = findingsIn(source, url).filter((finding) => finding.pointer === pointer)
  return here.map(({ rule, message }) => `${rule}: ${message}`)
}

describe('url-root-relative', () => {
  it('names the option for the address of the manifest if it is unknown', () => {
    const [message] = messagesAt('/thumbnail', { thumbnail: '/icon.png' })
    expect(message).toContain('`--url` on the command line')
  })

  it('does not name the option if the address is known', () => {
    const [message] = messagesAt('/thumbnail', { thumbnail: '/icon.png' }, 'https://a.example/lunch/manifest.json')
    expect(message).toMatch(/^url-root-relative: .*Remove the first slash\.$/)
  })
})

describe('an entry of `config` that is not a field', () => {
  const lists: (readonly [where: string, place: (config: unknown) => Members, pointer: string])[] = [
    ['the manifest', (config) => ({ config }), '/config'],
    ['an entry point', (config) => ({ entryPoints: [{ config }] }), '/entryPoints/0/config'],
  ]
  const cases: readonly (readonly [entry: unknown, hint: string])[] = [
    ['canteen', '{ "key": "canteen", "type": "text" }'],
    [7, '{ "key": "canteen", "type": "text" }'],
    [null, '{ "key": "canteen", "type": "text" }'],
    [[{ key: 'a', type: 'text' }], 'not a list'],
    [{ canteen: { type: 'text' } }, '{ "key": "canteen", "type": "text" }'],
    [{ a: { type: 'text' }, b: { type: 'number' } }, '{ "key": "a", "type": "text" }'],
    [{ 'a.b': { label: { en: 'A' } } }, '{ "key": "a.b", "type": "text" }'],
  ]
  it.each(
    lists.flatMap(([where, place, pointer]) => cases.map(([entry, hint]) => ({ where, place, pointer, entry, hint }))),
  )('in $where: $entry', ({ place, pointer, entry, hint }) => {
    const findings = findingsIn(place([{ key: 'first', type: 'text', label: { en: 'First' } }, entry]))
    expect(findings.map(({ rule }) => rule)).toEqual(['config-malformed'])
    expect(findings[0]?.pointer).toBe(`${pointer}/1`)
    expect(findings[0]?.message).toContain(hint)
  })

  it.each([{}, { label: { en: 'A' } }, { key: 'a' }, { type: 'text', other: {} }])(
    'is treated as a field with errors: %j',
    (entry) => {
      expect(findingsIn({ config: [entry] }).map(({ rule }) => rule)).toContain('missing-field')
    },
  )

  it.each([
    ['config', { name: { en: 'A', config: 3 } }, '/name/config'],
    ['height', { name: { en: 'A', height: 3 } }, '/name/height'],
  ])('is not expected in other objects with the name %s', (_, members, pointer) => {
    expect(
      messagesAt(pointer, members)
        .map((message) => message.split(':')[0])
        .toSorted(),
    ).toEqual(['translation-language-invalid', 'wrong-type'])
  })
})

describe('a known field in the wrong place', () => {
  const field = { key: 'a', type: 'text', label: { en: 'A' } }
  it.each<[members: Members, pointer: string, hint: string]>([
    [{ permissionsPolicy: ['camera'] }, '/permissionsPolicy', 'It belongs in an entry point.'],
    [{ permissionPolicy: ['camera'] }, '/permissionPolicy', '"permissionsPolicy", in an entry point?'],
    [{ PermissionsPolicy: ['camera'] }, '/PermissionsPolicy', '"permissionsPolicy", in an entry point?'],
    [{ height: 350 }, '/height', 'It belongs in an entry point.'],
    [{ configUrl: 'config.html' }, '/configUrl', 'It belongs in an entry point.'],
    [{ events: ['install'] }, '/events', 'It belongs in `lifecycle`.'],
    [{ scope: ['plugin:notify'] }, '/scope', 'It belongs in `client` of `apiAccess`.'],
    [{ url: 'index.html' }, '/url', 'It belongs in `lifecycle`, in `apiAccess` or in an entry point.'],
    [{ entryPoints: [{ context: [] }] }, '/entryPoints/0/context', 'It belongs at the top of the manifest.'],
    [{ entryPoints: [{ lifecycle: {} }] }, '/entryPoints/0/lifecycle', 'It belongs at the top of the manifest.'],
    [{ entryPoints: [{ options: [] }] }, '/entryPoints/0/options', 'It belongs in a field of `config`.'],
    [{ config: [{ ...field, value: 1 }] }, '/config/0/value', 'It belongs in an option of a field.'],
    [{ config: [{ ...field, height: 1 }] }, '/config/0/height', 'It belongs in an entry point.'],
    // a slip of the keyboard in a name of the same place comes first
    [{ entryPoints: [{ hight: 350 }] }, '/entryPoints/0/hight', 'Did you mean "height"?'],
    [{ sandbox: true }, '/sandbox', 'Remove it.'],
  ])('%j', (members, pointer, hint) => {
    const [message, ...more] = messagesAt(pointer, members)
    expect([message, more]).toEqual([expect.stringMatching(/^unknown-field: /), []])
    expect(message?.endsWith(hint)).toBe(true)
  })
})

describe('a number that is too large', () => {
  it.each<[rule: RuleId, text: string, pointer: string]>([
    ['out-of-range', '{ "config": [{ "key": "a", "type": "number", "max": 1e999 }] }', '/config/0/max'],
    ['out-of-range', '{ "config": [{ "key": "a", "type": "number", "min": -1e999 }] }', '/config/0/min'],
    ['out-of-range', '{ "config": [{ "key": "a", "type": "number", "min": 1e999, "max": 5 }] }', '/config/0/min'],
    [
      'out-of-range',
      '{ "config": [{ "key": "a", "type": "number", "max": 5, "default": 1e999 }] }',
      '/config/0/default',
    ],
    ['out-of-range', '{ "config": [{ "key": "a", "type": "text", "maxLength": 1e999 }] }', '/config/0/maxLength'],
    [
      'out-of-range',
      '{ "config": [{ "key": "a", "type": "radio", "options": [{ "value": 1e999, "label": {} }] }] }',
      '/config/0/options/0/value',
    ],
    ['height-invalid', '{ "entryPoints": [{ "height": 1e999 }] }', '/entryPoints/0/height'],
  ])('is reported as too large: %s %s', (rule, text, pointer) => {
    const about = findingsIn(text).filter(
      (finding) => finding.pointer === pointer && finding.rule !== 'unconfirmed-field',
    )
    expect(about.map((finding) => [finding.rule, finding.message])).toEqual([
      [rule, expect.stringContaining('too large')],
    ])
    expect(JSON.stringify(findingsIn(text))).not.toContain('Infinity')
  })
})

describe('an inferred fact', () => {
  it.each<[rule: RuleId, members: Members]>([
    ['newer-field', { manifestVersion: '2.0.0', entryPoints: [{ permissionsPolicy: ['camera'] }] }],
    ['missing-field', { lifecycle: { events: ['install', 'uninstall'] } }],
    ['missing-field', { lifecycle, apiAccess: { client: { mode: ['authorization_code'], scope: ['plugin:notify'] } } }],
    ['missing-field', { entryPoints: [{ description: undefined }] }],
    ['missing-field', { config: [{ key: 'a', type: 'select', label: { en: 'A' } }] }],
    ['missing-field', { config: [{ key: 'a', type: 'radio', options: [{ value: 1 }] }] }],
    ['wrong-type', { origin: 3 }],
    ['wrong-type', { entryPoints: [{ permissionsPolicy: 'camera' }] }],
    ['wrong-type', { config: [{ key: 'a', type: 'number', min: '1' }] }],
    ['wrong-format', { context: ['user-name'] }],
    ['misplaced-limit', { config: [{ key: 'a', type: 'text', min: 1 }] }],
    ['misplaced-limit', { config: [{ key: 'a', type: 'number', pattern: '^a$' }] }],
    ['default-wrong-type', { config: [{ key: 'a', type: 'checkbox', default: 'x' }] }],
    [
      'duplicate-field-key',
      { config: [{ key: 'a', type: 'text' }], entryPoints: [{ config: [{ key: 'a', type: 'text' }] }] },
    ],
  ])('is marked as inferred: %s %j', (rule, members) => {
    const messages = findingsIn(members).flatMap((finding) => (finding.rule === rule ? [finding.message] : []))
    expect(messages).not.toEqual([])
    for (const message of messages) expect(message).toMatch(HEDGED)
  })

  it.each<[rule: RuleId, members: Members]>([
    ['newer-field', { manifestVersion: '2.0.0', entryPoints: [{ configUrl: 'config.html' }] }],
    ['newer-field', { manifestVersion: '2.3.0', entryPoints: [{ permissionsPolicy: ['fullscreen'] }] }],
    ['missing-field', { pluginVersion: undefined }],
    ['missing-field', { entryPoints: [{ url: undefined }] }],
    ['wrong-type', { pluginVersion: 1 }],
    ['wrong-format', { pluginVersion: '1' }],
    ['misplaced-limit', { config: [{ key: 'a', type: 'number', maxLength: 2 }] }],
    ['duplicate-field-key', { config: [field('a'), field('a')] }],
  ])('is not claimed for documented facts: %s %j', (rule, members) => {
    const messages = findingsIn(members).flatMap((finding) => (finding.rule === rule ? [finding.message] : []))
    expect(messages).not.toEqual([])
    for (const message of messages) expect(message).not.toMatch(HEDGED)
  })
})
