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

/** Texts whose length grows with `size`, each of a kind that a careless rule would look through again and again. */
const kinds: [kind: string, make: (size: number) => string | object][] = [
  ['unknown fields', (size) => manyOf(size, 'made-up')],
  ['the same key', (size) => `{${list(size, () => '"a": 1').join()}}`],
  [
    'entry points',
    (size) => ({ entryPoints: list(size, (id) => ({ id: `${id}`, url: `page-${id}.html`, name: text })) }),
  ],
  ['fields', (size) => ({ config: list(size, (id) => ({ key: `key-${id}`, type: 'text', pattern: `^(a+)+${id}$` })) })],
  ['fields with the same key', (size) => ({ config: list(size, () => ({ key: 'a', type: 'text', label: text })) })],
  [
    'options',
    (size) => ({
      config: [{ key: 'a', type: 'select', options: list(size, (value) => ({ value, label: text })), default: -1 }],
    }),
  ],
  ['languages', (size) => ({ name: manyOf(size, 'xx'), description: manyOf(size, 'yy') })],
  ['context names', (size) => ({ context: list(size, (index) => `name${index}`) })],
  ['one long key', (size) => ({ ['a'.repeat(20 * size)]: 1 })],
  ['one long text', (size) => ({ name: { en: 'https://user:'.repeat(size) }, thumbnail: '/'.repeat(10 * size) })],
  [
    'one long pattern',
    (size) => ({ config: [{ key: 'a', type: 'text', pattern: '(a|b'.repeat(size) + ')*'.repeat(size) }] }),
  ],
  ['dashes of a key', (size) => ({ a: '-----BEGIN '.repeat(size), b: 'eyJ.'.repeat(size) })],
  ['levels', (size) => nested(60, manyOf(size, 'made-up'))],
  ['lines', (size) => `{${'\n'.repeat(20 * size)}"a": ${'\n'.repeat(20 * size)}1, "b": }`],
  ['open quotes', (size) => '"\\"'.repeat(10 * size)],
  ['a list that is not closed', (size) => `["\\${'n\\'.repeat(size)}n", ${'"a",   '.repeat(5 * size)}`],
  ['a text that is not closed', (size) => `{ "a": "${'\\\\'.repeat(20 * size)}\\"`],
]

it.each(kinds)('takes time in proportion to the length of %s', (_, make) => {
  const [small, large] = [make(500), make(4_000)]
  const parse = (source: string | object) => parseManifest(source, { url: 'https://example.com/lunch/manifest.json' })
  // eight times as long: in proportion it takes 8 times the time, as the square it would be 64
  expect(
    growth(
      () => parse(small),
      () => parse(large),
      24,
    ),
  ).toBeLessThan(24)
})
