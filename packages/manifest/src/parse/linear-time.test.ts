import { expect, it } from 'vitest'

import { growth } from '../../test/growth.js'
import { parseManifest } from '../index.js'

const text = { en: 'A text' }

function list<Item>(length: number, item: (index: number) => Item): Item[] {
  return Array.from({ length }, (_, index) => item(index))
}

function manyOf(length: number, name: string): object {
  return Object.fromEntries(list(length, (index) => [`${name}-${index}`, index]))
}

function nested(levels: number, inside: object): object {
  return levels === 0 ? inside : { made: nested(levels - 1, inside) }
}

/** Texts whose length grows with `size`. In each one, a careless rule would read the same part again and again. */
const kinds: [kind: string, make: (size: number) => string | object][] = [
  ['many unknown fields', (size) => manyOf(size, 'made-up')],
  ['many equal keys', (size) => `{${list(size, () => '"a": 1').join()}}`],
  [
    'entry points',
    (size) => ({ entryPoints: list(size, (id) => ({ id: `${id}`, url: `page-${id}.html`, name: text })) }),
  ],
  [
    'many fields',
    (size) => ({ config: list(size, (id) => ({ key: `key-${id}`, type: 'text', pattern: `^(a+)+${id}$` })) }),
  ],
  [
    'many fields with the same key',
    (size) => ({ config: list(size, () => ({ key: 'a', type: 'text', label: text })) }),
  ],
  [
    'options',
    (size) => ({
      config: [{ key: 'a', type: 'select', options: list(size, (value) => ({ value, label: text })), default: -1 }],
    }),
  ],
  ['many languages', (size) => ({ name: manyOf(size, 'xx'), description: manyOf(size, 'yy') })],
  ['many context names', (size) => ({ context: list(size, (index) => `name${index}`) })],
  ['one long key', (size) => ({ ['a'.repeat(20 * size)]: 1 })],
  ['one long text', (size) => ({ name: { en: 'https://user:'.repeat(size) }, thumbnail: '/'.repeat(10 * size) })],
  [
    'one long pattern',
    (size) => ({ config: [{ key: 'a', type: 'text', pattern: '(a|b'.repeat(size) + ')*'.repeat(size) }] }),
  ],
  ['many starts of secrets', (size) => ({ a: '-----BEGIN '.repeat(size), b: 'eyJ.'.repeat(size) })],
  ['many nested levels', (size) => nested(60, manyOf(size, 'made-up'))],
  ['many lines', (size) => `{${'\n'.repeat(20 * size)}"a": ${'\n'.repeat(20 * size)}1, "b": }`],
  ['many escaped quotes', (size) => '"\\"'.repeat(10 * size)],
  ['a list that is not closed', (size) => `["\\${'n\\'.repeat(size)}n", ${'"a",   '.repeat(5 * size)}`],
  ['a text that is not closed', (size) => `{ "a": "${'\\\\'.repeat(20 * size)}\\"`],
]

it.each(kinds)('takes linear time for %s', (_, make) => {
  const [small, large] = [make(500), make(4_000)]
  const parse = (source: string | object) => parseManifest(source, { url: 'https://example.com/lunch/manifest.json' })
  // 8 times as long: linear work takes 8 times as long, quadratic work 64 times
  expect(
    growth(
      () => parse(small),
      () => parse(large),
      24,
    ),
  ).toBeLessThan(24)
})
