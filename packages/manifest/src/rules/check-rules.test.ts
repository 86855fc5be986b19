import { describe, expect, it } from 'vitest'
import { startStepCounter } from '../../test/count-steps.js'
import { growth } from '../../test/growth.js'

const countSteps = startStepCounter()
const { manifestWith } = await import('../../test/manifest-with.js')
const { parseManifest } = await import('../parse/parse-manifest.js')

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

type Make = (count: number) => Record<string, unknown>

function textOf(make: Make, count: number): string {
  return JSON.stringify(manifestWith(make(count)))
}

describe('the number of steps grows no faster than the manifest', () => {
  it.each<[name: string, make: Make]>([
    ['many fields', (count) => ({ config: many(count, (index) => text(`key-${index}`)) })],
    ['many fields with the same key', (count) => ({ config: many(count, () => text('key')) })],
    ['many entry points', (count) => ({ entryPoints: many(count, () => ({ config: [text('key')] })) })],
    [
      'many unknown fields',
      (count) => Object.fromEntries(many(count, (index) => [`field-${1000 + index}`, 'x'.repeat(30)])),
    ],
    ['many deep objects', (count) => ({ deep: many(count / 16, () => nested(60, TOKEN)) })],
    [
      'many languages in many texts',
      (count) => ({
        name: languages(count),
        config: many(count, (index) => ({ ...text(`key-${index}`), label: { de: 'x' } })),
      }),
    ],
    [
      'many options',
      (count) => ({
        config: [
          { key: 'a', type: 'select', default: -1, options: many(count, (value) => ({ value, label: { en: 'x' } })) },
        ],
      }),
    ],
    [
      'many patterns',
      (count) => ({
        config: many(count, (index) => ({ ...text(`key-${index}`), pattern: `^a{${index}}(b|c+)+$`, default: 'abc' })),
      }),
    ],
    [
      'one pattern with many defaults',
      (count) => ({
        config: many(count, (index) => ({
          ...text(`key-${index}`),
          pattern: '^(?:a|b{1,200}){1,9}$',
          default: 'ab'.repeat(9),
        })),
      }),
    ],
  ])('for %s', (_, make) => {
    const [small, large] = [textOf(make, 64), textOf(make, 1024)]
    // the first run initialises what later runs share
    parseManifest(small)
    // 16 times as large: linear work takes at most 16 times as many steps, quadratic work up to 256 times
    expect(countSteps(() => parseManifest(large)) / countSteps(() => parseManifest(small))).toBeLessThan(18)
  })
})

describe('the time of built-in functions grows no faster than the manifest', () => {
  it.each<[name: string, make: Make]>([
    ['one long key', (count) => ({ ['x'.repeat(20 * count)]: 1 })],
    ['one long text', (count) => ({ description: { en: 'eyJ. sk-a http://a?b=c '.repeat(count) } })],
    ['a long key of words that name secrets', (count) => ({ ['aKeyToken'.repeat(count)]: 'x' })],
    ['many secrets under a long key', (count) => ({ ['x'.repeat(20 * count)]: many(count / 4, () => TOKEN) })],
    ['a long address', (count) => ({ entryPoints: [{ url: '../a?b=c&'.repeat(count) }] })],
  ])('for %s', (_, make) => {
    const [small, large] = [textOf(make, 500), textOf(make, 8000)]
    expect(large.length, 'longer texts are not read').toBeLessThan(1_000_000)
    // 16 times as large: quadratic work takes 256 times as long
    expect(
      growth(
        () => parseManifest(small),
        () => parseManifest(large),
        80,
      ),
    ).toBeLessThan(80)
  })
})
