import { vi } from 'vitest'
import {
  createHaiiloBackend,
  memoryStore,
  type BackendManifest,
  type EventName,
  type HaiiloBackend,
  type HaiiloBackendOptions,
  type HaiiloStore,
  type LogEntry,
} from '../src/index.js'
import { createTenant, type Tenant } from './tenant.js'

export const manifest: BackendManifest = {
  lifecycle: {
    url: 'https://lunch.example.com/haiilo/',
    events: ['install', 'uninstall', 'instance_add', 'instance_remove'],
  },
  apiAccess: { url: '/haiilo/', client: { mode: ['authorization_code'], scope: ['plugin:notify'] } },
}

/** A back end with a tenant that sends events to it. */
export interface Scene {
  readonly backend: HaiiloBackend
  readonly store: HaiiloStore
  readonly tenant: Tenant
  readonly log: LogEntry[]
  /** Everything that was reported in any way. */
  readonly reports: unknown[]
  /** Signs an event and sends it as a form, like the host. */
  readonly send: (event: EventName, claims?: object, path?: EventName) => Promise<Answer>
}

export interface Answer {
  readonly status: number
  readonly body: unknown
  readonly text: string
  readonly headers: Headers
}

/** One key of 32 bytes, in the format of the variable HAIILO_SECRET_KEYS. */
export const SECRET_KEYS = `k1:${btoa('0123456789abcdef0123456789abcdef')}`

const tenants = new Map<string, Promise<Tenant>>()

/** The tenant with this issuer. It takes long to generate a key, so tests share the tenants. */
export function sharedTenant(issuer = 'https://home.example.com'): Promise<Tenant> {
  const tenant = tenants.get(issuer) ?? createTenant({ issuer })
  tenants.set(issuer, tenant)
  return tenant
}

export async function createScene(options: Partial<HaiiloBackendOptions> = {}): Promise<Scene> {
  const tenant = await sharedTenant()
  const store = options.store ?? memoryStore()
  const log: LogEntry[] = []
  const reports: unknown[] = []
  const { secretBox } = await import('../src/index.js')
  const backend = createHaiiloBackend({
    manifest,
    trust: tenant.trust,
    secrets: secretBox(SECRET_KEYS),
    log: (entry) => log.push(entry),
    onError: vi.fn((error: unknown) => reports.push(error)),
    ...options,
    store,
  })
  return {
    backend,
    store,
    tenant,
    log,
    reports,
    send: async (event, claims, path = event) => post(backend, path, await tenant.signEvent(event, claims)),
  }
}

/** Sends a token as a form. */
export async function post(
  backend: (request: Request) => Promise<Response>,
  event: string,
  token: string,
): Promise<Answer> {
  return request(backend, event, { body: new URLSearchParams({ token }) })
}

export async function request(
  backend: (request: Request) => Promise<Response>,
  event: string,
  init: RequestInit & { readonly duplex?: 'half' },
): Promise<Answer> {
  const response = await backend(new Request(`https://lunch.example.com/haiilo/${event}`, { method: 'POST', ...init }))
  const text = await response.text()
  return { status: response.status, text, body: JSON.parse(text), headers: response.headers }
}
