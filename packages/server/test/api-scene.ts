import { createSimulatedTenant, type SimulatedTenantOptions } from '@haiilo-kit/simulator/back-end'
import { expect } from 'vitest'
import {
  createHaiiloBackend,
  memoryStore,
  secretBox,
  type HaiiloBackend,
  type HaiiloBackendOptions,
  type LogEntry,
} from '../src/index.js'
import { manifest, SECRET_KEYS } from './scene.js'
import { createTestClock } from './tenant.js'

export const URL_IN_MANIFEST = 'https://lunch.example.com/haiilo/'
export const message = { recipientId: 'user-1', message: 'Lunch is ready', instanceId: 'widget/1' } as const

/** A back end that is installed in a simulated tenant. */
export async function createApiScene(
  options: Partial<HaiiloBackendOptions> = {},
  tenantOptions: SimulatedTenantOptions = {},
) {
  const clock = createTestClock()
  const store = options.store ?? memoryStore()
  const tenant = createSimulatedTenant({
    clock,
    ...tenantOptions,
    fetch: async (input, init) => backend(new Request(input, init)),
  })
  const installation = { issuer: tenant.issuer, tenantId: tenant.tenantId, pluginId: tenant.pluginId }
  const log: LogEntry[] = []
  /** Creates the back end of another process with the same store. */
  const create = (more: Partial<HaiiloBackendOptions> = {}): HaiiloBackend =>
    createHaiiloBackend({
      manifest,
      trust: tenant.trust,
      clock,
      fetch: tenant.fetch,
      secrets: secretBox(SECRET_KEYS),
      api: { notificationPath: tenant.notificationPath, retryDelay: 1 },
      log: (entry) => log.push(entry),
      ...options,
      store,
      ...more,
    })
  const backend = create()
  await tenant.send('install', URL_IN_MANIFEST)
  const api = backend.haiiloApi(installation)
  const types = (): readonly string[] => tenant.log.map(({ type }) => type)
  return { clock, store, tenant, installation, backend, create, api, types, log }
}

export type ApiScene = Awaited<ReturnType<typeof createApiScene>>

/** Gives the back end access to the API of its tenant. */
export async function grant({ tenant }: ApiScene): Promise<ApiScene['tenant']> {
  expect(await tenant.send('access_token', URL_IN_MANIFEST)).toMatchObject({ verdict: 'accepted' })
  return tenant
}
