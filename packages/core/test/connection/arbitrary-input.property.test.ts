import { createTokenFactory, scriptHost } from '@haiilo-kit/test-kit'
import fc from 'fast-check'
import { base64url } from 'jose'
import { expect, it, vi } from 'vitest'
import { createHaiiloHost, haiiloErrorCodes, isHaiiloError, type HostSnapshot } from '../../src/index.js'

const SECONDS = 1_700_000_000
const clock = (): number => SECONDS * 1000
const tenant = await createTokenFactory({ clock })
/** A genuine signature of other claims. */
const genuine = (await tenant.sign()).split('.')[2] ?? ''

/** Each run gets one second, far more than it needs. A message that causes a hang is a counterexample too. */
const CHECK = { numRuns: 400, timeout: 1_000 }

const hostile = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown[]>({ toString: 1 }, { valueOf: null }, [['init']], 'ping', 'none', SECONDS, 1e400, '', null),
  fc.integer({ min: 1, max: 200 }).map((depth) => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`) as unknown),
)
/** Valid claims and headers, some replaced with arbitrary values. */
const claims = mostly({
  iss: tenant.issuer,
  sub: 'init',
  iat: SECONDS,
  exp: SECONDS + 60,
  nbf: undefined,
  'ctx.userId': 'user-1',
  'ctx.tenantId': 'tenant-1',
  'cfg.a': 1,
  'stt.edit': true,
})
const header = mostly({ alg: 'RS512', typ: 'JWT', jku: undefined, crit: undefined, b64: undefined })
const token = fc.record({
  header,
  claims,
  /** Whether it has the nonce of the pending request. */
  awaited: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, fc.constant(false)),
  signature: fc.oneof(
    fc.constant(genuine),
    fc.constant(''),
    fc.base64String().map((text) => text.replace(/[+/=]/g, '-')),
  ),
})
const data = fc.oneof(
  { weight: 4, arbitrary: token.map((parts) => ({ token: parts })) },
  fc.string({ unit: 'binary', maxLength: 2_000 }).map(asIs),
  fc.array(fc.base64String(), { maxLength: 5 }).map((segments) => asIs(segments.join('.'))),
  fc
    .anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withTypedArray: true,
      withSparseArray: true,
    })
    .filter(isCloneable)
    .map(asIs),
)
const origin = fc.constantFrom(tenant.issuer, 'https://evil.example.com', 'null', '', 'capacitor://localhost')

type Sample = typeof data extends fc.Arbitrary<infer Value> ? Value : never

function toData(sample: Sample, nonce: string): unknown {
  if ('value' in sample) return sample.value
  const { awaited, signature, ...parts } = sample.token
  return `${encode(parts.header)}.${encode({ ...parts.claims, ...(awaited && { jti: nonce }) })}.${signature}`
}

function mostly(right: Readonly<Record<string, unknown>>): fc.Arbitrary<Record<string, unknown>> {
  const value = (name: string): fc.Arbitrary<unknown> =>
    fc.oneof({ weight: 5, arbitrary: fc.constant(right[name]) }, hostile, fc.constant(undefined))
  return fc.record(Object.fromEntries(Object.keys(right).map((name) => [name, value(name)])))
}

function encode(part: unknown): string {
  return base64url.encode(JSON.stringify(part))
}

function asIs(value: unknown): { readonly value: unknown } {
  return { value }
}

function isCloneable(value: unknown): boolean {
  try {
    structuredClone(value)
    return true
  } catch {
    return false
  }
}

/** Opens a host, posts the data from `make` during the handshake, and returns the status of the host after that. */
async function statusAfter(
  make: (nonce: string) => unknown,
  from: { readonly origin?: string; readonly fromHost?: boolean } = {},
): Promise<HostSnapshot['status']> {
  const home = scriptHost({ tenant, clock, answer: () => undefined })
  const host = createHaiiloHost(home.options)
  try {
    host.subscribe(() => undefined)
    const { nonce } = await home.next('init')
    home.post(await make(nonce), from)
    const { verdict } = await home.seen({ direction: 'in' })
    if (verdict === 'ignored') return host.getSnapshot().status
    const error: unknown = await host.ready().then(
      () => undefined,
      (reason: unknown) => reason,
    )
    if (error === undefined) return 'ready'
    expect(error).toBe(host.getSnapshot().error)
    expect(isHaiiloError(error) && haiiloErrorCodes.includes(error.code)).toBe(true)
    expect(error).not.toHaveProperty('code', 'ERR_HANDSHAKE_TIMEOUT')
    return 'failed'
  } finally {
    host.close()
  }
}

it('arbitrary messages never make a host ready, and fail it only with a code', async () => {
  await fc.assert(
    fc.asyncProperty(data, origin, fc.boolean(), async (sample, from, fromHost) => {
      expect(['connecting', 'failed']).toContain(
        await statusAfter((nonce) => toData(sample, nonce), { origin: from, fromHost }),
      )
    }),
    CHECK,
  )
}, 60_000)

it('arbitrary signed claims make a host ready or fail it with a code', async () => {
  await fc.assert(
    fc.asyncProperty(claims, header, async (body, head) => {
      expect(['ready', 'failed']).toContain(await statusAfter((jti) => tenant.sign({ ...body, jti }, head)))
    }),
    CHECK,
  )
}, 60_000)

it('arbitrary messages to a ready host change nothing and reach no handler', async () => {
  const home = scriptHost({ tenant, clock })
  const host = createHaiiloHost(home.options)
  const received = vi.fn()
  host.on('ping', received)
  const snapshot = await host.ready()
  await home.seen({ direction: 'in' })
  await fc.assert(
    fc.asyncProperty(data, origin, fc.boolean(), async (sample, from, fromHost) => {
      const controller = new AbortController()
      const response = host.request('profile', {}, { signal: controller.signal }).then(
        () => 'answered',
        (error: unknown) => error,
      )
      const { nonce } = await home.next('profile')
      home.post(toData(sample, nonce), { origin: from, fromHost })
      expect((await home.seen({ direction: 'in' })).verdict).not.toBe('accepted')
      controller.abort('over')
      const outcome = await response
      expect(outcome === 'over' || isHaiiloError(outcome)).toBe(true)
      expect(host.getSnapshot()).toBe(snapshot)
    }),
    CHECK,
  )
  host.close()
  expect(received).not.toHaveBeenCalled()
}, 60_000)

it('refuses a valid response after a change of any one character', async () => {
  const characters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.='.split('')
  await fc.assert(
    fc.asyncProperty(
      fc.nat(),
      fc.constantFrom(...characters),
      fc.constantFrom('replace', 'insert', 'delete'),
      async (seed, character, how) => {
        const status = await statusAfter(async (nonce) => {
          const right = await tenant.sign({ jti: nonce })
          const place = seed % right.length
          const rest = right.slice(how === 'insert' ? place : place + 1)
          const changed = right.slice(0, place) + (how === 'delete' ? '' : character) + rest
          return changed === right ? `${right}.` : changed
        })
        expect(status).not.toBe('ready')
      },
    ),
    CHECK,
  )
}, 60_000)
