import { createTokenFactory } from '@haiilo-kit/test-kit'
import { describe, expect, it } from 'vitest'
import { codeOf } from '../../test/code-of.js'
import { createStubKeyServer } from '../../test/stub-key-server.js'
import { NOW } from '../../test/test-clock.js'
import { verifyToken, type TrustRule } from './index.js'

const clock = (): number => NOW
const [one, two] = await Promise.all([createTokenFactory({ clock }), createTokenFactory({ clock })])
const ISSUER = one.issuer
const JKU = 'https://keys.example.com/tenants/home.json'

/** Verifies a token that `signer` signed for an issuer. */
async function judge(trust: readonly TrustRule[], iss = ISSUER, signer = one, jku?: unknown): Promise<string> {
  const { fetch } = createStubKeyServer({ [JKU]: { alg: {}, key: signer.jwk } })
  return codeOf(verifyToken(await signer.sign({ iss }, { jku }), { trust, clock, fetch, development: true }))
}

describe('a rule with a wildcard', () => {
  it.each([
    ['https://*.example.com', 'https://home.example.com', 'verified'],
    ['https://*.example.com', 'https://home.example.com/', 'verified'],
    ['https://*.example.com', 'https://HOME.EXAMPLE.COM', 'verified'],
    ['https://*.example.com', 'https://home.example.com:443', 'verified'],
    ['https://*.example.com', 'https://xn--hme-1na.example.com', 'verified'],
    ['https://*.EXAMPLE.com/', 'https://home.example.com', 'verified'],
    ['https://*.example.com:443', 'https://home.example.com', 'verified'],
    ['https://*.example.com:8443', 'https://home.example.com:8443', 'verified'],
    ['https://*.eu.example.com', 'https://home.eu.example.com', 'verified'],
    ['https://*.example.com', 'https://example.com', 'ERR_TOKEN_ISSUER'],
    ['https://*.example.com', 'https://.example.com', 'ERR_TOKEN_ISSUER'],
    ['https://*.example.com', 'https://a.home.example.com', 'ERR_TOKEN_ISSUER'],
    ['https://*.example.com', 'https://..example.com', 'ERR_TOKEN_ISSUER'],
    ['https://*.example.com', 'https://a..example.com', 'ERR_TOKEN_ISSUER'],
    ['https://*.example.com', 'https://evilexample.com', 'ERR_TOKEN_ISSUER'],
    ['https://*.example.com', 'https://home.example.com.evil.example', 'ERR_TOKEN_ISSUER'],
    ['https://*.example.com', 'https://home.example.com.', 'ERR_TOKEN_ISSUER'],
    ['https://*.example.com', 'https://home.example.com:8443', 'ERR_TOKEN_ISSUER'],
    ['https://*.example.com', 'https://home.example.co', 'ERR_TOKEN_ISSUER'],
    ['https://*.example.com', 'https://home.example.org', 'ERR_TOKEN_ISSUER'],
    ['https://*.example.com', 'https://homeXexample.com', 'ERR_TOKEN_ISSUER'],
    ['https://*.example.com', 'https://home.exampleXcom', 'ERR_TOKEN_ISSUER'],
    ['https://*.example.com', 'https://a%2eb.example.com', 'ERR_TOKEN_ISSUER'],
    ['https://*.example.com', 'https://a。b.example.com', 'ERR_TOKEN_ISSUER'],
    ['https://*.example.com', 'http://home.example.com', 'ERR_TOKEN_ISSUER'],
    ['https://*.sandbox.localhost', 'https://home.sandbox.localhost', 'verified'],
    ['https://*.sandbox.localhost', 'http://home.sandbox.localhost', 'ERR_TOKEN_ISSUER'],
    ['https://*.example.com:8443', 'https://home.example.com', 'ERR_TOKEN_ISSUER'],
    ['https://*.eu.example.com', 'https://home.us.example.com', 'ERR_TOKEN_ISSUER'],
  ])('%s matches exactly one label: %s', async (issuer, iss, outcome) => {
    expect(await judge([{ issuer, keys: [one.jwk] }], iss)).toBe(outcome)
  })
})

describe('a rule that names one tenant', () => {
  it.each([
    ['https://home.example.com', 'https://home.example.com', 'verified'],
    ['https://home.example.com/', 'https://home.example.com', 'verified'],
    ['HTTPS://HOME.example.com', 'https://home.example.com', 'verified'],
    ['https://home.example.com:8443', 'https://home.example.com:8443', 'verified'],
    ['https://home.example.com:8443', 'https://home.example.com', 'ERR_TOKEN_ISSUER'],
    ['https://home.example.com', 'https://away.example.com', 'ERR_TOKEN_ISSUER'],
    ['http://localhost:3000', 'http://localhost:3000', 'verified'],
    ['http://localhost:3000', 'http://localhost:3001', 'ERR_TOKEN_ISSUER'],
    ['http://localhost:3000', 'http://127.0.0.1:3000', 'ERR_TOKEN_ISSUER'],
    ['http://localhost:3000', 'https://localhost:3000', 'ERR_TOKEN_ISSUER'],
    ['http://127.0.0.1:3000', 'http://127.0.0.1:3000', 'verified'],
    ['http://[::1]:3000', 'http://[::1]:3000', 'verified'],
  ])('%s matches only that origin: %s', async (issuer, iss, outcome) => {
    expect(await judge([{ issuer, keys: [one.jwk] }], iss)).toBe(outcome)
  })
})

describe('an ambiguous rule', () => {
  it.each([
    '*',
    'https://*',
    'https://*.com',
    'https://*.com.',
    'https://*..com',
    'https://*.localhost',
    'https://*example.com',
    'https://*.*.example.com',
    'https://home.*.example.com',
    'https://home.*.com',
    'https://home.example.*',
    'https://**.example.com',
    'https://*.example.com/*',
    'https://a*.example.com',
    'HTTPS://*.example',
    'http://*.example.com',
    'http://home.example.com',
    '*.example.com',
    'home.example.com',
    '//home.example.com',
    'https:home.example.com',
    'https://',
    '',
    ' https://home.example.com',
    'https://home.example.com ',
    'https://home.example.com/path',
    'https://*.example.com/path',
    'https://home.example.com?x',
    'https://home.example.com#x',
    'https://user@home.example.com',
    'https://*@home.example.com',
    'https:\\\\home.example.com',
    'https://home.example.com:99999',
    'ws://home.example.com',
    'javascript:alert(1)',
    'null',
    null,
    undefined,
    5,
    /example/,
    ['https://home.example.com'],
  ])('throws a TypeError: issuer %o', async (issuer) => {
    const trust = [{ issuer: issuer as string, keys: [one.jwk] }] // plain JavaScript can say so
    await expect(verifyToken(await one.sign(), { trust, clock })).rejects.toThrow(TypeError)
  })

  it.each([
    '',
    'keys.example.com',
    '/keys',
    '//keys.example.com/',
    'http://keys.example.com/',
    'ftp://keys.example.com/',
    'data:application/json,{}',
    'file:///keys.json',
    'https://user@keys.example.com/',
    'https://keys.example.com/?x',
    'https://keys.example.com/#x',
    'https:\\\\keys.example.com\\',
    'https://keys.example.com/a%2fb',
    'https://keys.example.com/a%5Cb',
    ' https://keys.example.com/',
    null,
    5,
  ])('throws a TypeError: jku %o', async (jku) => {
    const trust = [{ issuer: ISSUER, jku: [jku as string] }] // plain JavaScript can say so
    await expect(verifyToken(await one.sign(), { trust, clock })).rejects.toThrow(TypeError)
  })

  it.each([[{}], ['https://home.example.com'], [{ issuer: ISSUER }], [[null]], [[undefined]], [['https://a.example']]])(
    'throws a TypeError for %j instead of an array of rules',
    async (trust) => {
      const options = { trust: trust as unknown as TrustRule[], clock } // plain JavaScript can say so
      await expect(verifyToken(await one.sign(), options)).rejects.toThrow(TypeError)
    },
  )

  it('throws even if another rule matches', async () => {
    const trust = [...one.trust, { issuer: 'https://*' }]
    await expect(verifyToken(await one.sign(), { trust, clock })).rejects.toThrow(TypeError)
  })
})

describe('several rules', () => {
  const wide = { issuer: 'https://*.example.com', keys: [one.jwk] }
  const exact = { issuer: ISSUER, keys: [two.jwk] }

  it.each([
    ['wide first', [wide, exact]],
    ['wide last', [exact, wide]],
  ])('only the most specific one applies: %s', async (_name, trust) => {
    expect(await judge(trust, ISSUER, two)).toBe('verified')
    expect(await judge(trust, ISSUER, one)).toBe('ERR_TOKEN_SIGNATURE')
    expect(await judge(trust, 'https://away.example.com', one)).toBe('verified')
    expect(await judge(trust, 'https://away.example.com', two)).toBe('ERR_TOKEN_SIGNATURE')
  })

  it('a broader rule does not apply, even if the most specific one trusts nothing', async () => {
    const trust = [{ ...wide, jku: ['https://keys.example.com/'] }, { issuer: ISSUER }]
    expect(await judge(trust, ISSUER, one)).toBe('ERR_TOKEN_KEY_UNTRUSTED')
    expect(await judge(trust, ISSUER, one, JKU)).toBe('ERR_TOKEN_KEY_UNTRUSTED')
  })

  it('equally specific ones all apply', async () => {
    for (const issuer of [ISSUER, 'https://*.example.com']) {
      const trust = [
        { issuer, keys: [one.jwk] },
        { issuer, keys: [two.jwk] },
      ]
      expect(await judge(trust, ISSUER, one)).toBe('verified')
      expect(await judge(trust, ISSUER, two)).toBe('verified')
    }
  })

  it('keys of one and documents of another both apply', async () => {
    const trust = [
      { issuer: ISSUER, keys: [one.jwk] },
      { issuer: ISSUER, jku: ['https://keys.example.com/'] },
    ]
    expect(await judge(trust, ISSUER, one)).toBe('verified')
    expect(await judge(trust, ISSUER, two, JKU)).toBe('verified')
    expect(await judge(trust, ISSUER, two)).toBe('ERR_TOKEN_SIGNATURE')
  })

  it('an empty list trusts no issuer', async () => {
    expect(await judge([])).toBe('ERR_TOKEN_ISSUER')
  })

  it('the key of one tenant is refused for another', async () => {
    const trust = [
      { issuer: 'https://one.example.com', keys: [one.jwk] },
      { issuer: 'https://two.example.com', keys: [two.jwk] },
    ]
    expect(await judge(trust, 'https://two.example.com', one)).toBe('ERR_TOKEN_SIGNATURE')
    expect(await judge(trust, 'https://two.example.com', two)).toBe('verified')
  })

  it('JSON cannot contain platform settings', async () => {
    const [rule] = JSON.parse(`[{"issuer":"${ISSUER}","any":"https","platform":{"any":"https"}}]`) as TrustRule[]
    expect(await judge([{ ...rule!, keys: [one.jwk] }], 'https://away.example.com')).toBe('ERR_TOKEN_ISSUER')
  })
})

describe('the URL of a key document', () => {
  const folder = 'https://keys.example.com/tenants/'

  it.each([
    ['the URL itself', 'https://keys.example.com/tenants/'],
    ['a document in it', 'https://keys.example.com/tenants/home.json'],
    ['a document below it', 'https://keys.example.com/tenants/eu/home.json'],
    ['the default port', 'https://keys.example.com:443/tenants/home.json'],
    ['capital letters in scheme and host', 'HTTPS://KEYS.example.com/tenants/home.json'],
    ['a way back that stays inside', 'https://keys.example.com/tenants/eu/../home.json'],
  ])('is accepted: %s', async (_name, jku) => {
    const href = new URL(jku).href
    const { fetch, requests } = createStubKeyServer({ [href]: { alg: {}, key: two.jwk } })
    const trust = [{ issuer: ISSUER, jku: [folder] }]
    expect(await codeOf(verifyToken(await two.sign({}, { jku }), { trust, clock, fetch }))).toBe('verified')
    expect(requests.map(({ url }) => url)).toEqual([href])
  })

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a number', 5],
    ['a list', ['https://keys.example.com/tenants/home.json']],
    ['an object', { href: 'https://keys.example.com/tenants/home.json' }],
    ['the empty text', ''],
    ['a path', '/tenants/home.json'],
    ['another host', 'https://evil.example/tenants/home.json'],
    ['a host with the same beginning', 'https://keys.example.com.evil.example/tenants/home.json'],
    ['a host with the same ending', 'https://evilkeys.example.com/tenants/home.json'],
    ['a host below', 'https://x.keys.example.com/tenants/home.json'],
    ['a host above', 'https://example.com/tenants/home.json'],
    ['a host with a final dot', 'https://keys.example.com./tenants/home.json'],
    ['a host with a letter that looks the same', 'https://kеys.example.com/tenants/home.json'],
    ['another port', 'https://keys.example.com:8443/tenants/home.json'],
    ['plain http', 'http://keys.example.com/tenants/home.json'],
    ['plain http at the port of https', 'http://keys.example.com:443/tenants/home.json'],
    ['a web socket', 'wss://keys.example.com/tenants/home.json'],
    ['a blob', 'blob:https://keys.example.com/tenants/home.json'],
    ['data', 'data:application/json,{"kty":"RSA"}'],
    ['a script', 'javascript:https://keys.example.com/tenants/home.json'],
    ['a user name', 'https://user@keys.example.com/tenants/home.json'],
    ['an empty user name', 'https://@keys.example.com/tenants/home.json'],
    ['our host as the user name', 'https://keys.example.com@evil.example/tenants/home.json'],
    ['our host as user and password', 'https://keys.example.com:443@evil.example/tenants/home.json'],
    ['a backslash before the host of another', 'https://evil.example\\@keys.example.com/tenants/home.json'],
    ['backslashes', 'https:\\\\keys.example.com\\tenants\\home.json'],
    ['a backslash in the path', 'https://keys.example.com/tenants/..\\evil.json'],
    ['a query', 'https://keys.example.com/tenants/home.json?redirect=https://evil.example'],
    ['an empty query', 'https://keys.example.com/tenants/home.json?'],
    ['a fragment', 'https://keys.example.com/tenants/home.json#x'],
    ['an empty fragment', 'https://keys.example.com/tenants/home.json#'],
    ['an encoded slash', 'https://keys.example.com/tenants/..%2fevil.json'],
    ['an encoded slash, capital', 'https://keys.example.com/tenants/a%2Fb.json'],
    ['an encoded backslash', 'https://keys.example.com/tenants/..%5cevil.json'],
    ['an encoded backslash, capital', 'https://keys.example.com/tenants/..%5Cevil.json'],
    ['a way out', 'https://keys.example.com/tenants/../evil.json'],
    ['an encoded way out', 'https://keys.example.com/tenants/%2e%2e/evil.json'],
    ['a half encoded way out', 'https://keys.example.com/tenants/.%2E/evil.json'],
    ['a segment with the same beginning', 'https://keys.example.com/tenantsX/home.json'],
    ['a segment that continues with a dot', 'https://keys.example.com/tenants.json'],
    ['a segment in capitals', 'https://keys.example.com/Tenants/home.json'],
    ['a segment before', 'https://keys.example.com/x/tenants/home.json'],
    ['a doubled slash before', 'https://keys.example.com//tenants/home.json'],
    ['the folder above', 'https://keys.example.com/'],
    ['white space before', ' https://keys.example.com/tenants/home.json'],
    ['white space after', 'https://keys.example.com/tenants/home.json '],
    ['a line feed within', 'https://keys.example.com/tenants/\nhome.json'],
    ['a tab in the host', 'https://keys.exa\tmple.com/tenants/home.json'],
    ['no scheme', '//keys.example.com/tenants/home.json'],
    ['more than 2,048 letters', `https://keys.example.com/tenants/${'x'.repeat(2100)}`],
  ])('is refused, and nothing is fetched: %s', async (_name, jku) => {
    const { fetch, requests } = createStubKeyServer()
    const trust = [{ issuer: ISSUER, jku: [folder] }]
    expect(await codeOf(verifyToken(await two.sign({}, { jku }), { trust, clock, fetch }))).toBe(
      'ERR_TOKEN_KEY_UNTRUSTED',
    )
    expect(requests).toEqual([])
  })

  it('can be one document', async () => {
    const trust = [{ issuer: ISSUER, jku: [JKU] }]
    expect(await judge(trust, ISSUER, one, JKU)).toBe('verified')
    expect(await judge(trust, ISSUER, one, `${JKU}.old`)).toBe('ERR_TOKEN_KEY_UNTRUSTED')
    expect(await judge(trust, ISSUER, one, 'https://keys.example.com/tenants/')).toBe('ERR_TOKEN_KEY_UNTRUSTED')
  })

  it('can be a whole origin', async () => {
    for (const origin of ['https://keys.example.com', 'https://keys.example.com/']) {
      const trust = [{ issuer: ISSUER, jku: [origin] }]
      expect(await judge(trust, ISSUER, one, JKU)).toBe('verified')
      expect(await judge(trust, ISSUER, one, 'https://keys.example.com.evil.example/x')).toBe('ERR_TOKEN_KEY_UNTRUSTED')
    }
  })
})
