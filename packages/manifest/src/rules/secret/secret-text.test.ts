import { describe, expect, it } from 'vitest'

import { growth } from '../../../test/growth.js'
import { quote } from '../quote.js'
import { secretKind } from './secret-text.js'

// put together here, so that no scanner takes this file for a leak
const x = (length: number): string => 'x1'.repeat(length).slice(0, length)
const KEY = ['PRIVATE', 'KEY'].join(' ')
const upper = (length: number): string => x(length).toUpperCase()

describe('a text', () => {
  it.each([
    ['a private key', `-----BEGIN RSA ${KEY}-----\nMIIE`],
    ['a private key without a name', `-----BEGIN ${KEY}-----`],
    ['an encrypted private key', `-----BEGIN ENCRYPTED ${KEY}-----`],
    ['a signed token', `eyJ${x(20)}.eyJ${x(40)}.${x(43)}`],
    ['a signed token in a sentence', `Use "eyJ${x(20)}.eyJ${x(40)}.${x(43)}".`],
    ['a token of a code host', `ghp_${x(36)}`],
    ['a newer token of a code host', `github_pat_${x(22)}_${x(59)}`],
    ['a token of another code host', `glpat-${x(20)}`],
    ['a token of a package registry', `npm_${x(36)}`],
    ['a token of a chat', `xoxb-${x(12)}-${x(24)}`],
    ['an access key', `AKIA${upper(16)}`],
    ['an API key of maps', `AIza${x(35)}`],
    ['an API key of payments', `sk_live_${x(24)}`],
    ['an API key with a short prefix', `sk-${x(40)}`],
    ['an API key of a mailer', `SG.${x(22)}.${x(43)}`],
    ['a password in an address', 'https://user:pa55@example.com/'],
    ['a user in an address', `https://${x(20)}@example.com/`],
    ['a password of a database', 'See postgres://user:pa55@db.example/menu, please.'],
    ['a token in a query', `https://example.com/?view=1&access_token=${x(20)}`],
    ['a token in a relative address', `menu.json?apiKey=${x(20)}`],
    ['a token in a fragment', `https://example.com/#token=${x(20)}`],
    ['a signature in a query', `https://example.com/menu?sig=${x(40)}`],
  ])('contains %s', (_, text) => {
    expect(secretKind(text)).toBeTypeOf('string')
    expect(quote(text)).toBe('"…"')
    expect(quote(`menu ${text}`)).toBe('"…"')
  })

  it.each([
    '',
    'The menu of the canteen',
    'https://example.com/lunch?view=day#today',
    'https://example.com/?token=',
    'https://example.com/?tokens=yes&key=canteen-1234567890',
    'mailto:kitchen@example.com',
    'ssh://git@example.com/lunch.git',
    'kitchen@example.com, or the desk',
    'Is x=1 a secret?',
    '-----BEGIN PUBLIC KEY-----\nMIIE',
    '-----BEGIN CERTIFICATE-----',
    '5f0c7a4e-0d1b-4c58-9a53-0d4a6f6f2c11',
    'eyJ is how a token begins',
    `task-${x(40)}`,
    'disk-monitoring-and-other-things-of-interest',
    `AKIA${upper(40)}`,
    `SLOVAKIA${upper(16)}`,
    'npm_config_registry_and_other_settings_of_it',
  ])('contains no secret: %j', (text) => {
    expect(secretKind(text)).toBeUndefined()
  })

  it.each(['eyJ', 'eyJxxxxxxxx.', 'sk-a', '-----BEGIN A ', 'http://', '?=', '&token=', 'AKIA', 'xoxb', '@'])(
    'of many times %j is checked in linear time',
    (part) => {
      const [small, large] = [20_000, 320_000].map((length) => part.repeat(length / part.length))
      // 16 times as long: quadratic work takes 256 times as long
      expect(
        growth(
          () => secretKind(small ?? ''),
          () => secretKind(large ?? ''),
          80,
        ),
      ).toBeLessThan(80)
    },
  )
})
