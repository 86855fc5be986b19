import { describe, expect, it, vi } from 'vitest'
import { change, createTenant, createTestClock, install, NOW, NOW_SECONDS } from '../../test/tenant.js'
import { memoryStore, verifyPluginToken, type HaiiloStore, type HaiiloUser } from '../index.js'

const clock = createTestClock()
const tenant = await createTenant({ clock: () => NOW })
const foreign = await createTenant({ issuer: 'https://other.example.com', clock: () => NOW })
const trust = [...tenant.trust, ...foreign.trust]
/** A key that joins ids with one of these, without escaping them, is the same for different ids. */
const SEPARATORS = [' ', ',', '/', ':', '|', '\n', '","']

async function createScene(): Promise<{ store: HaiiloStore; verify: (token: unknown) => Promise<HaiiloUser> }> {
  const store = memoryStore()
  await install(store, tenant.installation)
  const options = { store, trust, clock: createTestClock() }
  return { store, verify: (token) => verifyPluginToken(token as string, options) }
}

function codeOf(verification: Promise<unknown>): Promise<unknown> {
  return verification.then(
    () => 'verified',
    (error: unknown) => (error as { readonly code?: unknown }).code,
  )
}

describe('a token of an installed tenant', () => {
  it('returns its user with a key of issuer, tenant and user id', async () => {
    const { verify } = await createScene()
    const user = await verify(await tenant.sign({ 'ctx.userName': 'Ada' }))
    expect(user).toMatchObject({
      key: '["https://home.example.com","tenant-1","user-1"]',
      issuer: 'https://home.example.com',
      tenantId: 'tenant-1',
      userId: 'user-1',
      installations: [tenant.installation],
      expiresAt: NOW + 60_000,
    })
    expect(user.context.userName).toBe('Ada')
    expect(JSON.stringify(user)).not.toMatch(/eyJ/)
  })

  it.each(SEPARATORS)('never gives two users the same key, even with %j in their ids', async (separator) => {
    const { store, verify } = await createScene()
    const keyOf = async (tenantId: string, userId: string): Promise<string> => {
      await install(store, { ...tenant.installation, tenantId })
      return (await verify(await tenant.sign({ 'ctx.tenantId': tenantId, 'ctx.userId': userId }))).key
    }
    expect(await keyOf(`a${separator}b`, 'c')).not.toBe(await keyOf('a', `b${separator}c`))
  })
})

describe('a token is refused', () => {
  it.each<[string, () => Promise<unknown>, string]>([
    [
      'of a tenant that has not installed the plug-in',
      () => tenant.sign({ 'ctx.tenantId': 'tenant-2' }),
      'ERR_TENANT_UNKNOWN',
    ],
    [
      'of another issuer with the same tenant id',
      () => foreign.sign({ 'ctx.tenantId': 'tenant-1' }),
      'ERR_TENANT_UNKNOWN',
    ],
    ['without a tenant', () => tenant.sign({ 'ctx.tenantId': undefined }), 'ERR_TOKEN_CONTEXT'],
    ['without a user', () => tenant.sign({ 'ctx.userId': undefined }), 'ERR_TOKEN_CONTEXT'],
    ['of a lifecycle event', () => tenant.signEvent('install'), 'ERR_TOKEN_SUBJECT'],
    ['with the algorithm none', () => tenant.sign({}, { alg: 'none' }), 'ERR_TOKEN_ALGORITHM'],
    ['that has expired', () => tenant.sign({ iat: NOW_SECONDS - 91, exp: NOW_SECONDS - 31 }), 'ERR_TOKEN_EXPIRED'],
    [
      'with a changed signature',
      async () => (await tenant.sign()).replace(/\.[^.]{4}([^.]*)$/, '.AAAA$1'),
      'ERR_TOKEN_SIGNATURE',
    ],
    ['that is not a string', () => Promise.resolve(['token']), 'ERR_TOKEN_MALFORMED'],
    ['that is empty', () => Promise.resolve(''), 'ERR_TOKEN_MALFORMED'],
  ])('%s', async (_, sign, code) => {
    const { verify } = await createScene()
    expect(await codeOf(verify(await sign()))).toBe(code)
  })

  it('without a request for a key, if the tenant has not installed the plug-in', async () => {
    const fetch = vi.fn<typeof globalThis.fetch>()
    const options = {
      store: memoryStore(),
      clock,
      fetch,
      trust: [{ issuer: tenant.issuer, jku: ['https://keys.example.com/'] }],
    }
    const token = await tenant.sign({}, { jku: 'https://keys.example.com/1' })
    expect(await codeOf(verifyPluginToken(token, options))).toBe('ERR_TENANT_UNKNOWN')
    expect(fetch).not.toHaveBeenCalled()
  })

  it('if the store does not answer', async () => {
    const { store, verify } = await createScene()
    const token = await tenant.sign()
    await verify(token)
    vi.spyOn(store, 'installationsOf').mockRejectedValue(
      Object.assign(new Error('down'), { code: 'ERR_STORE_UNAVAILABLE' }),
    )
    expect(await codeOf(verify(token))).toBe('ERR_STORE_UNAVAILABLE')
  })
})

describe('a token that was verified', () => {
  it('is not verified again, even if many requests bring it at once', async () => {
    const { verify } = await createScene()
    const token = await tenant.sign()
    const signatures = vi.spyOn(crypto.subtle, 'verify')
    await Promise.all(Array.from({ length: 20 }, () => verify(token)))
    await verify(token)
    expect(signatures).toHaveBeenCalledTimes(1)
    signatures.mockRestore()
  })

  it('is refused after the tenant has uninstalled the plug-in', async () => {
    const { store, verify } = await createScene()
    const token = await tenant.sign()
    await verify(token)
    await change(store, { type: 'uninstall', installation: tenant.installation, eventAt: 2 })
    expect(await codeOf(verify(token))).toBe('ERR_TENANT_UNKNOWN')
  })

  it('is refused after it has expired, and while the clock is before its time', async () => {
    const store = memoryStore()
    await install(store, tenant.installation)
    const time = createTestClock()
    const verify = (token: string): Promise<unknown> => verifyPluginToken(token, { store, trust, clock: time })
    const token = await tenant.sign()
    await verify(token)
    time.advance(89_999)
    expect(await codeOf(verify(token))).toBe('verified')
    time.advance(1)
    expect(await codeOf(verify(token))).toBe('ERR_TOKEN_EXPIRED')
    time.advance(-121_000)
    expect(await codeOf(verify(token))).toBe('ERR_TOKEN_NOT_YET_VALID')
  })

  it('does not let another text with the same claims pass', async () => {
    const { verify } = await createScene()
    const token = await tenant.sign()
    await verify(token)
    const [header = '', claims = ''] = token.split('.')
    expect(await codeOf(verify(`${header}.${claims}.AAAA`))).toBe('ERR_TOKEN_SIGNATURE')
    expect(await codeOf(verify(token))).toBe('verified')
  })
})

describe('a token that was refused', () => {
  it('is verified again, and accepted after the tenant has installed the plug-in', async () => {
    const { store, verify } = await createScene()
    await change(store, { type: 'uninstall', installation: tenant.installation, eventAt: 2 })
    const token = await tenant.sign()
    expect(await codeOf(verify(token))).toBe('ERR_TENANT_UNKNOWN')
    await install(store, tenant.installation)
    expect(await codeOf(verify(token))).toBe('verified')
  })
})

describe('a token for a single use', () => {
  it('is accepted once, even if many requests bring it at once', async () => {
    const { store } = await createScene()
    const options = { store, trust, clock: () => Date.now(), singleUse: true }
    const now = Math.floor(Date.now() / 1000)
    const token = await tenant.sign({ iat: now, exp: now + 60 })
    const results = await Promise.all(Array.from({ length: 5 }, () => codeOf(verifyPluginToken(token, options))))
    expect(results.toSorted()).toEqual([...Array<string>(4).fill('ERR_TOKEN_REPLAYED'), 'verified'])
  })
})
