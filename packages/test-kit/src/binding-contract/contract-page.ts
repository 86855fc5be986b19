import { createHaiiloHost, type HaiiloHost, type HaiiloHostOptions } from '@haiilo-kit/core'
import { createSimulatedHost, type SimulatedConnection, type SimulatedHost } from '@haiilo-kit/simulator'
import { expect, onTestFinished } from 'vitest'
import type { BindingDriver, ContractPlugin, MountedPlugin, MountOptions, Scene } from './binding-driver.js'
import { watchTransport, type WatchedTransport } from './watch-transport.js'

/** The arguments of each behaviour of the contract. */
export interface ContractContext {
  readonly driver: BindingDriver
  /** Whether the page has a layout, so that heights can be measured in pixels. */
  readonly layout: boolean
  /** The errors and warnings in the console since the start of the test. */
  readonly consoleMessages: readonly string[]
}

export const BOUNDARY: Scene = { kind: 'boundary' }

/** The text of a boundary scene with the default settings of {@link openPage}. */
export const ADA_TEXT = 'Ada eats {"canteen":"north"}'

export interface PageSettings extends Pick<HaiiloHostOptions, 'onWarning'> {
  readonly userName?: string
  readonly canteen?: string
  readonly fault?: 'silent' | 'tampered' | 'other-user'
  readonly view?: 'plugin' | 'config'
  /** Delays the messages of the host until `options.release()`. */
  readonly hold?: boolean
}

export interface Page {
  readonly home: SimulatedHost
  readonly options: SimulatedConnection & WatchedTransport
}

/** Opens a plug-in page in its own simulated host, which closes at the end of the test. */
export function openPage({
  userName = 'Ada',
  canteen = 'north',
  fault,
  view,
  hold,
  ...options
}: PageSettings = {}): Page {
  const home = createSimulatedHost({
    tenant: 'https://home.example.com',
    user: { userName },
    config: { canteen },
    fault,
  })
  onTestFinished(home.close)
  const connection = home.connect(view)
  const watched = watchTransport(connection.transport)
  if (hold) watched.hold()
  return { home, options: { ...options, ...connection, ...watched } }
}

/** Creates a host that closes at the end of the test. */
export function createHost(options: HaiiloHostOptions<unknown>): HaiiloHost<unknown> {
  const host = createHaiiloHost(options)
  onTestFinished(host.close)
  return host
}

export async function createReadyHost({ options }: Page): Promise<HaiiloHost<unknown>> {
  const host = createHost(options)
  await host.ready()
  return host
}

/** Mounts a plug-in until the end of the test. */
export async function mount(driver: BindingDriver, plugin: ContractPlugin, how?: MountOptions): Promise<MountedPlugin> {
  const mounted = await driver.mount(plugin, how)
  onTestFinished(mounted.unmount)
  return mounted
}

/** Switches the edit mode with an `edit` message, as older hosts do, and waits until the host object has it. */
export async function setEditing(home: SimulatedHost, host: HaiiloHost<unknown>, editing: boolean): Promise<void> {
  home.send('edit', { 'stt.edit': editing })
  await eventually(() => host.getSnapshot().editing, editing)
}

/** Counts the handshakes that the plug-in requested. */
export function countInits({ log }: SimulatedHost): number {
  return log.filter(({ direction, subject }) => direction === 'plugin-to-host' && subject === 'init').length
}

/** Counts the handshakes that the host answered. */
export function countInitAnswers({ log }: SimulatedHost): number {
  return log.filter(({ direction, subject }) => direction === 'host-to-plugin' && subject === 'init').length
}

/** Returns the payload of the latest message with this subject that the plug-in sent. */
export function latestPayload({ log }: SimulatedHost, wanted: string): unknown {
  return log.findLast(({ direction, subject }) => direction === 'plugin-to-host' && subject === wanted)?.payload
}

export function textOf(html: string): string {
  return new DOMParser().parseFromString(html, 'text/html').body.textContent
}

/** Waits for a value. The timeout is long because a slow machine may need seconds to generate the first key. */
export async function eventually(read: () => unknown, expected: unknown): Promise<void> {
  await expect.poll(read, { interval: 5, timeout: 20_000 }).toEqual(expected)
}
