import { verifyToken } from '@haiilo-kit/core/token'
import { describe, expect, it } from 'vitest'
import { createSimulatedTenant, describeTenantFault, tenantFaults, type SimulatedTenant } from './index.js'

const BASIC = (tenant: { readonly id: string; readonly secret: string }): string =>
  `Basic ${btoa(`${tenant.id}:${tenant.secret}`)}`

/** Reads the payload of a signed event. */
function claimsOf(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>
}

async function grantOf(tenant: SimulatedTenant): Promise<{ id: string; secret: string; code: string; url: string }> {
  const { base_url, client } = claimsOf(await tenant.signEvent('access_token')) as {
    base_url: string
    client: Record<string, string>
  }
  const {
    client_id: id = '',
    client_secret: secret = '',
    authorization_code: code = '',
    token_endpoint_url = '',
  } = client
  return { id, secret, code, url: base_url + token_endpoint_url }
}

async function ask(
  tenant: SimulatedTenant,
  url: string,
  authorization: string,
  fields: Record<string, string>,
): Promise<[number, Record<string, string>]> {
  const response = await tenant.fetch(url, {
    method: 'POST',
    headers: { authorization },
    body: new URLSearchParams(fields),
  })
  return [response.status, (await response.json()) as Record<string, string>]
}

describe('createSimulatedTenant', () => {
  it('signs tokens of users that a back end can verify', async () => {
    const tenant = createSimulatedTenant({ tenant: { url: 'https://acme.haiilo.test', id: 'acme' } })
    const { issuer, context } = await verifyToken(await tenant.signUser({ 'ctx.userId': 'user-2' }), {
      trust: tenant.trust,
    })
    expect([issuer, context.tenantId, context.userId]).toEqual(['https://acme.haiilo.test', 'acme', 'user-2'])
  })

  it.each(['form', 'json'] as const)('posts an event as %s to its URL', async (format) => {
    const requests: Request[] = []
    const fetch: typeof globalThis.fetch = async (input, init) => {
      requests.push(new Request(input, init))
      return Promise.resolve(new Response('', { status: 201 }))
    }
    const sent = await createSimulatedTenant({ fetch }).send('instance_add', 'https://lunch.example.com/haiilo/', {
      format,
      instanceId: 'i',
    })
    expect(sent).toMatchObject({ status: 201, body: '', verdict: 'accepted', attempts: 1 })
    const [request] = requests
    expect([request?.method, request?.url]).toEqual(['POST', 'https://lunch.example.com/haiilo/instance_add'])
    const body = (await request?.text()) ?? ''
    const token =
      format === 'json' ? (JSON.parse(body) as { token: string }).token : (new URLSearchParams(body).get('token') ?? '')
    expect(claimsOf(token)).toMatchObject({
      sub: 'instance_add',
      tenantId: 'tenant-1',
      pluginId: 'plugin-1',
      instanceId: 'i',
    })
    expect(sent.token).toBe(token)
  })

  it('names the key document that it serves, so that a back end can load the key', async () => {
    const jku = 'http://localhost:4400/key.jwk.json'
    const tenant = createSimulatedTenant({ tenant: 'http://home.localhost:4400', jku })
    const fetched: unknown[] = []
    const fetch: typeof globalThis.fetch = async (url) => {
      fetched.push(url)
      return Response.json(await tenant.keyDocument())
    }
    await verifyToken(await tenant.signUser(), { fetch, development: true })
    expect(fetched).toEqual([jku])
  })

  it('serves its API below another path', async () => {
    const tenant = createSimulatedTenant({ apiPath: '/tenants/first/' })
    const { id, secret, code, url } = await grantOf(tenant)
    expect(url).toBe('https://home.haiilo.test/tenants/first/oauth/token')
    const [status] = await ask(tenant, url, BASIC({ id, secret }), { grant_type: 'authorization_code', code })
    expect(status).toBe(200)
    const [elsewhere] = await ask(tenant, 'https://home.haiilo.test/api/oauth/token', BASIC({ id, secret }), {})
    expect(elsewhere).toBe(404)
  })

  it('reports why there was no answer', async () => {
    const error = new TypeError('refused')
    const sent = await createSimulatedTenant({ fetch: () => Promise.reject(error) }).send(
      'install',
      'http://localhost/',
    )
    expect(sent).toMatchObject({ status: 0, error })
  })

  it.each([
    ['install', 'installation-fails'],
    ['access_token', 'installation-fails'],
    ['uninstall', 'sent-again'],
  ] as const)('says what the host does if %s is not accepted', async (event, verdict) => {
    const tenant = createSimulatedTenant({ fetch: () => Promise.reject(new TypeError('down')) })
    expect(await tenant.send(event, 'https://lunch.example.com/')).toMatchObject({
      status: 0,
      body: '',
      verdict,
      attempts: 1,
    })
  })

  it('sends an event again, with a new signature, until it is accepted', async () => {
    const tokens = new Set<string>()
    const fetch: typeof globalThis.fetch = async (input, init) => {
      tokens.add(await new Request(input, init).text())
      return new Response('', { status: tokens.size < 3 ? 503 : 201 })
    }
    const sent = await createSimulatedTenant({ fetch }).send('uninstall', 'https://lunch.example.com/', {
      attempts: 5,
      pause: 0,
    })
    expect(sent).toMatchObject({ verdict: 'accepted', attempts: 3 })
  })
})

describe('the token endpoint', () => {
  it('redeems a code once, and each refresh token once', async () => {
    const tenant = createSimulatedTenant()
    const grant = await grantOf(tenant)
    const redeem = { grant_type: 'authorization_code', code: grant.code }
    const [status, tokens] = await ask(tenant, grant.url, BASIC(grant), redeem)
    expect([status, tokens['token_type']]).toEqual([200, 'bearer'])
    expect(await ask(tenant, grant.url, BASIC(grant), redeem)).toEqual([400, { error: 'invalid_grant' }])
    const refresh = { grant_type: 'refresh_token', refresh_token: tokens['refresh_token'] ?? '' }
    expect((await ask(tenant, grant.url, BASIC(grant), refresh))[0]).toBe(200)
    expect(await ask(tenant, grant.url, BASIC(grant), refresh)).toEqual([400, { error: 'invalid_grant' }])
    expect(tenant.log.map(({ type, status: answered }) => `${type} ${answered}`)).toEqual([
      'redeem 200',
      'redeem 400',
      'refresh 200',
      'refresh 400',
    ])
  })

  it('refuses a client with another secret', async () => {
    const tenant = createSimulatedTenant()
    const grant = await grantOf(tenant)
    const fields = { grant_type: 'authorization_code', code: grant.code }
    expect(await ask(tenant, grant.url, BASIC({ ...grant, secret: 'other' }), fields)).toEqual([
      401,
      { error: 'invalid_client' },
    ])
  })
})

describe('faults', () => {
  it.each(tenantFaults)('%s has a description', (fault) => {
    const { does, reaction } = describeTenantFault(fault)
    for (const text of [does, reaction]) expect(text).toMatch(/^[a-z].*[^.]$/)
  })

  it('end by themselves after the given number of requests', async () => {
    const tenant = createSimulatedTenant()
    tenant.setFault('wrong-subject-event', 2)
    const subjects: unknown[] = []
    for (let count = 0; count < 3; count++) subjects.push(claimsOf(await tenant.signEvent('instance_add'))['sub'])
    expect(subjects).toEqual(['install', 'install', 'instance_add'])
  })

  it('throw a TypeError if they are unknown', () => {
    expect(() => createSimulatedTenant().setFault('other' as never)).toThrow(TypeError)
  })

  it('fetch reaches no other server', async () => {
    await expect(createSimulatedTenant().fetch('https://elsewhere.example.com/')).rejects.toThrow(TypeError)
  })
})
