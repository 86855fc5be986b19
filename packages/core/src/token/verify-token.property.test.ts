import { createTokenFactory } from '@haiilo-kit/test-kit'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeOf } from '../../test/code-of.js'
import { createStubKeyServer } from '../../test/stub-key-server.js'
import { segment } from '../../test/raw-signer.js'
import { NOW } from '../../test/test-clock.js'
import { haiiloTrust, verifyToken, type TrustRule } from './index.js'

const clock = (): number => NOW
const tenant = await createTokenFactory({ clock })
const keyServer = createStubKeyServer({ 'https://keys.example.com/home.json': tenant.jwk })
const options = { clock, fetch: keyServer.fetch, trust: [{ ...tenant.trust[0]!, jku: ['https://keys.example.com/'] }] }
const platform = { clock, fetch: keyServer.fetch, trust: haiiloTrust(), development: true }
const CODED = /^ERR_[A-Z_]+$/
const CODED_OR_VERIFIED = /^(ERR_[A-Z_]+|verified)$/

/** Names with a meaning in JavaScript or in the protocol. */
const name = fc.oneof(
  fc.string(),
  fc.constantFrom('__proto__', 'toString', 'valueOf', 'constructor', 'then', 'toJSON', 'length', 'cfg.a', 'ctx.a'),
)
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 6 },
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    fc.double(),
    fc.string({ unit: 'binary' }),
    fc.array(tie('value'), { maxLength: 4 }),
    tie('record'),
  ),
  record: fc.dictionary(name, tie('value'), { maxKeys: 4 }),
}))
const claimName = fc.constantFrom(
  ...['iss', 'sub', 'iat', 'exp', 'nbf', 'jti', 'aud', 'ctx.userId', 'ctx.tenantId', 'ctx.userName', 'cfg.a', 'cfg'],
)
const headerName = fc.constantFrom('alg', 'jku', 'crit', 'typ', 'kid', 'jwk', 'x5u', 'x5c', 'zip', 'b64', 'enc')
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=']
const tokenLike = fc
  .array(fc.string({ unit: fc.constantFrom(...letters) }), { maxLength: 5 })
  .map((all) => all.join('.'))
const urlParts = fc.constantFrom(
  ...['https:', 'http:', '//', '/', '\\', '@', ':', '?', '#', '.', '..', '%2f', '%5c', '%00', '\t', '\n', ' ', '*'],
  ...['localhost', '127.0.0.1', '[::1]', '0', 'home.example.com', 'acme.coyocloud.com', 'plugins.coyoapp.com'],
  ...['certificate', 'coyocloud.com', '443', '99999', 'xn--', '\u3002', '\uFF0F', '\u00AD', '\uD800'],
)
const urlLike = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  fc.array(urlParts, { maxLength: 12 }).map((parts) => parts.join('')),
  fc
    .tuple(fc.constant('https://'), fc.array(urlParts, { maxLength: 8 }))
    .map(([scheme, parts]) => scheme + parts.join('')),
)

async function judge(token: unknown): Promise<string> {
  return codeOf(verifyToken(token as string, options)) // the very point: anything at all
}

describe('verifyToken', { timeout: 60_000 }, () => {
  it('refuses any text with a code', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary' }), fc.string(), tokenLike), async (text) => {
        expect(await judge(text)).toMatch(CODED)
      }),
      { numRuns: 400 },
    )
  })

  it('refuses any value with a code', async () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withObjectString: true,
      withSet: true,
      withSparseArray: true,
      withTypedArray: true,
      withBoxedValues: true,
    })
    await fc.assert(
      fc.asyncProperty(anything, async (value) => {
        expect(await judge(value)).toMatch(CODED)
      }),
      { numRuns: 250 },
    )
  })

  it('refuses any bytes as header, claims and signature with a code', async () => {
    const bytes = fc.uint8Array({ maxLength: 200 })
    await fc.assert(
      fc.asyncProperty(bytes, bytes, bytes, async (header, claims, signature) => {
        expect(await judge([header, claims, signature].map(segment).join('.'))).toMatch(CODED)
      }),
      { numRuns: 250 },
    )
  })

  it('refuses any JSON as header and claims with a code', async () => {
    await fc.assert(
      fc.asyncProperty(json.value, json.value, fc.uint8Array(), async (header, claims, signature) => {
        const token = `${segment(JSON.stringify(header))}.${segment(JSON.stringify(claims))}.${segment(signature)}`
        expect(await judge(token)).toMatch(CODED)
      }),
      { numRuns: 250 },
    )
  })

  it('verifies arbitrary signed claims or refuses them with a code', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(claimName, json.value, { maxKeys: 3 }),
        fc.dictionary(headerName, json.value, { maxKeys: 2 }),
        json.record,
        async (claims, header, others) => {
          expect(await judge(await tenant.sign({ ...(others as object), ...claims }, header))).toMatch(
            CODED_OR_VERIFIED,
          )
        },
      ),
      { numRuns: 250 },
    )
  })

  it('returns frozen claims that equal the signed ones', async () => {
    await fc.assert(
      fc.asyncProperty(json.value, async (value) => {
        const signed: unknown = JSON.parse(JSON.stringify(value), (key, member: unknown) =>
          key === '__proto__' ? undefined : member,
        )
        const { claims } = await verifyToken(await tenant.sign({ 'cfg.value': value }), options)
        expect(JSON.stringify(claims['cfg.value'])).toBe(JSON.stringify(signed))
        expect(Object.isFrozen(claims)).toBe(true)
        expect(Object.isFrozen(claims['cfg.value'])).toBe(true)
      }),
      { numRuns: 100 },
    )
  })

  it('never verifies a token with one bit of its bytes flipped', async () => {
    await fc.assert(
      fc.asyncProperty(fc.webUrl(), fc.nat(), async (url, seed) => {
        const parts = (await tenant.sign({ jti: url })).split('.').map((part) => Buffer.from(part, 'base64url'))
        const bits = parts.reduce((sum, part) => sum + part.length * 8, 0)
        let bit = seed % bits
        for (const part of parts) {
          if (bit >= 0 && bit < part.length * 8) part[bit >> 3]! ^= 1 << (bit & 7)
          bit -= part.length * 8
        }
        expect(await judge(parts.map(segment).join('.'))).toMatch(CODED)
      }),
      { numRuns: 250 },
    )
  })

  it('never verifies a genuine token after an insertion, a deletion or a change', async () => {
    const genuine = await tenant.sign()
    const at = fc.nat({ max: genuine.length })
    const piece = fc.oneof(fc.string({ unit: fc.constantFrom(...letters), maxLength: 8 }), fc.string({ maxLength: 3 }))
    await fc.assert(
      fc.asyncProperty(at, fc.nat({ max: 8 }), piece, async (start, taken, put) => {
        const changed = genuine.slice(0, start) + put + genuine.slice(start + taken)
        fc.pre(changed !== genuine)
        expect(await judge(changed)).toMatch(CODED)
      }),
      { numRuns: 400 },
    )
  })

  it('verifies or refuses with a code for any issuer and any key document URL', async () => {
    await fc.assert(
      fc.asyncProperty(urlLike, urlLike, async (iss, jku) => {
        const token = await tenant.sign({ iss }, { jku })
        expect(await codeOf(verifyToken(token, platform))).toMatch(CODED_OR_VERIFIED)
        expect(await codeOf(verifyToken(token, options))).toMatch(CODED_OR_VERIFIED)
      }),
      { numRuns: 400 },
    )
  })

  it('requests only documents that a rule accepts', async () => {
    await fc.assert(
      fc.asyncProperty(urlLike, async (jku) => {
        const { fetch, requests } = createStubKeyServer()
        const token = await tenant.sign({ iss: 'https://acme.coyocloud.com' }, { jku })
        await codeOf(verifyToken(token, { trust: haiiloTrust(), clock, fetch }))
        for (const { url } of requests) {
          expect(url).toMatch(/^https:\/\/(certificates\.plugins\.coyoapp\.com\/|plugins\.coyoapp\.com\/certificate\b)/)
        }
      }),
      { numRuns: 250 },
    )
  })

  it('accepts any string in a rule or throws a TypeError', async () => {
    const token = await tenant.sign({ iss: 'https://evil.example' })
    await fc.assert(
      fc.asyncProperty(urlLike, urlLike, async (issuer, jku) => {
        const trust: TrustRule[] = [{ issuer, jku: [jku] }]
        const outcome = await codeOf(verifyToken(token, { ...options, trust }))
        expect(outcome).toMatch(/^(ERR_[A-Z_]+$|not coded: TypeError)/)
      }),
      { numRuns: 250 },
    )
  })
})
