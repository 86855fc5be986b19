import { createTokenFactory, nextTask, scriptFetch, type ScriptedHostSettings } from '@haiilo-kit/test-kit'
import { base64url } from 'jose'
import { describe, expect, it, vi } from 'vitest'
import { openScene, type Scene } from '../scene.js'
import {
  isHaiiloError,
  TokenRejectedError,
  type HaiiloErrorCode,
  type HaiiloHost,
  type HaiiloHostOptions,
} from '../../src/index.js'

const NOW = 1_700_000_000_000
const SECONDS = NOW / 1000
const LIMIT = 128 * 1024
const clock = (): number => NOW
const tenant = await createTokenFactory({ clock })
const stranger = await createTokenFactory({ clock })
const neighbour = await createTokenFactory({ issuer: 'https://neighbour.example.com', clock })
const byRs256 = await createTokenFactory({ alg: 'RS256', clock })
const JKU = 'https://keys.example.com/key.json'

function connect(settings: Partial<ScriptedHostSettings> = {}, options: HaiiloHostOptions = {}): Scene {
  return openScene({ tenant, clock, ...settings }, options)
}

/** A host that has not responded to `init` yet. */
async function connecting(options?: HaiiloHostOptions): Promise<Scene & { readonly nonce: string }> {
  const scene = connect({ answer: () => undefined }, options)
  scene.host.subscribe(() => undefined)
  const { nonce } = await scene.home.next('init')
  return { ...scene, nonce }
}

async function failureOf(host: HaiiloHost): Promise<unknown> {
  return host.ready().then(
    () => 'ready',
    (error: unknown) => error,
  )
}

function encode(part: unknown): string {
  return base64url.encode(typeof part === 'string' ? part : JSON.stringify(part))
}

/** Another base64url encoding of the same bytes: signatures of 256 and 512 bytes leave unused bits in the last character. */
function respell(segment: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  return segment.slice(0, -1) + alphabet.charAt(alphabet.indexOf(segment.slice(-1)) ^ 1)
}

/** A valid token with this length, or one more if base64url has no such length. */
async function tokenOfLength(jti: string, length: number): Promise<string> {
  const bare = await tenant.sign({ jti, 'cfg.big': '' })
  for (let padding = Math.floor(((length - bare.length) * 3) / 4) - 2; ; padding += 1) {
    const token = await tenant.sign({ jti, 'cfg.big': 'x'.repeat(padding) })
    if (token.length >= length) return token
  }
}

describe('ignores', () => {
  type Silent = (nonce: string) => unknown
  const cases: [name: string, reason: string, data: Silent, from?: { origin?: string; fromHost?: boolean }][] = [
    ['the right answer from another window', 'other-window', (jti) => tenant.sign({ jti }), { fromHost: false }],
    ['junk from another window', 'other-window', () => ({ junk: true }), { fromHost: false }],

    ['an object', 'not-a-string', (jti) => ({ iss: tenant.issuer, sub: 'init', jti })],
    ['a list that reads like the right answer', 'not-a-string', async (jti) => [await tenant.sign({ jti })]],
    ['a number', 'not-a-string', () => 42],
    ['null', 'not-a-string', () => null],
    ['bytes', 'not-a-string', async (jti) => new TextEncoder().encode(await tenant.sign({ jti }))],

    ['the right answer with more than 128 KiB', 'too-long', (jti) => tokenOfLength(jti, LIMIT + 1)],
    ['10 MB', 'too-long', () => 'a'.repeat(10_000_000)],

    ['an empty text', 'not-a-token', () => ''],
    ['a word', 'not-a-token', () => 'init'],
    ['dots', 'not-a-token', () => '..'],
    ['JSON', 'not-a-token', (jti) => JSON.stringify({ sub: 'init', jti })],
    ['two segments', 'not-a-token', (jti) => `${encode({ alg: 'RS512' })}.${encode({ sub: 'init', jti })}`],
    ['four segments', 'not-a-token', async (jti) => `${await tenant.sign({ jti })}.AAAA`],
    ['white space before the right answer', 'not-a-token', async (jti) => ` ${await tenant.sign({ jti })}`],
    ['a line break after the right answer', 'not-a-token', async (jti) => `${await tenant.sign({ jti })}\n`],
    ['padding after the right answer', 'not-a-token', async (jti) => `${await tenant.sign({ jti })}==`],
    ['claims that are not JSON', 'not-a-token', () => `${encode({ alg: 'RS512' })}.${encode('{')}.AAAA`],
    ['claims that are a list', 'not-a-token', (jti) => `${encode({ alg: 'RS512' })}.${encode([{ jti }])}.AAAA`],
    ['claims that are null', 'not-a-token', () => `${encode({ alg: 'RS512' })}.${encode(null)}.AAAA`],
    ['claims that are not UTF-8', 'not-a-token', () => `${encode({ alg: 'RS512' })}.${invalidUtf8()}.AAAA`],
    ['a header that is not JSON', 'not-a-token', (jti) => `${encode('alg')}.${encode({ sub: 'init', jti })}.AAAA`],
    ['a header that is a list', 'not-a-token', (jti) => `${encode(['RS512'])}.${encode({ sub: 'init', jti })}.AAAA`],

    ['a nonce that we did not send', 'not-awaited', () => tenant.sign({ jti: crypto.randomUUID() })],
    ['an answer without a nonce', 'not-awaited', () => tenant.sign()],
    ['a list that holds the nonce', 'not-awaited', (jti) => tenant.sign({ jti: [jti] })],
    ['a host’s own message before the handshake', 'not-awaited', () => tenant.sign({ sub: 'edit', jti: 'x' })],
  ]

  it.each(cases)('%s (%s)', async (_, reason, data, from) => {
    const { home, host, nonce } = await connecting()
    home.post(await data(nonce), from)
    expect(await home.seen({ direction: 'in' })).toMatchObject({ verdict: 'ignored', reason })
    expect(host.getSnapshot().status).toBe('connecting')
    // the nonce is still pending
    home.post(await tenant.sign({ jti: nonce }))
    expect((await host.ready()).context.userId).toBe('user-1')
  })

  function invalidUtf8(): string {
    return base64url.encode(new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]))
  }

  it('a valid response from an origin other than the pinned one', async () => {
    const { home, host } = connect({}, { embedders: ['https://wrapper.example.com'] })
    await host.ready()
    const refresh = host.getToken({ fresh: true })
    await home.next('init')
    const { nonce } = home.sent.at(-1) ?? {}
    home.post(await tenant.sign({ jti: nonce }), { origin: 'https://wrapper.example.com' })
    expect(await home.seen({ verdict: 'ignored' })).toMatchObject({ reason: 'other-origin' })
    expect(await refresh).toBeTypeOf('string')
  })

  it('a second copy of the response', async () => {
    const { home, host, nonce } = await connecting()
    const token = await tenant.sign({ jti: nonce })
    home.post(token)
    home.post(token)
    const snapshot = await host.ready()
    expect(await home.seen({ verdict: 'ignored' })).toMatchObject({ reason: 'not-awaited' })
    home.post(token)
    expect(await home.seen({ verdict: 'ignored' })).toMatchObject({ reason: 'not-awaited' })
    expect(host.getSnapshot()).toBe(snapshot)
  })
})

it('accepts a response of 128 KiB', async () => {
  const { home, host, nonce } = await connecting()
  let token = await tokenOfLength(nonce, LIMIT)
  if (token.length > LIMIT) token = await tokenOfLength(nonce, LIMIT - 3)
  expect(token.length).toBeGreaterThan(LIMIT - 4)
  home.post(token)
  expect((await host.ready()).token).toBe(token)
})

describe('accepts', () => {
  it.each<[string, claims: object]>([
    ['an issuer with a final slash', { iss: `${tenant.issuer}/` }],
    ['an issuer in capital letters', { iss: tenant.issuer.toUpperCase() }],
    ['a token that has just expired, within the tolerance', { iat: SECONDS - 89, exp: SECONDS - 29 }],
    ['a token of the near future, within the tolerance', { iat: SECONDS + 30, exp: SECONDS + 90, nbf: SECONDS + 30 }],
    ['a lifetime of ten minutes', { exp: SECONDS + 600 }],
    ['a user without a tenant id', { 'ctx.tenantId': undefined }],
    ['claims of 32 levels', { 'cfg.deep': nested(31) }],
  ])('%s', async (_, claims) => {
    const { host } = connect({ answer: ({ nonce }) => tenant.sign({ jti: nonce, ...claims }) })
    expect(await host.ready()).toMatchObject({ status: 'ready', issuer: tenant.issuer, context: { userId: 'user-1' } })
  })

  it.each(['RS256', 'RS384'] as const)('%s if it is allowed', async (alg) => {
    const other = await createTokenFactory({ alg, clock })
    const { host } = connect(
      { tenant: other, answer: ({ nonce }) => other.sign({ jti: nonce }) },
      { algorithms: [alg] },
    )
    expect((await host.ready()).status).toBe('ready')
  })
})

interface Refusal {
  readonly name: string
  readonly code: HaiiloErrorCode
  readonly claim?: string
  readonly token: (jti: string) => string | Promise<string>
  /** Origin of the sender. */
  readonly origin?: string
  readonly options?: HaiiloHostOptions
}

/** Invalid responses with our nonce, in the order of the checks. */
const refusals: Refusal[] = [
  ...['save', 'edit', 'Init', undefined, null, ['init'], { toString: 'init' }].map((sub) => ({
    name: `the subject ${JSON.stringify(sub)}`,
    code: 'ERR_TOKEN_SUBJECT' as const,
    claim: 'sub',
    token: (jti: string) => tenant.sign({ jti, sub }),
  })),
  {
    name: 'a respelled signature',
    code: 'ERR_TOKEN_MALFORMED',
    token: async (jti) => respell(await tenant.sign({ jti })),
  },
  {
    name: 'respelled claims',
    code: 'ERR_TOKEN_MALFORMED',
    token: async (jti) => {
      const claims = { iss: tenant.issuer, iat: SECONDS, exp: SECONDS + 60, sub: 'init', jti, 'ctx.userId': 'user-1' }
      // white space after the claims until their base64url has unused bits
      const text = JSON.stringify(claims)
      const token = await tenant.signText('{"alg":"RS512"}', text.padEnd(Math.ceil(text.length / 3) * 3 + 1))
      const [header = '', payload = '', signature = ''] = token.split('.')
      return `${header}.${respell(payload)}.${signature}`
    },
  },
  {
    name: 'no signature',
    code: 'ERR_TOKEN_ALGORITHM',
    claim: 'alg',
    token: async (jti) => {
      const [, claims] = (await tenant.sign({ jti })).split('.')
      return `${encode({ typ: 'JWT', alg: 'none' })}.${claims ?? ''}.`
    },
  },
  ...[
    'none',
    'None',
    'HS512',
    'RS256',
    'PS512',
    'ES512',
    '',
    undefined,
    null,
    512,
    ['RS512'],
    { toString: 'RS512' },
  ].map((alg) => ({
    name: `the algorithm ${JSON.stringify(alg)}`,
    code: 'ERR_TOKEN_ALGORITHM' as const,
    claim: 'alg',
    token: (jti: string) => tenant.sign({ jti }, { alg }),
  })),
  {
    name: 'a good signature by an algorithm that is not allowed',
    code: 'ERR_TOKEN_ALGORITHM',
    claim: 'alg',
    token: (jti) => byRs256.sign({ jti }),
    options: { trust: byRs256.trust },
  },
  ...[['exp'], [], 'exp', null].map((crit) => ({
    name: `crit ${JSON.stringify(crit)}`,
    code: 'ERR_TOKEN_ALGORITHM' as const,
    token: (jti: string) => tenant.sign({ jti }, { crit }),
  })),
  ...[
    'home.example.com',
    'https://home.example.com/path',
    'https://home.example.com//',
    'https://home.example.com?',
    'https://user@home.example.com',
    'https:home.example.com',
    'https:\\\\home.example.com',
    ' https://home.example.com',
    'http://home.example.com',
    '',
    undefined,
    null,
    [tenant.issuer],
    { toString: tenant.issuer },
  ].map((iss) => ({
    name: `the issuer ${JSON.stringify(iss)}`,
    code: 'ERR_TOKEN_ISSUER' as const,
    claim: 'iss',
    token: (jti: string) => tenant.sign({ jti, iss }),
  })),
  ...[
    'https://evil.example.com',
    'http://home.example.com',
    'https://home.example.com:8443',
    'https://sub.home.example.com',
  ].map((origin) => ({
    name: `a right answer relayed by ${origin}`,
    code: 'ERR_TOKEN_ORIGIN' as const,
    claim: 'iss',
    origin,
    token: (jti: string) => tenant.sign({ jti }),
  })),
  ...['null', 'capacitor://localhost', 'ionic://localhost', 'file://', ''].map((origin) => ({
    name: `a host with the origin "${origin}"`,
    code: 'ERR_HOST_ORIGIN_OPAQUE' as const,
    origin,
    token: (jti: string) => tenant.sign({ jti }),
  })),
  {
    name: 'an issuer that nobody trusts',
    code: 'ERR_TOKEN_ISSUER',
    claim: 'iss',
    origin: neighbour.issuer,
    token: (jti) => neighbour.sign({ jti }),
  },
  {
    name: 'a key document that nobody trusts',
    code: 'ERR_TOKEN_KEY_UNTRUSTED',
    claim: 'jku',
    token: (jti) => stranger.sign({ jti }, { jku: 'https://keys.stranger.example.com/key.json' }),
  },
  { name: 'the signature of a stranger', code: 'ERR_TOKEN_SIGNATURE', token: (jti) => stranger.sign({ jti }) },
  {
    name: 'claims changed after signing',
    code: 'ERR_TOKEN_SIGNATURE',
    token: async (jti) => {
      const [header, , signature] = (await tenant.sign({ jti })).split('.')
      const [, claims] = (await stranger.sign({ jti, 'ctx.userId': 'somebody else' })).split('.')
      return [header, claims, signature].join('.')
    },
  },
  {
    name: 'a header changed after signing',
    code: 'ERR_TOKEN_SIGNATURE',
    token: async (jti) => {
      const [, claims, signature] = (await tenant.sign({ jti })).split('.')
      return [encode({ alg: 'RS512', typ: 'changed' }), claims, signature].join('.')
    },
  },
  {
    name: 'an empty signature',
    code: 'ERR_TOKEN_SIGNATURE',
    token: async (jti) => (await tenant.sign({ jti })).replace(/[^.]*$/, ''),
  },
  ...[
    { exp: undefined },
    { iat: undefined },
    { exp: String(SECONDS + 60) },
    { iat: String(SECONDS) },
    { exp: null },
    { exp: SECONDS + 601 },
    { exp: SECONDS },
    { iat: SECONDS + 20, exp: SECONDS + 10 },
    { nbf: 'now' },
  ].map((claims) => ({
    name: `the times ${JSON.stringify({ ...claims })}`,
    code: 'ERR_TOKEN_LIFETIME' as const,
    token: (jti: string) => tenant.sign({ jti, ...claims }),
  })),
  {
    name: 'an expiry beyond all numbers',
    code: 'ERR_TOKEN_LIFETIME',
    token: (jti) =>
      tenant.signText(
        '{"alg":"RS512"}',
        `{"iss":"${tenant.issuer}","sub":"init","jti":"${jti}","iat":${SECONDS},"exp":1e400,"ctx.userId":"user-1"}`,
      ),
  },
  {
    name: 'a token that expired before the tolerance',
    code: 'ERR_TOKEN_EXPIRED',
    claim: 'exp',
    token: (jti) => tenant.sign({ jti, iat: SECONDS - 91, exp: SECONDS - 31 }),
  },
  {
    name: 'a token of the future',
    code: 'ERR_TOKEN_NOT_YET_VALID',
    claim: 'iat',
    token: (jti) => tenant.sign({ jti, iat: SECONDS + 31, exp: SECONDS + 91 }),
  },
  {
    name: 'a token whose time has not come',
    code: 'ERR_TOKEN_NOT_YET_VALID',
    claim: 'nbf',
    token: (jti) => tenant.sign({ jti, nbf: SECONDS + 31 }),
  },
  {
    name: 'any lag at all where no tolerance is given',
    code: 'ERR_TOKEN_EXPIRED',
    claim: 'exp',
    token: (jti) => tenant.sign({ jti, iat: SECONDS - 61, exp: SECONDS - 1 }),
    options: { clockTolerance: 0 },
  },
  ...[undefined, '', null, 7, ['user-1'], { id: 1 }].map((userId) => ({
    name: `the user ${JSON.stringify(userId)}`,
    code: 'ERR_TOKEN_CONTEXT' as const,
    claim: 'ctx.userId',
    token: (jti: string) => tenant.sign({ jti, 'ctx.userId': userId }),
  })),
  ...['', null, 7].map((tenantId) => ({
    name: `the tenant id ${JSON.stringify(tenantId)}`,
    code: 'ERR_TOKEN_CONTEXT' as const,
    token: (jti: string) => tenant.sign({ jti, 'ctx.tenantId': tenantId }),
  })),
  {
    name: 'claims of 33 levels',
    code: 'ERR_TOKEN_MALFORMED',
    token: (jti) => tenant.sign({ jti, 'cfg.deep': nested(32) }),
  },
  {
    name: 'claims that nest ten thousand levels deep',
    code: 'ERR_TOKEN_MALFORMED',
    token: (jti) =>
      tenant.signText(
        '{"alg":"RS512"}',
        `{"iss":"${tenant.issuer}","sub":"init","jti":"${jti}","iat":${SECONDS},"exp":${SECONDS + 60},"ctx.userId":"user-1","cfg.deep":${'['.repeat(10_000)}${']'.repeat(10_000)}}`,
      ),
  },
  {
    name: 'a subject that nests ten thousand levels deep',
    code: 'ERR_TOKEN_SUBJECT',
    claim: 'sub',
    token: (jti) =>
      `${encode({ alg: 'RS512' })}.${encode(`{"jti":"${jti}","sub":${'['.repeat(10_000)}${']'.repeat(10_000)}}`)}.AAAA`,
  },
]

describe('fails the handshake immediately for', () => {
  it.each(refusals)('$name ($code)', async ({ code, claim, token, origin, options }) => {
    const { home, host, nonce } = await connecting(options)
    const bad = await token(nonce)
    home.post(bad, origin === undefined ? {} : { origin })
    const error = await failureOf(host)
    expect(error).toBeInstanceOf(TokenRejectedError)
    expect(error).toMatchObject({ code, ...(claim !== undefined && { claim }) })
    expect(error).toHaveProperty(
      'reason',
      code
        .replace(/^ERR_(TOKEN_)?/, '')
        .toLowerCase()
        .replaceAll('_', '-'),
    )
    expect(isHaiiloError(error)).toBe(true)
    expect(host.getSnapshot()).toMatchObject({ status: 'failed', error: { code } })
    expect(await home.seen({ direction: 'in' })).toMatchObject({ verdict: 'refused', reason: code })
    // the nonce was consumed
    home.post(await tenant.sign({ jti: nonce }))
    await nextTask()
    expect(host.getSnapshot().status).toBe('failed')
  })

  it('any reason, without personal data or parts of the token in the message', async () => {
    const { home, host, nonce } = await connecting()
    const token = await stranger.sign({ jti: nonce, 'ctx.userName': 'Ada Lovelace' })
    home.post(token)
    const error = (await failureOf(host)) as Error
    for (const secret of [token, token.split('.')[2] ?? '', 'Ada', nonce]) expect(error.message).not.toContain(secret)
  })

  it('an issuer of any length, which is shortened in the message', async () => {
    const { home, host, nonce } = await connecting()
    home.post(await tenant.sign({ jti: nonce, iss: `evil${'!'.repeat(10_000)}` }))
    const { message } = (await failureOf(host)) as Error
    expect(message).toContain('evil')
    expect(message.length).toBeLessThan(500)
  })
})

describe('a nonce', () => {
  it('is consumed by the first message, even if that is refused later', async () => {
    const keys = scriptFetch()
    const trust = [{ issuer: tenant.issuer, keys: [tenant.jwk], jku: ['https://keys.example.com/'] }]
    const { home, host, nonce } = await connecting({ trust, fetch: keys.fetch })
    home.post(await stranger.sign({ jti: nonce }, { jku: JKU }))
    await keys.next()
    home.post(await tenant.sign({ jti: nonce }))
    expect(await home.seen({ direction: 'in' })).toMatchObject({ verdict: 'ignored', reason: 'not-awaited' })
    await nextTask()
    expect(host.getSnapshot().status).toBe('connecting')
  })

  it('is consumed by a message with another subject', async () => {
    const { home, host, nonce } = await connecting()
    const [wrong, right] = await Promise.all([tenant.sign({ jti: nonce, sub: 'save' }), tenant.sign({ jti: nonce })])
    home.post(wrong)
    home.post(right)
    expect(await failureOf(host)).toMatchObject({ code: 'ERR_TOKEN_SUBJECT' })
    await nextTask()
    expect(host.getSnapshot().status).toBe('failed')
  })

  it('is new for each handshake request', async () => {
    const { home, host } = connect()
    await host.ready()
    await host.getToken({ fresh: true })
    await host.getToken({ fresh: true })
    host.send('openProfile')
    await home.next('openProfile')
    const nonces = home.sent.map(({ nonce }) => nonce)
    expect(new Set(nonces).size).toBe(nonces.length)
  })
})

describe('the origin', () => {
  const trust = [{ issuer: tenant.issuer, jku: ['https://keys.example.com/'] }]

  it('is checked before any key is fetched', async () => {
    const fetch = vi.fn(async () => Response.json({ keys: [tenant.jwk] }))
    const { home, host, nonce } = await connecting({ trust, fetch })
    home.post(await tenant.sign({ jti: nonce }, { jku: JKU }), { origin: 'https://evil.example.com' })
    expect(await failureOf(host)).toMatchObject({ code: 'ERR_TOKEN_ORIGIN' })
    await nextTask()
    expect(fetch).not.toHaveBeenCalled()
  })

  it('of the issuer causes a request for its keys', async () => {
    const fetch = vi.fn(async () => Response.json({ keys: [tenant.jwk] }))
    const { home, host, nonce } = await connecting({ trust, fetch })
    home.post(await tenant.sign({ jti: nonce }, { jku: JKU }))
    expect((await host.ready()).status).toBe('ready')
    expect(fetch).toHaveBeenCalledTimes(1)
  })

  it('of the issuer is not sufficient: a wrong signature is refused', async () => {
    const fetch = vi.fn(async () => Response.json({ keys: [tenant.jwk] }))
    const { home, host, nonce } = await connecting({ trust, fetch })
    home.post(await stranger.sign({ jti: nonce }, { jku: JKU }))
    expect(await failureOf(host)).toMatchObject({ code: 'ERR_TOKEN_SIGNATURE' })
    expect(fetch).toHaveBeenCalled()
  })

  it.each(['algorithm', 'issuer', 'trust'])('is not the only check before a key is fetched: %s', async (check) => {
    const fetch = vi.fn(async () => Response.json({ keys: [tenant.jwk] }))
    const { home, host, nonce } = await connecting({ trust, fetch })
    const header = { jku: JKU, ...(check === 'algorithm' && { alg: 'RS256' }) }
    const iss = { issuer: 'home.example.com', trust: neighbour.issuer }[check] ?? tenant.issuer
    home.post(await tenant.sign({ jti: nonce, iss }, header), { origin: check === 'trust' ? iss : tenant.issuer })
    expect(await failureOf(host)).toHaveProperty('code')
    await nextTask()
    expect(fetch).not.toHaveBeenCalled()
  })

  it('can be listed in `embedders`: messages then go to the wrapper', async () => {
    const wrapper = 'https://wrapper.example.com'
    const { home, host } = connect({ origin: wrapper }, { embedders: ['https://another.example.com', `${wrapper}/`] })
    expect(await host.ready()).toMatchObject({ issuer: tenant.issuer, origin: wrapper })
    host.setHeight(10)
    expect((await home.next('setHeight')).targetOrigin).toBe(wrapper)
  })

  it('of the issuer is accepted even if `embedders` does not list it', async () => {
    const { host } = connect({}, { embedders: ['https://wrapper.example.com'] })
    expect((await host.ready()).origin).toBe(tenant.issuer)
  })

  it('that is listed does not make an issuer trusted', async () => {
    const wrapper = 'https://wrapper.example.com'
    const { home, host, nonce } = await connecting({ embedders: [wrapper] })
    home.post(await neighbour.sign({ jti: nonce }), { origin: wrapper })
    expect(await failureOf(host)).toMatchObject({ code: 'ERR_TOKEN_ISSUER' })
  })

  it('that is similar to a listed one is refused', async () => {
    const { home, host, nonce } = await connecting({ embedders: ['https://wrapper.example.com'] })
    home.post(await tenant.sign({ jti: nonce }), { origin: 'https://wrapper.example.com.evil.example' })
    expect(await failureOf(host)).toMatchObject({ code: 'ERR_TOKEN_ORIGIN' })
  })
})

it('drops claims named __proto__, at every depth', async () => {
  const { home, host, nonce } = await connecting()
  home.post(
    await tenant.signText(
      '{"alg":"RS512"}',
      `{"iss":"${tenant.issuer}","sub":"init","jti":"${nonce}","iat":${SECONDS},"exp":${SECONDS + 60},"__proto__":{"polluted":1},` +
        '"ctx.userId":"user-1","ctx.__proto__":{"polluted":1},"cfg.__proto__":{"polluted":1},"cfg.shop":{"__proto__":{"polluted":1}}}',
    ),
  )
  const { claims, config, context } = await host.ready()
  for (const record of [claims, config, context, config['shop'] as object]) {
    expect(Object.getPrototypeOf(record)).toBe(null)
    expect(Object.getOwnPropertyNames(record)).not.toContain('__proto__')
    expect({ ...record }).not.toHaveProperty('polluted')
  }
})

function nested(levels: number): unknown {
  let value: unknown = 'deep'
  for (let level = 0; level < levels; level += 1) value = level % 2 ? { value } : [value]
  return value
}
