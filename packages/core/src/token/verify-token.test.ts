import { inspect } from 'node:util'
import { createTokenFactory } from '@haiilo-kit/test-kit'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { codeOf, errorOf } from '../../test/code-of.js'
import { createRawSigner, segment } from '../../test/raw-signer.js'
import { NOW, NOW_SECONDS } from '../../test/test-clock.js'
import { TokenRejectedError, verifyToken, type Algorithm, type VerifyTokenOptions } from './index.js'

const clock = (): number => NOW
const tenant = await createTokenFactory({ clock })
const raw = createRawSigner()
const rawTrust = [{ issuer: tenant.issuer, keys: [raw.jwk] }]
const genuine = await tenant.sign()
const [genuineHeader = '', genuineClaims = '', genuineSignature = ''] = genuine.split('.')
const claims = {
  iss: tenant.issuer,
  iat: NOW_SECONDS,
  exp: NOW_SECONDS + 60,
  sub: 'init',
  'ctx.userId': 'user-1',
}

function verify(token: unknown, options: VerifyTokenOptions = {}): ReturnType<typeof verifyToken> {
  // a back end can get any value as a token
  return verifyToken(token as string, { trust: tenant.trust, clock, ...options })
}

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('a genuine token', () => {
  it('returns its claims, its issuer as an origin, and its user and tenant', async () => {
    const token = await tenant.sign({ iss: `${tenant.issuer}/`, jti: 'nonce', 'ctx.userName': 'Ada', 'cfg.a.b': 1 })
    const { issuer, context, claims: verified } = await verify(token)
    expect(issuer).toBe('https://home.example.com')
    expect({ ...context }).toEqual({ userId: 'user-1', tenantId: 'tenant-1', userName: 'Ada' })
    expect({ ...verified }).toEqual({
      ...claims,
      iss: 'https://home.example.com/',
      jti: 'nonce',
      'ctx.tenantId': 'tenant-1',
      'ctx.userName': 'Ada',
      'cfg.a.b': 1,
    })
  })

  it('is verified several times with keys that are imported once', async () => {
    const importKey = vi.spyOn(crypto.subtle, 'importKey')
    const keys = vi.fn(() => Promise.resolve([tenant.jwk]))
    const trust = [{ issuer: tenant.issuer, keys }]
    expect(await codeOf(verify(genuine, { trust }))).toBe('verified')
    expect(await codeOf(verify(genuine, { trust }))).toBe('verified')
    expect(keys).toHaveBeenCalledTimes(1)
    expect(importKey).toHaveBeenCalledTimes(1)
    importKey.mockRestore()
  })

  it.each<Algorithm>(['RS256', 'RS384', 'RS512'])('can be signed with %s if that is allowed', async (alg) => {
    const other = await createTokenFactory({ alg, clock })
    const token = await other.sign()
    expect(await codeOf(verify(token, { trust: other.trust, algorithms: [alg] }))).toBe('verified')
    expect(await codeOf(verify(token, { trust: other.trust, algorithms: ['RS256', 'RS384', 'RS512'] }))).toBe(
      'verified',
    )
  })

  it.each([
    ['no words about its type', undefined],
    ['a key id', { kid: 'key-1' }],
    ['an unencoded payload that no `crit` announces', { b64: false }],
    ['the place of its key, which is not needed', { jku: 'https://evil.example/key.json' }],
    ['a key of its own, which does not count', { jwk: raw.jwk, x5u: 'https://evil.example/', x5c: ['x'] }],
  ])('can have a header with %s', async (_name, header) => {
    expect(await codeOf(verify(await tenant.sign({}, { typ: undefined, ...header })))).toBe('verified')
  })
})

describe('without Web Crypto', () => {
  it.each([
    ['on an http page', { getRandomValues: () => undefined }],
    ['in a very old engine', undefined],
  ])('refuses %s before any other check', async (_name, crypto) => {
    vi.stubGlobal('crypto', crypto)
    expect(await codeOf(verify(genuine))).toBe('ERR_INSECURE_CONTEXT')
    expect(await codeOf(verify('not a token'))).toBe('ERR_INSECURE_CONTEXT')
  })
})

describe('the shape', () => {
  it.each([
    ['undefined', undefined],
    ['null', null],
    ['a number', 5],
    ['an object', {}],
    ['a list of segments', genuine.split('.')],
    ['a String object', new String(genuine)],
    ['bytes', new TextEncoder().encode(genuine)],
    ['an object that becomes a token when it is read as text', { toString: () => genuine }],
    ['the empty text', ''],
    ['some text', 'hello'],
    ['one segment', genuineHeader],
    ['two segments', `${genuineHeader}.${genuineClaims}`],
    ['four segments', `${genuine}.AAAA`],
    ['five segments, as if encrypted', `${genuine}.AAAA.AAAA`],
    ['dots alone', '..'],
    ['an empty header', `.${genuineClaims}.${genuineSignature}`],
    ['empty claims', `${genuineHeader}..${genuineSignature}`],
    ['white space before', ` ${genuine}`],
    ['white space after', `${genuine} `],
    ['a line feed after', `${genuine}\n`],
    ['a line feed within', genuine.replace('.', '\n.')],
    ['a NUL after', `${genuine}\0`],
    ['padding', `${genuine}==`],
    ['the alphabet of plain base64', `${genuineHeader}.${genuineClaims}.${'+/'.repeat(171)}`],
    ['letters beyond ASCII', `${genuine.slice(0, -1)}é`],
    ['full-width digits', `${genuine.slice(0, -1)}１`],
    ['a scheme before', `Bearer ${genuine}`],
    ['JSON around', JSON.stringify(genuine)],
    ['the JSON serialization', JSON.stringify({ protected: genuineHeader, payload: genuineClaims, signature: 'AAAA' })],
  ])('refuses %s', async (_name, token) => {
    expect(await codeOf(verify(token))).toBe('ERR_TOKEN_MALFORMED')
  })

  it.each([
    ['null', 'null'],
    ['a list', '[]'],
    ['a list of a header', '[{"alg":"RS512"}]'],
    ['text', '"alg"'],
    ['a number', '1'],
    ['true', 'true'],
    ['nothing', ' '],
    ['broken JSON', '{"alg":"RS512"'],
    ['JSON with a comma too many', '{"alg":"RS512",}'],
    ['JSON with something after', '{"alg":"RS512"} {}'],
    ['a byte order mark', '\uFEFF{"alg":"RS512"}'],
    ['single quotes', "{'alg':'RS512'}"],
  ])('refuses a header that is %s', async (_name, header) => {
    const token = raw.signSegments(segment(header), segment(claims))
    expect(await codeOf(verify(token, { trust: rawTrust }))).toBe('ERR_TOKEN_MALFORMED')
  })

  it.each([
    ['null', 'null'],
    ['a list', '[]'],
    ['a list of claims', JSON.stringify([claims])],
    ['text', JSON.stringify(JSON.stringify(claims))],
    ['a number', '1'],
    ['broken JSON', JSON.stringify(claims).slice(0, -1)],
    ['a byte order mark', `\uFEFF${JSON.stringify(claims)}`],
    ['a number that is none', JSON.stringify(claims).replace('}', ',"x":NaN}')],
  ])('refuses claims that are %s', async (_name, text) => {
    const token = raw.signSegments(segment({ alg: 'RS512' }), segment(text))
    expect(await codeOf(verify(token, { trust: rawTrust }))).toBe('ERR_TOKEN_MALFORMED')
  })

  it('refuses bytes that are not UTF-8, in header and claims', async () => {
    const broken = Buffer.from(JSON.stringify({ ...claims, alg: 'RS512', x: '#' }))
    broken[broken.indexOf('#')] = 0xff
    const brokenHeader = raw.signSegments(segment(broken), segment(claims))
    const brokenClaims = raw.signSegments(segment({ alg: 'RS512' }), segment(broken))
    expect(await codeOf(verify(brokenHeader, { trust: rawTrust }))).toBe('ERR_TOKEN_MALFORMED')
    expect(await codeOf(verify(brokenClaims, { trust: rawTrust }))).toBe('ERR_TOKEN_MALFORMED')
  })

  it('verifies tokens of the raw signer, so that the next tests fail only because of the encoding', async () => {
    const token = raw.signSegments(segment({ alg: 'RS512' }), segment(claims))
    expect(await codeOf(verify(token, { trust: rawTrust }))).toBe('verified')
  })

  it.each([
    ['header, two bits', segment('{"alg":"RS512" }'.padEnd(17)), segment(claims)],
    ['header, four bits', segment('{"alg":"RS512" }'.padEnd(16)), segment(claims)],
    ['claims, two bits', segment({ alg: 'RS512' }), segment(padTo(JSON.stringify(claims), 2))],
    ['claims, four bits', segment({ alg: 'RS512' }), segment(padTo(JSON.stringify(claims), 1))],
  ])('refuses another encoding of the same bytes, although it is signed: %s', async (name, header, text) => {
    const token = name.startsWith('header')
      ? raw.signSegments(respell(header), text)
      : raw.signSegments(header, respell(text))
    expect(await codeOf(verify(token, { trust: rawTrust }))).toBe('ERR_TOKEN_MALFORMED')
  })

  it('refuses all fifteen other encodings of a genuine signature', async () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    const last = alphabet.indexOf(genuine.at(-1) ?? '')
    const spellings = Array.from({ length: 15 }, (_, bits) => `${genuine.slice(0, -1)}${alphabet[last + 1 + bits]}`)
    const bytes = new Set([genuine, ...spellings].map((token) => Buffer.from(token, 'base64url').toString('hex')))
    expect(bytes.size).toBe(1)
    const codes = await Promise.all(spellings.map((token) => codeOf(verify(token))))
    expect(new Set(codes)).toEqual(new Set(['ERR_TOKEN_MALFORMED']))
  })

  it('refuses segments with an impossible length', async () => {
    expect(await codeOf(verify(`${genuine}AAA`))).toBe('ERR_TOKEN_MALFORMED')
    expect(await codeOf(verify(`${genuineHeader}.${genuineClaims}.A`))).toBe('ERR_TOKEN_MALFORMED')
  })

  it('accepts a token of 128 KiB, but not a longer one', async () => {
    const longest = raw.signSegments(segment({ alg: 'RS512' }), padded(131_072 - 22 - 342))
    expect(longest).toHaveLength(131_072)
    expect(await codeOf(verify(longest, { trust: rawTrust }))).toBe('verified')
    const longer = raw.signSegments(segment('{"alg":"RS512"}  '), padded(131_073 - 25 - 342))
    expect(longer).toHaveLength(131_073)
    expect(await codeOf(verify(longer, { trust: rawTrust }))).toBe('ERR_TOKEN_MALFORMED')
  })

  it('refuses ten megabytes without decoding them', async () => {
    const decode = vi.spyOn(TextDecoder.prototype, 'decode')
    expect(await codeOf(verify(`${genuineHeader}.${'A'.repeat(10_000_000)}.AAAA`))).toBe('ERR_TOKEN_MALFORMED')
    expect(decode).not.toHaveBeenCalled()
    decode.mockRestore()
  })
})

describe('the algorithm', () => {
  it.each([
    'none',
    'None',
    'NONE',
    '',
    'HS256',
    'HS512',
    'ES512',
    'PS512',
    'EdDSA',
    'RS1',
    'RS256',
    'RS384',
    'rs512',
    'RS512 ',
    null,
    512,
    true,
    ['RS512'],
    { toString: 'RS512' },
    undefined,
  ])('refuses %j, which is not on the default list', async (alg) => {
    expect(await codeOf(verify(await tenant.sign({}, { alg })))).toBe('ERR_TOKEN_ALGORITHM')
  })

  it('refuses a token without a signature', async () => {
    expect(await codeOf(verify(`${segment({ alg: 'none' })}.${genuineClaims}.`))).toBe('ERR_TOKEN_ALGORITHM')
    expect(await codeOf(verify(`${genuineHeader}.${genuineClaims}.`))).toBe('ERR_TOKEN_SIGNATURE')
  })

  it('refuses a token whose header names another algorithm than its signature has', async () => {
    const algorithms: Algorithm[] = ['RS256', 'RS512']
    expect(await codeOf(verify(await tenant.sign({}, { alg: 'RS256' }), { algorithms }))).toBe('ERR_TOKEN_SIGNATURE')
  })

  it('refuses RS512 if only RS256 is allowed', async () => {
    expect(await codeOf(verify(genuine, { algorithms: ['RS256'] }))).toBe('ERR_TOKEN_ALGORITHM')
  })

  it.each([[['b64']], [['exp']], [[]], [null], ['b64'], [{}]])('refuses the header crit: %j', async (crit) => {
    expect(await codeOf(verify(await tenant.sign({}, { crit, b64: true })))).toBe('ERR_TOKEN_ALGORITHM')
  })

  it.each([
    [['none']],
    [['HS512']],
    [['PS512']],
    [['ES512']],
    [['RS1']],
    [['RS512', 'none']],
    [['rs512']],
    [['RS512x']],
    [['xRS512']],
    [[]],
    [['']],
  ])('throws a TypeError if the option `algorithms` is %j', async (algorithms) => {
    // possible in plain JavaScript
    await expect(verify(genuine, { algorithms: algorithms as Algorithm[] })).rejects.toThrow(TypeError)
  })
})

describe('the subject', () => {
  it.each(['save', 'Init', 'init ', '', null, 1, true, ['init'], { init: true }, undefined])(
    'refuses %j in place of init',
    async (sub) => {
      expect(await codeOf(verify(await tenant.sign({ sub })))).toBe('ERR_TOKEN_SUBJECT')
    },
  )

  it('can be another one, and then only that one', async () => {
    expect(await codeOf(verify(await tenant.sign({ sub: 'install' }), { subject: 'install' }))).toBe('verified')
    expect(await codeOf(verify(genuine, { subject: 'install' }))).toBe('ERR_TOKEN_SUBJECT')
  })
})

describe('the issuer', () => {
  it.each([
    'https://home.example.com',
    'https://home.example.com/',
    'https://HOME.example.COM',
    'HTTPS://home.example.com',
    'https://home.example.com:443',
  ])('is normalised to its origin: %s', async (iss) => {
    expect((await verify(await tenant.sign({ iss }))).issuer).toBe('https://home.example.com')
  })

  it.each([
    undefined,
    null,
    '',
    5,
    true,
    ['https://home.example.com'],
    { href: 'https://home.example.com' },
    'home.example.com',
    '//home.example.com',
    'https:home.example.com',
    'https:/home.example.com',
    'https://',
    'https:///home.example.com',
    'https://home.example.com//',
    'https://home.example.com/path',
    'https://home.example.com/.',
    'https://home.example.com?',
    'https://home.example.com?x',
    'https://home.example.com#',
    'https://home.example.com/#x',
    'https://@home.example.com',
    'https://user@home.example.com',
    'https://home.example.com@evil.example',
    'https://evil.example\\@home.example.com',
    'https:\\\\home.example.com',
    'https://home.example.com\\',
    'https://home.example.com%2f',
    'https://home.example.com%00',
    ' https://home.example.com',
    'https://home.example.com ',
    'https://home.example.com\n',
    'https://home.exa\tmple.com',
    'https://home.example.com:99999',
    'http://home.example.com',
    'ws://home.example.com',
    'wss://home.example.com',
    'ftp://home.example.com',
    'file:///home.example.com',
    'blob:https://home.example.com',
    'javascript:https://home.example.com',
    'data:,https://home.example.com',
    'null',
  ])('refuses %j, which is not an https origin', async (iss) => {
    expect(await codeOf(verify(await tenant.sign({ iss })))).toBe('ERR_TOKEN_ISSUER')
  })

  it.each([
    'https://evil.example',
    'https://example.com',
    'https://away.example.com',
    'https://xhome.example.com',
    'https://x.home.example.com',
    'https://home.example.com.evil.example',
    'https://home.example.com.',
    'https://home.example.co',
    'https://homeXexample.com',
    'https://home-example.com',
    'https://home.example.com:444',
    'https://hоme.example.com',
    'https://*.example.com',
  ])('refuses %s, which matches no rule, although the key is trusted', async (iss) => {
    expect(await codeOf(verify(await tenant.sign({ iss })))).toBe('ERR_TOKEN_ISSUER')
  })

  it('refuses a token with two issuers by the last one', async () => {
    const text = JSON.stringify(claims)
    const evilLast = `${text.slice(0, -1)},"iss":"https://evil.example"}`
    expect(await codeOf(verify(await tenant.signText('{"alg":"RS512"}', evilLast)))).toBe('ERR_TOKEN_ISSUER')
    const evilFirst = `{"iss":"https://evil.example",${text.slice(1)}`
    expect((await verify(await tenant.signText('{"alg":"RS512"}', evilFirst))).issuer).toBe(tenant.issuer)
  })
})

describe('the signature', () => {
  it('refuses a token that another key signed', async () => {
    const other = await createTokenFactory({ clock })
    expect(await codeOf(verify(await other.sign()))).toBe('ERR_TOKEN_SIGNATURE')
  })

  it('refuses claims and headers that were changed after signing', async () => {
    const richer = segment({ ...claims, 'ctx.userId': 'admin' })
    expect(await codeOf(verify(`${genuineHeader}.${richer}.${genuineSignature}`))).toBe('ERR_TOKEN_SIGNATURE')
    const header = segment({ alg: 'RS512', typ: 'JWT' })
    expect(await codeOf(verify(`${header}.${genuineClaims}.${genuineSignature}`))).toBe('ERR_TOKEN_SIGNATURE')
  })

  it('refuses the signature of another token of the same key', async () => {
    const [, , other] = (await tenant.sign({ jti: 'other' })).split('.')
    expect(await codeOf(verify(`${genuineHeader}.${genuineClaims}.${other}`))).toBe('ERR_TOKEN_SIGNATURE')
  })

  it('refuses a signature that was shortened or extended', async () => {
    expect(await codeOf(verify(`${genuineHeader}.${genuineClaims}.${genuineSignature.slice(0, 340)}`))).toBe(
      'ERR_TOKEN_SIGNATURE',
    )
    expect(await codeOf(verify(`${genuineHeader}.${genuineClaims}.AAAA${genuineSignature}`))).toBe(
      'ERR_TOKEN_SIGNATURE',
    )
  })

  it('refuses a token with any single bit of its text flipped', { timeout: 60_000 }, async () => {
    const flipped = Array.from({ length: genuine.length * 8 }, (_, bit) => {
      const at = bit >> 3
      const letter = String.fromCharCode(genuine.charCodeAt(at) ^ (1 << (bit & 7)))
      return `${genuine.slice(0, at)}${letter}${genuine.slice(at + 1)}`
    })
    const codes = await Promise.all(flipped.map((token) => codeOf(verify(token))))
    expect(codes.filter((code) => !code.startsWith('ERR_'))).toEqual([])
    expect(new Set(codes)).toContain('ERR_TOKEN_SIGNATURE')
  })
})

describe('the time', () => {
  const [iat, exp] = [NOW_SECONDS, NOW_SECONDS + 60]

  it.each([
    ['no expiry', { exp: undefined }],
    ['no time of issue', { iat: undefined }],
    ['an expiry of null', { exp: null }],
    ['an expiry in text', { exp: String(exp) }],
    ['an expiry in a list', { exp: [exp] }],
    ['an expiry of true', { exp: true }],
    ['an expiry that is an object', { exp: {} }],
    ['an expiry in milliseconds', { exp: exp * 1000 }],
    ['a time of issue in text', { iat: String(iat) }],
    ['a time of issue of null', { iat: null }],
    ['a time of issue in a list', { iat: [iat] }],
    ['a start in text', { nbf: String(iat) }],
    ['a start of null', { nbf: null }],
    ['a start of false', { nbf: false }],
    ['a lifetime of 601 seconds', { exp: iat + 601 }],
    ['a lifetime of 601 seconds, half of it over', { iat: iat - 300, exp: iat + 301 }],
    ['a lifetime of a century', { exp: iat + 3_155_760_000 }],
    ['the longest lifetime that a number can express', { iat: -1.7e308, exp: 1.7e308 }],
    ['a lifetime of zero', { exp: iat }],
    ['a lifetime that ends before it begins', { exp: iat - 1 }],
  ])('refuses %s', async (_name, changed) => {
    const named = 'iat' in changed && !('exp' in changed) ? 'iat' : Object.keys(changed).at(-1)
    const error = await errorOf(verify(await tenant.sign(changed)))
    expect(error).toMatchObject({ code: 'ERR_TOKEN_LIFETIME', claim: named })
  })

  it.each([
    ['exp', '1e400'],
    ['exp', '-1e400'],
    ['iat', '1e400'],
    ['iat', '-1e400'],
    ['nbf', '1e400'],
    ['nbf', '-1e400'],
  ])('refuses %s: %s, which JSON reads as infinite', async (name, number) => {
    const text = JSON.stringify({ nbf: iat, ...claims, [name]: 0 }).replace(`"${name}":0`, `"${name}":${number}`)
    expect(text).toContain(number)
    expect(await codeOf(verify(await tenant.signText('{"alg":"RS512"}', text)))).toBe('ERR_TOKEN_LIFETIME')
  })

  it.each([
    ['just issued', {}, 'verified'],
    ['a lifetime of ten minutes', { exp: iat + 600 }, 'verified'],
    ['fractions of seconds', { iat: iat - 0.5, exp: exp + 0.5 }, 'verified'],
    ['expired 29 s ago', { iat: iat - 60, exp: iat - 29 }, 'verified'],
    ['expired 30 s ago', { iat: iat - 60, exp: iat - 30 }, 'ERR_TOKEN_EXPIRED'],
    ['expired a year ago', { iat: iat - 31_536_060, exp: iat - 31_536_000 }, 'ERR_TOKEN_EXPIRED'],
    ['expired in 1970', { iat: 0, exp: 60 }, 'ERR_TOKEN_EXPIRED'],
    ['issued in 30 s', { iat: iat + 30, exp: iat + 90 }, 'verified'],
    ['issued in 31 s', { iat: iat + 31, exp: iat + 91 }, 'ERR_TOKEN_NOT_YET_VALID'],
    ['issued tomorrow', { iat: iat + 86_400, exp: iat + 86_460 }, 'ERR_TOKEN_NOT_YET_VALID'],
    ['starting now', { nbf: iat }, 'verified'],
    ['starting in 1970', { nbf: 0 }, 'verified'],
    ['starting in 30 s', { nbf: iat + 30 }, 'verified'],
    ['starting in 31 s', { nbf: iat + 31 }, 'ERR_TOKEN_NOT_YET_VALID'],
    ['starting tomorrow', { nbf: iat + 86_400 }, 'ERR_TOKEN_NOT_YET_VALID'],
  ])('checks a token %s', async (_name, changed, outcome) => {
    expect(await codeOf(verify(await tenant.sign(changed)))).toBe(outcome)
  })

  it.each([
    [0, { iat: iat - 60, exp: iat }, 'ERR_TOKEN_EXPIRED'],
    [0, { iat: iat - 60, exp: iat + 1 }, 'verified'],
    [0, { iat: iat + 1, exp: iat + 60 }, 'ERR_TOKEN_NOT_YET_VALID'],
    [0, { iat }, 'verified'],
    [120, { iat: iat - 180, exp: iat - 119 }, 'verified'],
    [120, { iat: iat - 180, exp: iat - 120 }, 'ERR_TOKEN_EXPIRED'],
    [120, { iat: iat + 120, exp: iat + 180 }, 'verified'],
    [120, { iat: iat + 121, exp: iat + 180 }, 'ERR_TOKEN_NOT_YET_VALID'],
  ])('with a tolerance of %i s checks %j', async (clockTolerance, changed, outcome) => {
    expect(await codeOf(verify(await tenant.sign(changed), { clockTolerance }))).toBe(outcome)
  })

  it.each([-1, NaN, Infinity, 601, 86_400])('throws a TypeError with a tolerance of %d s', async (seconds) => {
    await expect(verify(genuine, { clockTolerance: seconds })).rejects.toThrow(TypeError)
  })

  it.each([
    ['NaN', NaN],
    ['nothing', undefined],
  ])('refuses every token while the clock returns %s', async (_name, now) => {
    // possible in plain JavaScript
    const broken = (): number => now as number
    expect(await codeOf(verify(await tenant.sign({ iat: 0, exp: 60 }), { clock: broken }))).toMatch(/^ERR_TOKEN_/)
  })

  it('is the system time by default', async () => {
    const { sign, trust } = await createTokenFactory()
    expect(await codeOf(verifyToken(await sign(), { trust }))).toBe('verified')
    expect(await codeOf(verifyToken(await sign({ iat: 0, exp: 60 }), { trust }))).toBe('ERR_TOKEN_EXPIRED')
  })

  it.each([
    ['exp', { iat: iat - 120, exp: iat - 60 }],
    ['iat', { iat: iat + 60, exp: iat + 120 }],
    ['nbf', { nbf: iat + 60 }],
    ['iat', { iat: iat + 60, exp: iat + 120, nbf: iat }],
  ])('names the claim that failed: %s of %j', async (claim, changed) => {
    expect(await errorOf(verify(await tenant.sign(changed)))).toMatchObject({ claim })
  })
})

describe('user and tenant', () => {
  it.each([
    ['no user', { 'ctx.userId': undefined }],
    ['a user without a name', { 'ctx.userId': '' }],
    ['a user of null', { 'ctx.userId': null }],
    ['a numbered user', { 'ctx.userId': 1 }],
    ['a list of users', { 'ctx.userId': ['user-1'] }],
    ['a nested user', { 'ctx.userId': undefined, ctx: { userId: 'user-1' } }],
    ['a user under another name', { 'ctx.userId': undefined, userId: 'user-1' }],
    ['a tenant without a name', { 'ctx.tenantId': '' }],
    ['a tenant of null', { 'ctx.tenantId': null }],
    ['a numbered tenant', { 'ctx.tenantId': 1 }],
    ['a list of tenants', { 'ctx.tenantId': ['tenant-1'] }],
  ])('refuses %s', async (_name, changed) => {
    expect(await codeOf(verify(await tenant.sign(changed)))).toBe('ERR_TOKEN_CONTEXT')
  })

  it('can be without a tenant', async () => {
    const { context } = await verify(await tenant.sign({ 'ctx.tenantId': undefined }))
    expect({ ...context }).toEqual({ userId: 'user-1' })
  })
})

describe('an error', () => {
  it('has code, claim, reason and the path of the page of its code', async () => {
    const error = await errorOf(verify(await tenant.sign({ iat: 0, exp: 60 })))
    expect(error).toBeInstanceOf(TokenRejectedError)
    expect(error).toMatchObject({
      name: 'TokenRejectedError',
      code: 'ERR_TOKEN_EXPIRED',
      claim: 'exp',
      reason: 'expired',
      help: '@haiilo-kit/core/docs/errors/ERR_TOKEN_EXPIRED.md',
    })
  })

  it('never contains the token, the signature or a claim about the user', async () => {
    const secrets = { 'ctx.userId': 'user-secret', 'ctx.userEmail': 'ada@example.com' }
    const other = await createTokenFactory({ clock })
    const tokens = await Promise.all([
      other.sign(secrets),
      tenant.sign({ ...secrets, sub: 'save' }),
      tenant.sign({ ...secrets, iss: 'https://evil.example' }),
      tenant.sign({ ...secrets, iss: 'nonsense' }),
      tenant.sign({ ...secrets, exp: 0 }),
      tenant.sign({ ...secrets, iat: 0, exp: 60 }),
      tenant.sign({ ...secrets, nbf: 1e12 }),
      tenant.sign({ ...secrets, 'ctx.tenantId': 5 }),
      tenant.sign(secrets, { alg: 'none' }),
      tenant.sign(secrets, { crit: ['x'] }),
      other.sign(secrets, { jku: 'https://evil.example/' }),
      tenant.sign({ ...secrets, deep: nested(100) }),
      tenant.sign(secrets).then((token) => `${token}=`),
    ])
    const errors = await Promise.all(tokens.map((token) => errorOf(verify(token))))
    const printed = errors.map((error) => inspect(error, { depth: Infinity, showHidden: true }))
    for (const [index, token] of tokens.entries()) {
      const [header = '', body = '', signature = ''] = token.split('.')
      for (const secret of [header, body, signature.slice(0, 40), 'user-secret', 'ada@example.com']) {
        expect(printed[index]).not.toContain(secret)
      }
    }
  })

  it.each([
    ['issuer', { iss: `https://${'i'.repeat(1000)}` }, {}],
    ['issuer that is not an origin', { iss: `nonsense ${'i'.repeat(1000)}` }, {}],
    ['issuer that is an origin', { iss: `https://${'iiiiiiii.'.repeat(30)}example` }, {}],
    ['algorithm', {}, { alg: 'i'.repeat(1000) }],
    ['subject', { sub: 'i'.repeat(1000) }, {}],
    ['place of its key', { iss: 'https://home.example.com' }, { jku: `https://${'i'.repeat(1000)}` }],
  ])('contains at most 100 characters of a foreign %s', async (_name, changed, header) => {
    const other = await createTokenFactory({ clock })
    const error = await errorOf(verify(await other.sign(changed, header)))
    expect(error).toBeInstanceOf(TokenRejectedError)
    expect(inspect(error).split('i').length).toBeLessThan(200)
    expect(String(error)).not.toContain('i'.repeat(101))
    expect(String(error)).not.toContain('iiiiiiii.'.repeat(12))
  })
})

/** Inserts spaces before the last character until the length has this remainder when divided by three. */
function padTo(text: string, rest: number): string {
  return text.length % 3 === rest ? text : padTo(`${text.slice(0, -1)} }`, rest)
}

/** The same bytes with other unused bits. */
function respell(text: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  const other = `${text.slice(0, -1)}${alphabet[alphabet.indexOf(text.at(-1) ?? '') + 1]}`
  expect(Buffer.from(other, 'base64url')).toEqual(Buffer.from(text, 'base64url'))
  return other
}

/** Claims as a segment of exactly this length, with a claim as padding. */
function padded(length: number): string {
  const bytes = Math.floor((length * 3) / 4)
  const empty = JSON.stringify({ ...claims, fill: '' })
  return segment(JSON.stringify({ ...claims, fill: 'x'.repeat(bytes - empty.length) }))
}

function nested(depth: number): unknown {
  let value: unknown = 0
  for (let level = 0; level < depth; level++) value = [value]
  return value
}
