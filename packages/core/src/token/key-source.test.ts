import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { createTokenFactory } from '@haiilo-kit/test-kit'
import { describe, expect, it } from 'vitest'
import { codeOf, errorOf } from '../../test/code-of.js'
import { createStubKeyServer, type StubKeyServer } from '../../test/stub-key-server.js'
import { createRawSigner } from '../../test/raw-signer.js'
import { createTestClock, NOW, NOW_SECONDS, type TestClock } from '../../test/test-clock.js'
import { createHaiiloHost, memoryTransport } from '../index.js'
import { haiiloTrust, TokenRejectedError, verifyToken, type Algorithm, type VerifyTokenOptions } from './index.js'

const [one, two] = await Promise.all([
  createTokenFactory({ clock: () => NOW }),
  createTokenFactory({ clock: () => NOW }),
])
const raw = createRawSigner()
const ISSUER = one.issuer
const PLACE = 'https://keys.example.com/'
const JKU = `${PLACE}home.json`
const trust = [{ issuer: ISSUER, jku: [PLACE] }]
const claims = { iss: ISSUER, iat: NOW_SECONDS, exp: NOW_SECONDS + 60, sub: 'init', 'ctx.userId': 'user-1' }

/** A back end with a clock and key documents. Each one has its own key source. */
interface Backend {
  readonly keyServer: StubKeyServer
  readonly clock: TestClock
  /** Verifies a current token with a key document. Returns the result and the number of requests. */
  readonly judge: (signer?: Pick<typeof one, 'sign'>, jku?: string) => Promise<[string, number]>
}

function createBackend(
  documents: Parameters<typeof createStubKeyServer>[0],
  options: VerifyTokenOptions = {},
): Backend {
  const keyServer = createStubKeyServer(documents)
  const clock = createTestClock()
  const settings = { trust: [...trust], clock, fetch: keyServer.fetch, ...options }
  return {
    keyServer,
    clock,
    async judge(signer = one, jku = JKU) {
      const before = keyServer.requests.length
      const iat = clock() / 1000
      const code = await codeOf(verifyToken(await signer.sign({ iat, exp: iat + 60 }, { jku }), settings))
      return [code, keyServer.requests.length - before]
    },
  }
}

/** The result for a token that `raw` signed and that has this key document. */
async function judgeDocument(document: unknown): Promise<string> {
  const { fetch } = createStubKeyServer({ [JKU]: () => Response.json(document) })
  const token = raw.sign(claims, { jku: JKU })
  return codeOf(verifyToken(token, { trust: [...trust], clock: () => NOW, fetch }))
}

describe('a key document', () => {
  const { n, e, kty } = raw.jwk

  it.each([
    ['of the vendor', { alg: { name: 'RSASSA-PKCS1-v1_5', hash: { name: 'SHA-512' } }, key: raw.jwk }],
    ['of the vendor, without import parameters', { key: raw.jwk }],
    ['that is a JWK set', { keys: [raw.jwk] }],
    ['that is a JWK set of several keys', { keys: [one.jwk, two.jwk, raw.jwk] }],
    ['that is a bare JWK', raw.jwk],
    ['that is a bare JWK of the least members', { kty, n, e }],
    ['whose import parameters name another hash', { alg: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-1' }, key: raw.jwk }],
    ['whose import parameters name another kind', { alg: { name: 'HMAC', hash: 'SHA-512' }, key: raw.jwk }],
    ['whose import parameters are none', { alg: null, key: raw.jwk }],
    ['whose key names another algorithm', { key: { ...raw.jwk, alg: 'RS256' } }],
    ['whose key names an algorithm of another kind', { key: { ...raw.jwk, alg: 'HS512' } }],
    ['whose key names no algorithm', { key: { ...raw.jwk, alg: 'none' } }],
    ['whose key is said to be for encryption', { key: { ...raw.jwk, use: 'enc', key_ops: ['encrypt'] } }],
    ['whose key is said to be for signing', { key: { ...raw.jwk, key_ops: ['sign'], ext: false } }],
    ['with private members, which are ignored', { key: raw.privateJwk }],
    ['that is a bare private key', raw.privateJwk],
    ['with broken private members', { key: { ...raw.jwk, d: 'AAAA', p: 5 } }],
    ['with unknown members', { key: { ...raw.jwk, x5u: 'https://evil.example/' }, next: JKU }],
  ])('is accepted: one %s', async (_name, document) => {
    expect(await judgeDocument(document)).toBe('verified')
  })

  it.each([
    ['holds no key at all', {}],
    ['holds a key that is null', { key: null }],
    ['holds an empty key', { key: {} }],
    ['holds no RSA key', { key: { kty: 'oct', k: n } }],
    ['holds the modulus as a secret', { key: { kty: 'oct', k: n, alg: 'HS512' } }],
    [
      'holds an elliptic key',
      { key: generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' }) },
    ],
    ['holds an Edwards key', { key: generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }) }],
    ['holds an elliptic key that says RSA', { key: { ...raw.jwk, kty: 'EC' } }],
    ['holds a key without a modulus', { key: { kty, e } }],
    ['holds a key without an exponent', { key: { kty, n } }],
    ['holds a key whose modulus is a number', { key: { kty, n: 5, e } }],
    ['holds a key whose modulus is not base64url', { key: { kty, n: '***', e } }],
    ['holds a key whose modulus is an object', { key: { kty, n: { n }, e } }],
    ['holds a key whose exponent is 0', { key: { kty, n, e: 'AA' } }],
    ['holds a key whose exponent is 1', { key: { kty, n, e: 'AQ' } }],
    ['holds a key whose exponent is 257', { key: { kty, n, e: 'AQE' } }],
    ['holds a key whose exponent is 65535', { key: { kty, n, e: '__8' } }],
    ['holds a certificate', { certificate: '-----BEGIN CERTIFICATE-----' }],
  ])('is refused with a code if it %s', async (_name, document) => {
    expect(await judgeDocument(document)).toBe('ERR_KEY_UNUSABLE')
  })

  it.each([
    ['null', null],
    ['a number', 5],
    ['a text', 'key'],
    ['an empty list', []],
    ['a list of keys', [raw.jwk]],
    ['an empty JWK set', { keys: [] }],
    ['a JWK set of nonsense', { keys: [null, 5, 'key', []] }],
  ])('is refused with a code if it is %s', async (_name, document) => {
    expect(await judgeDocument(document)).toMatch(/^ERR_(KEY|TOKEN_SIGNATURE)/)
  })

  it.each([
    ['1024 bits', { modulusLength: 1024 }],
    ['2040 bits', { modulusLength: 2040 }],
    ['an exponent of 3', { publicExponent: 3 }],
    ['an exponent of 257', { publicExponent: 257 }],
  ])('is refused with a weak key that really signed: %s', async (_name, options) => {
    const weak = createRawSigner(options)
    const { fetch } = createStubKeyServer({ [JKU]: weak.jwk })
    const token = weak.sign(claims, { jku: JKU })
    const settings = { clock: () => NOW, fetch }
    expect(await codeOf(verifyToken(token, { ...settings, trust: [...trust] }))).toBe('ERR_KEY_UNUSABLE')
    expect(await codeOf(verifyToken(token, { ...settings, trust: [{ issuer: ISSUER, keys: [weak.jwk] }] }))).toBe(
      'ERR_KEY_UNUSABLE',
    )
  })

  it('is refused with a key of more than 8192 bits', async () => {
    const bytes = randomBytes(1025)
    bytes[0] = 0xff
    bytes[1024]! |= 1
    expect(await judgeDocument({ kty, e, n: bytes.toString('base64url') })).toBe('ERR_KEY_UNUSABLE')
    expect(await judgeDocument({ kty, e, n: bytes.subarray(1).toString('base64url') })).not.toBe('verified')
  })

  it('is accepted with its usable keys if a JWK set also has others (RFC 7517 §5)', async () => {
    const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' })
    expect(await judgeDocument({ keys: [elliptic, raw.jwk] })).toBe('verified')
    expect(await judgeDocument({ keys: [raw.jwk, elliptic] })).toBe('verified')
  })

  it('is accepted with sixteen keys at most', async () => {
    const others = Array.from({ length: 15 }, () => two.jwk)
    expect(await judgeDocument({ keys: [...others, raw.jwk] })).toBe('verified')
    expect(await judgeDocument({ keys: [...others, two.jwk, raw.jwk] })).toBe('ERR_TOKEN_SIGNATURE')
  })

  it.each<Algorithm>(['RS256', 'RS384', 'RS512'])('is accepted for %s if that is allowed', async (alg) => {
    const signer = await createTokenFactory({ alg, clock: () => NOW })
    const algorithms: Algorithm[] = ['RS256', 'RS384', 'RS512']
    const { judge } = createBackend({ [JKU]: { alg: { hash: 'SHA-1' }, key: signer.jwk } }, { algorithms })
    expect(await judge(signer)).toEqual(['verified', 1])
  })
})

describe('the request for a key document', () => {
  it('has no redirects, no credentials and no referrer', async () => {
    const { keyServer, judge } = createBackend({ [JKU]: one.jwk })
    await judge()
    expect(keyServer.requests).toHaveLength(1)
    expect(keyServer.requests[0]).toMatchObject({
      url: JKU,
      init: { redirect: 'error', credentials: 'omit', referrerPolicy: 'no-referrer' },
    })
    expect(keyServer.requests[0]?.init).not.toHaveProperty('headers')
    expect(keyServer.requests[0]?.init?.signal).toBeInstanceOf(AbortSignal)
  })

  it('is not made if a built-in key matches', async () => {
    const { judge } = createBackend({ [JKU]: two.jwk }, { trust: [{ issuer: ISSUER, keys: [one.jwk], jku: [PLACE] }] })
    expect(await judge(one)).toEqual(['verified', 0])
  })

  it('is not made for a token that fails an earlier check', async () => {
    const { keyServer, clock } = createBackend({})
    const options = { trust: [...trust], clock, fetch: keyServer.fetch }
    const header = { jku: JKU }
    const tokens = await Promise.all([
      one.sign({ sub: 'save' }, header),
      one.sign({ iss: 'https://evil.example' }, header),
      one.sign({ iss: 'nonsense' }, header),
      one.sign({}, { ...header, alg: 'RS256' }),
      one.sign({}, { ...header, crit: [] }),
    ])
    await Promise.all(tokens.map((token) => codeOf(verifyToken(token, options))))
    expect(keyServer.requests).toEqual([])
  })

  it.each<[name: string, claims: object, header?: object]>([
    ['an expired token', { iat: NOW_SECONDS - 120, exp: NOW_SECONDS - 60 }],
    ['a token of the future', { iat: NOW_SECONDS + 60, exp: NOW_SECONDS + 120 }],
    ['a token that starts later', { nbf: NOW_SECONDS + 60 }],
    ['a lifetime of a day', { exp: NOW_SECONDS + 86_400 }],
    ['no lifetime', { iat: undefined, exp: undefined }],
    ['a lifetime in text', { exp: String(NOW_SECONDS + 60) }],
    ['another subject', { sub: 'save' }],
    ['no user', { 'ctx.userId': undefined }],
    ['an empty user', { 'ctx.userId': '' }],
    ['a tenant that is not a string', { 'ctx.tenantId': 7 }],
    ['an issuer that no rule names', { iss: 'https://evil.example' }],
    ['an issuer that is not an origin', { iss: 'https://home.example.com/path' }],
    ['an algorithm that is not allowed', {}, { alg: 'RS256' }],
    ['a document elsewhere', {}, { jku: 'https://evil.example/key.json' }],
  ])('is not made for %s', async (_name, changed, header) => {
    const { keyServer, clock } = createBackend({ [JKU]: one.jwk })
    const token = await one.sign(changed, { jku: JKU, ...header })
    expect(await codeOf(verifyToken(token, { trust: [...trust], clock, fetch: keyServer.fetch }))).not.toBe('verified')
    expect(keyServer.requests).toEqual([])
  })

  it('is made once for concurrent tokens', async () => {
    const answer = Promise.withResolvers<Response>()
    const { fetch, requests } = createStubKeyServer({ [JKU]: () => answer.promise })
    const token = await one.sign({}, { jku: JKU })
    const options = { trust: [...trust], clock: () => NOW, fetch }
    const outcomes = Array.from({ length: 30 }, () => codeOf(verifyToken(token, options)))
    // then all of them wait for the same response
    await new Promise((resolve) => setImmediate(resolve))
    answer.resolve(Response.json(one.jwk))
    expect(new Set(await Promise.all(outcomes))).toEqual(new Set(['verified']))
    expect(requests).toHaveLength(1)
  })

  it('is not made again while the document is known', async () => {
    const { clock, judge } = createBackend({ [JKU]: one.jwk })
    expect(await judge()).toEqual(['verified', 1])
    clock.advance(599_000)
    expect(await judge()).toEqual(['verified', 0])
    clock.advance(2000)
    expect(await judge()).toEqual(['verified', 1])
  })

  it('is made again if the clock was set back by more than that', async () => {
    const { clock, judge } = createBackend({ [JKU]: one.jwk })
    expect(await judge()).toEqual(['verified', 1])
    clock.advance(-3_600_000)
    expect(await judge()).toEqual(['verified', 1])
  })
})

describe('a limit per minute', () => {
  it('applies to all documents together, and expires', async () => {
    const { keyServer, clock, judge } = createBackend({})
    for (let index = 0; index < 20; index++) {
      expect(await judge(one, `${PLACE}${index}.json`)).toEqual(['ERR_KEYS_UNAVAILABLE', 1])
    }
    keyServer.documents.set(JKU, one.jwk)
    expect(await judge()).toEqual(['ERR_KEYS_UNAVAILABLE', 0])
    clock.advance(59_000)
    expect(await judge()).toEqual(['ERR_KEYS_UNAVAILABLE', 0])
    clock.advance(11_000)
    expect(await judge()).toEqual(['verified', 1])
  })

  it('does not affect tokens with a known document', async () => {
    const { judge } = createBackend({ [JKU]: one.jwk })
    expect(await judge()).toEqual(['verified', 1])
    for (let index = 0; index < 40; index++) await judge(two, `${PLACE}${index}.json`)
    expect(await judge(two, `${PLACE}another.json`)).toEqual(['ERR_KEYS_UNAVAILABLE', 0])
    expect(await judge()).toEqual(['verified', 0])
  })

  it('applies to a flood of forged tokens that name a genuine document', async () => {
    const { clock, keyServer, judge } = createBackend({ [JKU]: one.jwk })
    await judge()
    for (let index = 0; index < 60; index++) {
      await judge(two)
      clock.advance(1000)
    }
    expect(keyServer.requests.length).toBeLessThanOrEqual(4)
    expect(await judge()).toEqual(['verified', 0])
  })
})

describe('a document that cannot be loaded', () => {
  it.each([
    ['an error of the network', () => Promise.reject(new TypeError('network'))],
    ['an error thrown at once', () => thrown()],
    ['404', () => new Response('not found', { status: 404 })],
    ['403 with a key', () => Response.json(one.jwk, { status: 403 })],
    ['500 with a key', () => Response.json(one.jwk, { status: 500 })],
    [
      'a page',
      () => new Response('<!doctype html><title>Sign in</title>', { headers: { 'content-type': 'text/html' } }),
    ],
    ['nothing', () => new Response(null, { status: 204 })],
    ['an empty text', () => new Response('')],
    ['broken JSON', () => new Response(JSON.stringify(one.jwk).slice(0, -1))],
    ['a key and more', () => new Response(`${JSON.stringify(one.jwk)};`)],
    ['more than 64 KiB', () => Response.json({ key: one.jwk, fill: 'x'.repeat(65_536) })],
  ])('fails closed, with the cause: %s', async (_name, document) => {
    const { fetch } = createStubKeyServer({ [JKU]: document })
    const error = await errorOf(
      verifyToken(await one.sign({}, { jku: JKU }), { trust: [...trust], clock: () => NOW, fetch }),
    )
    expect(error).toBeInstanceOf(TokenRejectedError)
    expect(error).toMatchObject({ code: 'ERR_KEYS_UNAVAILABLE', claim: 'jku', reason: 'keys-unavailable' })
    expect(error).toHaveProperty('cause', expect.any(Error))
  })

  it('can have up to 64 KiB', async () => {
    const empty = JSON.stringify({ key: one.jwk, fill: '' })
    const document = { key: one.jwk, fill: 'x'.repeat(65_536 - empty.length) }
    expect(JSON.stringify(document)).toHaveLength(65_536)
    expect(await createBackend({ [JKU]: document }).judge()).toEqual(['verified', 1])
    expect(await createBackend({ [JKU]: { ...document, x: 0 } }).judge()).toEqual(['ERR_KEYS_UNAVAILABLE', 1])
  })

  it('is requested again only after a pause', async () => {
    const { keyServer, clock, judge } = createBackend({})
    expect(await judge()).toEqual(['ERR_KEYS_UNAVAILABLE', 1])
    keyServer.documents.set(JKU, one.jwk)
    expect(await judge()).toEqual(['ERR_KEYS_UNAVAILABLE', 0])
    clock.advance(9000)
    expect(await judge()).toEqual(['ERR_KEYS_UNAVAILABLE', 0])
    clock.advance(2000)
    expect(await judge()).toEqual(['verified', 1])
  })

  it('does not affect another document', async () => {
    const { judge } = createBackend({ [`${PLACE}other.json`]: one.jwk })
    expect(await judge()).toEqual(['ERR_KEYS_UNAVAILABLE', 1])
    expect(await judge(one, `${PLACE}other.json`)).toEqual(['verified', 1])
  })

  it('never displaces a loaded document', async () => {
    const { keyServer, clock, judge } = createBackend({ [JKU]: one.jwk })
    expect(await judge()).toEqual(['verified', 1])
    keyServer.documents.clear()
    clock.advance(31_000)
    expect(await judge(two)).toEqual(['ERR_KEYS_UNAVAILABLE', 1])
    expect(await judge()).toEqual(['verified', 0])
    for (let minute = 0; minute < 5; minute++) {
      for (let index = 0; index < 20; index++) await judge(two, `${PLACE}${minute}/${index}.json`)
      clock.advance(61_000)
    }
    expect(await judge()).toEqual(['verified', 0])
  })

  it('is requested immediately after `retry()`, once', async () => {
    const { keyServer, clock } = createBackend({})
    const link = memoryTransport()
    link.host.listen((data) => {
      const { jti } = data as { jti: string } // the handshake of our own host
      void one.sign({ jti }, { jku: JKU }).then((token) => link.host.post(token, ISSUER))
    })
    const host = createHaiiloHost({ source: 'source-1', transport: link.plugin, trust, clock, fetch: keyServer.fetch })
    expect(await codeOf(host.ready())).toBe('ERR_KEYS_UNAVAILABLE')
    expect(keyServer.requests).toHaveLength(1)
    host.retry()
    expect(await codeOf(host.ready())).toBe('ERR_KEYS_UNAVAILABLE')
    expect(keyServer.requests).toHaveLength(2)
    keyServer.documents.set(JKU, one.jwk)
    host.retry()
    expect(await codeOf(host.ready())).toBe('verified')
    expect(keyServer.requests).toHaveLength(3)
    host.close()
  })
})

describe('a flood of tokens that name invented documents', () => {
  /** Twenty invented documents per second: far more than the limit per minute. */
  async function flood({ judge }: Backend, round: number): Promise<void> {
    for (let index = 0; index < 20; index++) await judge(two, `${PLACE}invented-${round}-${index}.json`)
  }

  it('does not affect genuine tokens for an hour', async () => {
    const backend = createBackend({ [JKU]: one.jwk })
    const outcomes = [(await backend.judge())[0]]
    for (let minute = 0; minute < 60; minute++) {
      await flood(backend, minute)
      backend.clock.advance(60_000)
      await flood(backend, minute + 100)
      outcomes.push((await backend.judge())[0])
    }
    expect(outcomes).toEqual(Array(61).fill('verified'))
  })

  it('does not prevent rotated keys from being fetched', async () => {
    const backend = createBackend({ [JKU]: one.jwk })
    await backend.judge()
    backend.clock.advance(40_000)
    await flood(backend, 1)
    backend.keyServer.documents.set(JKU, two.jwk)
    expect(await backend.judge(two)).toEqual(['verified', 1])
  })

  it('never displaces a loaded document, even if the invented ones exist', async () => {
    const backend = createBackend({ [JKU]: one.jwk })
    await backend.judge()
    for (let minute = 0; minute < 10; minute++) {
      for (let index = 0; index < 20; index++) {
        const url = `${PLACE}other-${minute}-${index}.json`
        backend.keyServer.documents.set(url, raw.jwk)
        await backend.judge(two, url)
      }
      backend.clock.advance(50_000)
    }
    backend.keyServer.documents.clear()
    expect((await backend.judge())[0]).toBe('verified')
  })

  it('does not use up the pause after a failed refresh', async () => {
    const backend = createBackend({ [JKU]: one.jwk })
    await backend.judge()
    backend.clock.advance(601_000)
    backend.keyServer.documents.set(JKU, () => new Response('', { status: 503 }))
    expect(await backend.judge()).toEqual(['verified', 1])
    await flood(backend, 1)
    expect(await backend.judge()).toEqual(['verified', 0])
  })
})

describe('a key server with an outage', () => {
  const outages: [name: string, answer: () => Response | Promise<Response>][] = [
    ['answers 500', () => new Response('', { status: 500 })],
    ['answers 503', () => new Response('', { status: 503 })],
    ['answers 429', () => new Response('', { status: 429 })],
    ['cannot be reached', () => Promise.reject(new TypeError('network'))],
    ['answers with a page', () => new Response('<!doctype html><title>Maintenance</title>')],
    ['answers with a document without keys', () => Response.json({})],
  ]

  it.each(outages)('%s: a loaded document is used for a day', async (_name, answer) => {
    const { keyServer, clock, judge } = createBackend({ [JKU]: one.jwk })
    await judge()
    keyServer.documents.set(JKU, answer)
    for (const hours of [0.2, 1, 12, 10]) {
      clock.advance(hours * 3_600_000)
      expect((await judge())[0]).toBe('verified')
      expect((await judge(two))[0]).not.toBe('verified')
    }
    clock.advance(3_600_000)
    expect((await judge())[0]).toMatch(/^ERR_KEYS?_UN/)
  })

  it('gets another request after a pause, and then only its new document is used', async () => {
    const { keyServer, clock, judge } = createBackend({ [JKU]: one.jwk })
    await judge()
    clock.advance(601_000)
    keyServer.documents.set(JKU, () => new Response('', { status: 503 }))
    expect(await judge()).toEqual(['verified', 1])
    expect(await judge()).toEqual(['verified', 0])
    keyServer.documents.set(JKU, two.jwk)
    clock.advance(31_000)
    expect(await judge(two)).toEqual(['verified', 1])
    expect(await judge(one)).toEqual(['ERR_TOKEN_SIGNATURE', 0])
  })

  it.each([404, 410])('%i is not an outage: the document was withdrawn', async (status) => {
    const { keyServer, clock, judge } = createBackend({ [JKU]: one.jwk })
    await judge()
    clock.advance(601_000)
    keyServer.documents.set(JKU, () => new Response('', { status }))
    expect(await judge()).toEqual(['ERR_KEYS_UNAVAILABLE', 1])
    clock.advance(31_000)
    keyServer.documents.set(JKU, () => new Response('', { status: 503 }))
    expect((await judge())[0]).toBe('ERR_KEYS_UNAVAILABLE')
  })
})

describe('keys that rotate', () => {
  it('are fetched again if the document is newer than the cached copy', async () => {
    const { keyServer, clock, judge } = createBackend({ [JKU]: one.jwk })
    expect(await judge(one)).toEqual(['verified', 1])
    keyServer.documents.set(JKU, two.jwk)
    clock.advance(31_000)
    expect(await judge(two)).toEqual(['verified', 1])
    expect(await judge(two)).toEqual(['verified', 0])
  })

  it('are not fetched again for a fresh copy', async () => {
    const { keyServer, clock, judge } = createBackend({ [JKU]: one.jwk })
    expect(await judge(one)).toEqual(['verified', 1])
    keyServer.documents.set(JKU, two.jwk)
    clock.advance(1000)
    expect(await judge(two)).toEqual(['ERR_TOKEN_SIGNATURE', 0])
  })

  it('are requested only once if the first document does not match', async () => {
    const { judge } = createBackend({ [JKU]: one.jwk })
    expect(await judge(two)).toEqual(['ERR_TOKEN_SIGNATURE', 1])
  })

  it('replace the old key, which is refused with the new document', async () => {
    const { keyServer, clock, judge } = createBackend({ [JKU]: one.jwk })
    await judge(one)
    keyServer.documents.set(JKU, two.jwk)
    clock.advance(601_000)
    expect(await judge(one)).toEqual(['ERR_TOKEN_SIGNATURE', 1])
    expect(await judge(two)).toEqual(['verified', 0])
  })

  it('are verified with the document if they are newer than the built-in one', async () => {
    const rules = [{ issuer: ISSUER, keys: [one.jwk], jku: [PLACE] }]
    const { judge } = createBackend({ [JKU]: two.jwk }, { trust: rules })
    expect(await judge(one)).toEqual(['verified', 0])
    expect(await judge(two)).toEqual(['verified', 1])
  })

  it('are verified with the vendor’s document if they are newer than the built-in one', async () => {
    const jku = 'https://plugins.coyoapp.com/certificate/coyocloud.com_new.jwk.json'
    const { fetch, requests } = createStubKeyServer({ [jku]: { alg: {}, key: two.jwk } })
    const token = await two.sign({ iss: 'https://acme.coyocloud.com' }, { jku })
    expect(await codeOf(verifyToken(token, { trust: haiiloTrust(), clock: () => NOW, fetch }))).toBe('verified')
    expect(requests).toHaveLength(1)
  })
})

describe('keys of a rule', () => {
  const verify = async (keys: unknown): Promise<string> => {
    const rules = [{ issuer: ISSUER, keys: keys as [] }] // plain JavaScript can hand in anything
    return codeOf(verifyToken(await one.sign(), { trust: rules, clock: () => NOW }))
  }

  it('can be a function, which is called when it is needed', async () => {
    expect(await verify(() => Promise.resolve([one.jwk]))).toBe('verified')
    expect(await verify(() => Promise.resolve([]))).toBe('ERR_TOKEN_KEY_UNTRUSTED')
    expect(await verify(() => Promise.resolve([two.jwk]))).toBe('ERR_TOKEN_SIGNATURE')
  })

  it('are requested again after a failure, which has a code', async () => {
    let calls = 0
    const keys = (): Promise<(typeof one.jwk)[]> =>
      calls++ ? Promise.resolve([one.jwk]) : Promise.reject(new Error('the key store sleeps'))
    const options = { trust: [{ issuer: ISSUER, keys }], clock: () => NOW }
    const token = await one.sign()
    expect(await codeOf(verifyToken(token, options))).toBe('ERR_KEYS_UNAVAILABLE')
    expect(await codeOf(verifyToken(token, options))).toBe('verified')
  })

  it.each([
    ['an elliptic key', [{ kty: 'EC', crv: 'P-256', x: 'AAAA', y: 'AAAA' }]],
    ['a secret', [{ kty: 'oct', k: 'AAAA' }]],
    ['a weak key beside a good one', [one.jwk, { ...raw.jwk, e: 'Aw' }]],
  ])('are refused with a code if one is %s', async (_name, keys) => {
    expect(await verify(keys)).toBe('ERR_KEY_UNUSABLE')
  })
})

function thrown(): never {
  throw new TypeError('thrown')
}
