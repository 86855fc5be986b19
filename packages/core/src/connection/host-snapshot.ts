import type { HaiiloError } from '../errors.js'
import type { Claims } from '../protocol/subjects.js'
import type { HostContext } from '../token/context.js'

/** Configuration as it came, before any `config` parser: strings, numbers, booleans, and records where a configuration view stored them. */
export type RawConfig = Readonly<Record<string, unknown>>

interface Absent {
  readonly context?: undefined
  readonly config?: undefined
  readonly rawConfig?: undefined
  readonly editing?: undefined
  readonly claims?: undefined
  readonly issuer?: undefined
  readonly origin?: undefined
  readonly token?: undefined
  readonly error?: undefined
}

/** The host has not answered yet. Also what every server renders. */
export interface ConnectingSnapshot extends Absent {
  readonly status: 'connecting'
}

/** The host proved who it is, and for whom it speaks. */
export interface ReadySnapshot<Config = RawConfig> {
  readonly status: 'ready'
  readonly context: HostContext
  readonly config: Config
  /** The configuration as it came, before the option `config` has read it: what a settings form starts with. */
  readonly rawConfig: RawConfig
  /** Whether the page around the plug-in is being edited. */
  readonly editing: boolean
  /** The claims of the handshake. */
  readonly claims: Claims
  /** The tenant, as an origin. */
  readonly issuer: string
  /** Origin of the window that embeds us; everything that we send goes there. */
  readonly origin: string
  /** The compact JWS of the handshake. Not enumerable; it expires within a minute: back ends want {@link HaiiloHost.getToken}. */
  readonly token: string
  readonly error?: undefined
}

/** There is no verified host. `error.code` says why, `retry()` asks again. */
export interface FailedSnapshot extends Omit<Absent, 'error'> {
  readonly status: 'failed'
  readonly error: HaiiloError
}

/** The connection was closed, by us or because the frame left its page. */
export interface ClosedSnapshot extends Absent {
  readonly status: 'closed'
}

/** What a plug-in knows of its host at one moment. Frozen, and replaced whole on every change. */
export type HostSnapshot<Config = RawConfig> =
  ConnectingSnapshot | ReadySnapshot<Config> | FailedSnapshot | ClosedSnapshot

/** The one snapshot of servers, of hydration and of the time before the answer. */
export const CONNECTING: ConnectingSnapshot = Object.freeze({ status: 'connecting' })
