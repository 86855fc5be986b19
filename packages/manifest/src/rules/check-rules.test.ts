import { describe, expect, it } from 'vitest'
import { growth } from '../../test/growth.js'
import { manifestWith } from '../../test/manifest-with.js'
import { parseManifest } from '../parse/parse-manifest.js'

const TOKEN = `ghp_${'x1'.repeat(18)}`

function many<Item>(count: number, make: (index: number) => Item): Item[] {
  return Array.from({ length: count }, (_, index) => make(index))
}

function text(key: string): Record<string, unknown> {
  return { key, type: 'text', label: { en: key } }
}

function nested(levels: number, value: unknown): unknown {
  return levels === 0 ? value : { a: nested(levels - 1, value) }
}

function languages(count: number): Record<string, string> {
  const letters = [...'abcdefghijklmnopqrstuvwxyz']
  const codes = letters.flatMap((a) => letters.map((b) => a + b))
  const regions = codes.flatMap((code) => codes.slice(0, 20).map((region) => `${code}-${region}`))
  return Object.fromEntries(regions.slice(0, count).map((code) => [code, 'x']))
}

describe('a large manifest', () => {
  it.each<[name: string, make: (count: number) => Record<string, unknown>]>([
    ['of many fields', (count) => ({ config: many(count, (index) => text(`key-${index}`)) })],
    ['of many fields with one key', (count) => ({ config: many(count, () => text('key')) })],
    ['of many entry points', (count) => ({ entryPoints: many(count / 2, () => ({ config: [text('key')] })) })],
    [
      'of many unknown fields',
      (count) => Object.fromEntries(many(count, (index) => [`field-${index}`, 'x'.repeat(30)])),
    ],
    ['of one long key', (count) => ({ ['x'.repeat(20 * count)]: 1 })],
    ['of one long text', (count) => ({ description: { en: 'eyJ. sk-a http://a?b=c '.repeat(count) } })],
    ['of many words that name secrets', (count) => ({ description: { en: 'x' }, ['aKeyToken'.repeat(count)]: 'x' })],
    ['of secrets under a long key', (count) => ({ ['x'.repeat(20 * count)]: many(count / 4, () => TOKEN) })],
    ['of deep objects', (count) => ({ deep: many(count / 16, () => nested(60, TOKEN)) })],
    [
      'of many languages, all over',
      (count) => ({
        name: languages(count),
        config: many(count, (index) => ({ ...text(`key-${index}`), label: { de: 'x' } })),
      }),
    ],
    [
      'of many options',
      (count) => ({
        config: [
          { key: 'a', type: 'select', default: -1, options: many(count, (value) => ({ value, label: { en: 'x' } })) },
        ],
      }),
    ],
    [
      'of many patterns',
      (count) => ({
        config: many(count, (index) => ({ ...text(`key-${index}`), pattern: `^a{${index}}(b|c+)+$`, default: 'abc' })),
      }),
    ],
    [
      'of one pattern with many defaults',
      (count) => ({
        config: many(count, (index) => ({
          ...text(`key-${index}`),
          pattern: '^(?:a|b{1,200}){1,9}$',
          default: 'ab'.repeat(9),
        })),
      }),
    ],
    ['of a long address', (count) => ({ entryPoints: [{ url: '../a?b=c&'.repeat(count) }] })],
  ])('%s is checked in time that grows no faster than it does', (_, make) => {
    const [small, large] = [make(500), make(8000)].map((members) => JSON.stringify(manifestWith(members)))
    expect(large?.length, 'what is longer is not read').toBeLessThan(1_000_000)
    // 16 times as large: what is quadratic takes 256 times as long
    expect(
      growth(
        () => parseManifest(small ?? ''),
        () => parseManifest(large ?? ''),
        80,
      ),
    ).toBeLessThan(80)
  })
})
