import { createTokenFactory, type TokenFactory } from '@haiilo-kit/test-kit'
import type { HaiiloStore, Installation, StoreChange } from '../src/index.js'

export const NOW = 1_800_000_000_000
export const NOW_SECONDS: number = NOW / 1000

/** A clock that changes only with `advance()`. */
export interface TestClock {
  (): number
  readonly advance: (milliseconds: number) => void
}

export function createTestClock(): TestClock {
  let now = NOW
  return Object.assign(() => now, { advance: (milliseconds: number) => void (now += milliseconds) })
}

/** A tenant that signs tokens of plug-ins and lifecycle events. */
export interface Tenant extends TokenFactory {
  readonly installation: Installation
  readonly signEvent: (event: string, claims?: object, header?: object) => Promise<string>
}

/** @param clock Milliseconds since 1970. */
export async function createTenant({
  issuer = 'https://home.example.com',
  tenantId = 'tenant-1',
  pluginId = 'plugin-1',
  clock = Date.now,
} = {}): Promise<Tenant> {
  const factory = await createTokenFactory({ issuer, clock })
  const noUser = { 'ctx.userId': undefined, 'ctx.tenantId': undefined }
  return {
    ...factory,
    installation: { issuer, tenantId, pluginId },
    sign: (claims, header) => factory.sign({ 'ctx.tenantId': tenantId, ...claims }, header),
    signEvent: (event, claims, header) =>
      factory.sign({ ...noUser, sub: event, tenantId, pluginId, jti: crypto.randomUUID(), ...claims }, header),
  }
}

/** Stores a change without an event. */
export async function change(store: HaiiloStore, what: StoreChange): Promise<void> {
  const lease = await store.acquire(crypto.randomUUID(), 60_000)
  if (!lease || !(await store.commit(lease, what))) throw new Error('the change was not stored')
}

export async function install(store: HaiiloStore, installation: Installation): Promise<void> {
  await change(store, { type: 'install', installation, eventAt: 1 })
}
