import { inspect } from 'node:util'
import { createSimulatedTenant, tenantFaults } from '@haiilo-kit/simulator/back-end'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  createHaiiloBackend,
  memoryStore,
  requireHaiiloUser,
  secretBox,
  type HaiiloBackend,
  type LogEntry,
} from '../src/index.js'
import { manifest, SECRET_KEYS } from './scene.js'

const PERSON = 'Ada-Lovelace-1815'
const CLAIMS = {
  'ctx.userName': PERSON,
  'ctx.userEmail': `${PERSON}@example.com`,
  'cfg.note': PERSON,
  [PERSON]: PERSON,
}

const step = fc.oneof(
  fc.record({
    type: fc.constant('event' as const),
    event: fc.constantFrom('install', 'uninstall', 'instance_add', 'instance_remove', 'access_token' as const),
    claims: fc.constantFrom(
      {},
      { iat: 1 },
      { tenantId: { name: PERSON } },
      { pluginId: `\n${PERSON}` },
      { client: { client_id: PERSON } },
      { base_url: `https://${PERSON}.example.com` },
    ),
  }),
  fc.record({
    type: fc.constant('user' as const),
    claims: fc.constantFrom(
      {},
      { 'ctx.userId': [PERSON] },
      { 'ctx.tenantId': PERSON },
      { exp: PERSON },
      { sub: 'install' },
    ),
  }),
  fc.record({ type: fc.constant('notify' as const) }),
  fc.record({ type: fc.constant('raw' as const), body: fc.string() }),
)

describe('logs, answers and errors', () => {
  it('contain no token, no secret and no personal data, in any sequence of requests', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 8 }),
        fc.constantFrom(undefined, ...tenantFaults),
        async (steps, fault) => {
          const written: unknown[] = []
          const secrets: string[] = [PERSON]
          const tenant = createSimulatedTenant({ fetch: async (input, init) => backend(new Request(input, init)) })
          const backend: HaiiloBackend = createHaiiloBackend({
            manifest,
            store: memoryStore(),
            trust: tenant.trust,
            fetch: async (input, init) => {
              const response = await tenant.fetch(input, init)
              // everything that looks like a value of the token endpoint
              secrets.push(...((await response.clone().text()).match(/[\da-f-]{36}/g) ?? []))
              return response
            },
            secrets: secretBox(SECRET_KEYS),
            api: { notificationPath: tenant.notificationPath, retryDelay: 0 },
            log: (entry: LogEntry) => written.push(entry),
            onError: (error) => written.push(error),
          })
          const me = requireHaiiloUser(backend, () => Response.json({}))
          await tenant.send('install', 'https://lunch.example.com/haiilo/')
          tenant.setFault(fault)
          for (const each of steps) {
            if (each.type === 'event') {
              const token = await tenant.signEvent(each.event, { claims: { ...CLAIMS, ...each.claims } })
              secrets.push(
                token,
                ...(Buffer.from(token.split('.')[1] ?? '', 'base64url')
                  .toString()
                  .match(/(?<="(?:client_secret|authorization_code)":")[^"]+/g) ?? []),
              )
              written.push(await text(backend, each.event, new URLSearchParams({ token }).toString()))
            } else if (each.type === 'user') {
              const token = await tenant.signUser({ ...CLAIMS, ...each.claims })
              secrets.push(token)
              const request = new Request('https://lunch.example.com/me', {
                headers: { authorization: `Bearer ${token}` },
              })
              written.push(await (await me(request.clone())).text())
              await backend.authenticate(request).catch((error: unknown) => written.push(error))
            } else if (each.type === 'notify') {
              const installation = { issuer: tenant.issuer, tenantId: tenant.tenantId, pluginId: tenant.pluginId }
              const notification = { recipientEmail: `${PERSON}@example.com`, message: PERSON, instanceId: 'i' }
              await backend
                .haiiloApi(installation)
                .notify(notification)
                .catch((error: unknown) => written.push(error))
            } else {
              written.push(await text(backend, 'install', `token=${each.body}${PERSON}`))
            }
          }
          const everything = inspect(written, {
            depth: 20,
            maxStringLength: null,
            maxArrayLength: null,
            breakLength: Infinity,
          })
          for (const secret of secrets) expect(everything).not.toContain(secret)
          expect(everything).not.toMatch(/eyJ[\w-]{20}/)
        },
      ),
      { numRuns: 200 },
    )
  })
})

async function text(backend: HaiiloBackend, event: string, body: string): Promise<string> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const response = await backend(
    new Request(`https://lunch.example.com/haiilo/${event}`, { method: 'POST', headers, body }),
  )
  return response.text()
}
