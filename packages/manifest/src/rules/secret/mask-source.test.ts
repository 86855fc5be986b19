import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { growth } from '../../../test/growth.js'
import { maskSource } from './mask-source.js'

const KEY = 'AKIAQ3EGTX7Z5OWN2LPB'

describe('a masked source', () => {
  it.each([
    ['a value', '{ "password": "hidden" }', '{ "password": "••••••" }'],
    [
      'a value that is there twice',
      '{ "token": "hidden", "token": "hidden" }',
      '{ "token": "••••••", "token": "••••••" }',
    ],
    ['a value with escapes', String.raw`{ "pass\u0077ord": "hid\"den" }`, String.raw`{ "pass\u0077ord": "••••"•••" }`],
    ['a value of a known form', `{ "board": "${KEY}" }`, `{ "board": "${'•'.repeat(20)}" }`],
    ['a value of a known form, escaped', `{ "board": "\\u0041${KEY.slice(1)}" }`, `{ "board": "${'•'.repeat(25)}" }`],
    ['a key of a known form', `{ "${KEY}": 1 }`, `{ "${'•'.repeat(20)}": 1 }`],
    ['a list', '{ "token": ["hidden", "hidden"], "a": 1 }', '{ "token": ["••••••", "••••••"], "a": 1 }'],
    ['an object', '{ "token": { "en": "hidden" }, "a": 1 }', '{ "token": { "••": "••••••" }, "a": 1 }'],
    ['a number', '{ "pin": 1, "passcode": 4711 }', '{ "pin": 1, "passcode": ••••' + ' }'],
    ['a value below its key', '"password":\n  "hidden",\n"a": 1', '"password":\n  "••••••",\n"a": 1'],
  ])('contains no %s', (_, text, masked) => {
    expect(maskSource(text)).toBe(masked)
  })

  it.each([
    ['without a quote before the colon', '{ "password: "hidden", "a": 1 }'],
    ['without a quote before the key', '{ "a": 1", "password": "hidden" }'],
    ['without a quote at the end', '{ "password": "hidden,\n  "a": 1 }'],
    ['without the colon', '{ "password" "hidden" }'],
    ['without the colon and a quote', '{ "password" hidden" }'],
    ['without all quotes', '{ password: hidden }'],
    ['without the comma', '{ "password": "hidden"\n "a": 1 }'],
    ['without the bracket of a list', '{ "token": ["a", "hidden"\n, "hidden" }'],
    ['without a backslash before a line end', '{ "password": "hid\nhidden", "a": 1 }'],
    ['in single quotes', "{ 'password': 'hidden' }"],
    ['in a program', 'const password = "hidden"'],
    ['in an environment file', 'API_KEY=hidden'],
    ['in a comment', '// password: hidden'],
    ['without a quote at the end, after a backslash', String.raw`{ "password": "a\\" hidden`],
  ])('contains no secret %s', (_, text) => {
    const masked = maskSource(text)
    expect(masked).not.toContain('hidden')
    expect(masked).toHaveLength(text.length)
  })

  it.each([
    ['a name that only mentions a secret', '{ "tokenUrl": "a", "type": "password", "label": "Token" }'],
    ['an address without a secret', '{ "token": "https://a.example/" }'],
    ['a value that cannot be a secret', '{ "token": null }'],
    ['the text after a name that is not a secret', '{ "a": { "b": [1] } }'],
    ['a module with the name of a secret', "The module '@lunch/core/token' does not provide an export named 'read'"],
  ])('keeps everything else: %s', (_, text) => {
    expect(maskSource(text)).toBe(text)
  })

  it('contains no secret after any damage, and keeps its columns', () => {
    const text = '{ "a": "b", "password": "hidden-hidden", "list": ["c", 1],\n "d": { "e": "f" } }'
    const value = text.indexOf('hidden')
    const outside = fc.nat(text.length - 1).filter((at) => at < text.indexOf('"password') || at > value + 14)
    fc.assert(
      fc.property(outside, fc.constantFrom('', '"', "'", ',', ':', '{', ']', '\n', '\\"', '"x"'), (at, put) => {
        const broken = text.slice(0, at) + put + text.slice(at + 1)
        const masked = maskSource(broken)
        expect(masked).not.toContain('hidden')
        expect(masked).toHaveLength(broken.length)
      }),
    )
  })

  it('keeps length and lines of any text', () => {
    const pieces = fc.constantFrom(
      '"',
      "'",
      '\\',
      '\n',
      '\r',
      '{',
      '}',
      ':',
      ',',
      'password',
      'token',
      '=',
      ' ',
      KEY,
      'é',
      '\u{1F35C}',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const text = parts.join('')
        const masked = maskSource(text)
        expect(masked).toHaveLength(text.length)
        expect(masked.split(/[\r\n]/).map(({ length }) => length)).toEqual(
          text.split(/[\r\n]/).map(({ length }) => length),
        )
      }),
    )
  })
})

it.each([
  ['secret names', 'password '],
  ['open values', '"token": ["'],
  ['line ends', 'token\n'],
  ['quotes', '"\\"'],
  ['backslashes', '\\'],
  ['beginnings of private keys', '-----BEGIN PRIVATE KEY-----'],
  ['addresses', 'https://a@'],
])('takes linear time for many %s', (_, piece) => {
  const [small, large] = [piece.repeat(2_000), piece.repeat(16_000)]
  // 8 times as long: linear work takes 8 times as long, quadratic work 64 times
  expect(
    growth(
      () => maskSource(small),
      () => maskSource(large),
      20,
    ),
  ).toBeLessThan(30)
})
