import { describe, expect, it, vi } from 'vitest'
import { createTenant, install, NOW } from '../../test/tenant.js'
import { BackendError, createHaiiloBackend, memoryStore, requireHaiiloUser, type Authenticator } from '../index.js'
import { createPluginTokenVerifier } from '../token/plugin-token-verifier.js'
import { createServerTokenVerifier } from '../token/server-token-verifier.js'
import { bearerToken } from './bearer-token.js'

const tenant = await createTenant({ clock: () => NOW })
const store = memoryStore()
await install(store, tenant.installation)
const options = { store, trust: tenant.trust, clock: () => NOW }
const verifier = createPluginTokenVerifier(options, createServerTokenVerifier(options))
const backend: Authenticator = {
  authenticate: async (request, use) => verifier.verify(bearerToken(request), use),
}
const handler = vi.fn((_: Request, { key }: { readonly key: string }) => Response.json({ key }))
const me = requireHaiiloUser(backend, handler, { allowHeaders: ['X-Trace'], exposeHeaders: ['ETag'] })

function send(headers: HeadersInit, method = 'GET'): Promise<Response> {
  return me(new Request('https://lunch.example.com/api/me', { method, headers }))
}

describe('requireHaiiloUser', () => {
  it('calls the handler with the verified user, and lets the plug-in read the answer', async () => {
    const response = await send({ authorization: `Bearer ${await tenant.sign()}`, origin: 'null' })
    expect(await response.json()).toEqual({ key: '["https://home.example.com","tenant-1","user-1"]' })
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.get('access-control-allow-credentials')).toBeNull()
    expect(response.headers.get('access-control-expose-headers')).toBe('ETag')
  })

  it.each([
    ['no token', {}, 401, 'ERR_TOKEN_MISSING'],
    ['another scheme', { authorization: 'Basic dTpw' }, 401, 'ERR_TOKEN_MISSING'],
    ['two tokens', { authorization: 'Bearer a.b.c, Bearer d.e.f' }, 400, 'ERR_TOKEN_AMBIGUOUS'],
    ['a token that is none', { authorization: 'Bearer secret-text' }, 401, 'ERR_TOKEN_MALFORMED'],
  ])('refuses a request with %s, readable by every origin', async (_, headers, status, error) => {
    handler.mockClear()
    const response = await send({ ...headers, origin: 'null' })
    const text = await response.text()
    expect([response.status, JSON.parse(text)]).toEqual([status, { error }])
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.get('www-authenticate')).toBe(status === 401 ? 'Bearer error="invalid_token"' : null)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(text).not.toContain('secret-text')
    expect(handler).not.toHaveBeenCalled()
  })

  it('answers a preflight request without a token', async () => {
    const response = await send(
      { origin: 'null', 'access-control-request-method': 'PUT', 'access-control-request-headers': 'authorization' },
      'OPTIONS',
    )
    expect(response.status).toBe(204)
    expect(Object.fromEntries(response.headers)).toEqual({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
      'access-control-allow-headers': 'Authorization, Content-Type, X-Trace',
      'access-control-max-age': '7200',
    })
  })

  it('allows only the methods in its options', async () => {
    const reading = requireHaiiloUser(backend, handler, { methods: ['GET'] })
    const headers = { 'access-control-request-method': 'GET' }
    const response = await reading(new Request('https://lunch.example.com', { method: 'OPTIONS', headers }))
    expect(response.headers.get('access-control-allow-methods')).toBe('GET')
  })

  it('removes a header of the handler that would allow cookies', async () => {
    const allowing = requireHaiiloUser(
      backend,
      () => new Response('', { headers: { 'access-control-allow-credentials': 'true' } }),
    )
    const response = await allowing(
      new Request('https://lunch.example.com', { headers: { authorization: `Bearer ${await tenant.sign()}` } }),
    )
    expect(response.headers.get('access-control-allow-credentials')).toBeNull()
  })

  it.each<[string, unknown, number, string]>([
    ['of its own', new Error('secret text'), 500, 'ERR_UNEXPECTED'],
    ['that is not an error', undefined, 500, 'ERR_UNEXPECTED'],
    ['of the API', new BackendError('ERR_API_UNAVAILABLE', 'No.'), 503, 'ERR_API_UNAVAILABLE'],
  ])('answers an error %s of the handler with a code that the plug-in can read', async (_, thrown, status, error) => {
    const onError = vi.fn()
    const failing = requireHaiiloUser(backend, () => Promise.reject(thrown as Error), { onError })
    const response = await failing(await authorized())
    expect([response.status, await response.json()]).toEqual([status, { error }])
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(onError.mock.calls).toEqual([[thrown]])
  })

  it('answers 500 if the handler returns no response', async () => {
    const onError = vi.fn()
    const wrong = requireHaiiloUser(backend, () => undefined as never, { onError })
    expect((await wrong(await authorized())).status).toBe(500)
    expect(onError.mock.calls).toEqual([[expect.any(TypeError)]])
  })

  it('leaves the answer to the framework if `onError` throws', async () => {
    const onError = (error: unknown): never => {
      throw error
    }
    const failing = requireHaiiloUser(backend, () => Promise.reject(new Error('mine')), { onError })
    await expect(failing(await authorized())).rejects.toThrow('mine')
  })

  it('answers 503 if the store does not answer, readable by the plug-in', async () => {
    const down = new BackendError('ERR_STORE_UNAVAILABLE', 'No.')
    vi.spyOn(store, 'installationsOf').mockRejectedValueOnce(down)
    const response = await me(await authorized())
    expect([response.status, await response.json()]).toEqual([503, { error: 'ERR_STORE_UNAVAILABLE' }])
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
  })

  it('answers 503 if the key of the tenant cannot be loaded, because the token may be genuine', async () => {
    const unreachable = createHaiiloBackend({
      manifest: { lifecycle: { url: '/', events: ['install', 'uninstall'] } },
      store,
      clock: () => NOW,
      trust: [{ issuer: tenant.issuer, jku: ['https://keys.example.com/'] }],
      fetch: () => Promise.reject(new TypeError('down')),
    })
    const token = await tenant.sign({}, { jku: 'https://keys.example.com/key.json' })
    const headers = { authorization: `Bearer ${token}` }
    const response = await requireHaiiloUser(
      unreachable,
      handler,
    )(new Request('https://lunch.example.com/api/me', { headers }))
    expect([response.status, await response.json()]).toEqual([503, { error: 'ERR_KEYS_UNAVAILABLE' }])
  })

  it.each([
    ['in the URL', 'https://lunch.example.com/api/me?token=TOKEN&access_token=TOKEN', {}],
    ['in a cookie', 'https://lunch.example.com/api/me', { cookie: 'token=TOKEN' }],
    ['as a user name', 'https://lunch.example.com/api/me', { authorization: 'Basic TOKEN' }],
    ['without a scheme', 'https://lunch.example.com/api/me', { authorization: 'TOKEN' }],
  ])('does not accept a token %s', async (_, url, headers: Record<string, string>) => {
    const token = await tenant.sign()
    const withToken = Object.entries(headers).map(([name, value]): [string, string] => [
      name,
      value.replace('TOKEN', token),
    ])
    const response = await me(new Request(url.replaceAll('TOKEN', token), { headers: withToken }))
    expect([response.status, await response.json()]).toEqual([401, { error: 'ERR_TOKEN_MISSING' }])
  })

  it.each(['bearer TOKEN', 'BEARER   TOKEN', ' Bearer TOKEN '])('accepts the header “%s”', async (header) => {
    expect((await send({ authorization: header.replace('TOKEN', await tenant.sign()) })).status).toBe(200)
  })
})

async function authorized(): Promise<Request> {
  return new Request('https://lunch.example.com/api/me', {
    headers: { authorization: `Bearer ${await tenant.sign()}` },
  })
}
