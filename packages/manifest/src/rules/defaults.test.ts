import { describe, expect, it } from 'vitest'
import { findingsOfField, manifestWith } from '../../test/manifest-with.js'
import { parseManifest } from '../parse/parse-manifest.js'

const options = [
  { value: 'main', label: { en: 'Main' } },
  { value: 'north', label: { en: 'North' } },
]

describe('a default', () => {
  it.each<[members: Record<string, unknown>, found: string[]]>([
    [{ type: 'text', default: 'main' }, []],
    [{ type: 'text', default: 5 }, ['default-wrong-type /default']],
    [{ type: 'text', default: false }, ['default-wrong-type /default']],
    [{ type: 'number', default: 5 }, []],
    [{ type: 'number', default: -0.5 }, []],
    [{ type: 'number', default: '5' }, ['default-wrong-type /default']],
    [{ type: 'number', default: true }, ['default-wrong-type /default']],
    [{ type: 'radio', options, default: 'north' }, []],
    [{ type: 'select', options, default: 'south' }, ['default-not-an-option /default']],
    [{ type: 'select', options: [{ value: 1, label: { en: 'x' } }], default: '1' }, ['default-not-an-option /default']],
    [{ type: 'select', options: [], default: 'main' }, ['out-of-range /options']],
    [{ type: 'text', default: null }, ['wrong-type /default']],
    [{ type: 'text', default: ['main'] }, ['wrong-type /default']],

    [{ minLength: 4, maxLength: 4, default: 'main' }, []],
    [{ minLength: 5, default: 'main' }, ['default-invalid /default']],
    [{ maxLength: 3, default: 'main' }, ['default-invalid /default']],
    [{ maxLength: 1, default: '🍜' }, ['default-invalid /default']],
    [{ minLength: 5, default: '' }, []],

    [{ pattern: '^[a-z]+$', default: 'main' }, []],
    [{ pattern: '^[a-z]+$', default: 'Main' }, ['default-invalid /default']],
    [{ pattern: '^.$', default: '🍜' }, []],
    [{ pattern: '^(?:a|b)$', default: 'ab' }, ['default-invalid /default']],
    [{ pattern: '^[a-z]+$', default: '' }, []],
    // lookarounds are ignored: only certain errors are reported
    [{ pattern: '^(?!main)[a-z]+$', default: 'main' }, []],
    [{ pattern: '^(a)\\1$', default: 'ab' }, []],
    [{ pattern: 'b', default: 'ab' }, ['pattern-not-anchored /pattern', 'default-invalid /default']],
    // never run, and so never slow
    [
      { pattern: '^(a+)+$', default: `${'a'.repeat(60)}!` },
      ['pattern-catastrophic /pattern', 'default-invalid /default'],
    ],
  ])('%j', (members, found) => {
    expect(findingsOfField(members)).toEqual(found)
  })

  it.each<[type: string, start: unknown, found: string[]]>([
    ['checkbox', true, []],
    ['checkbox', 'true', ['default-wrong-type /default']],
    ['checkbox', 1, ['default-wrong-type /default']],
    ['textarea', 'main', []],
    ['textarea', 1, ['default-wrong-type /default']],
    ['chips', 1, []],
  ])('of a %s field: %j', (type, start, found) => {
    expect(findingsOfField({ type, default: start })).toEqual(['unconfirmed-field-type /type', ...found])
  })

  it.each<[members: Record<string, unknown>, found: string[]]>([
    [{ min: 1, max: 9, default: 1 }, []],
    [{ min: 2, default: 1 }, ['default-invalid /default']],
    [{ max: 0, default: 1 }, ['default-invalid /default']],
  ])('of a number: %j', (members, found) => {
    const all = findingsOfField({ type: 'number', ...members })
    expect(all.filter((finding) => !finding.startsWith('unconfirmed-field'))).toEqual(found)
  })

  it('that is not a finite number is an error', () => {
    const text = JSON.stringify(manifestWith({ config: [{ key: 'count', type: 'number', default: 1 }] }))
    const { findings } = parseManifest(text.replace('"default":1', '"default":1e999'))
    expect(findings.map(({ severity, pointer }) => `${severity} ${pointer}`)).toEqual(['error /config/0/default'])
  })
})
