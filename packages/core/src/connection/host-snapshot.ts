import type { HaiiloError } from '../errors.js'
import type { Claims } from '../protocol/subjects.js'
import type { HostContext } from '../token/context.js'

/** The configuration from the host, before the option `config`: strings, numbers and booleans; also records, if a configuration view stored them. */
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

/** The host has not responded yet. On a server, the snapshot is always this one. */
export interface ConnectingSnapshot extends Absent {
  readonly status: 'connecting'
}

/** The host is verified. */
export interface ReadySnapshot<Config = RawConfig> {
  readonly status: 'ready'
  readonly context: HostContext
  readonly config: Config
  /** The configuration before the option `config`: the initial values of a settings form. */
  readonly rawConfig: RawConfig
  /** Whether the page around the plug-in is in edit mode. */
  readonly editing: boolean
  /** The claims of the handshake. */
  readonly claims: Claims
  /** The origin of the tenant. */
  readonly issuer: string
  /** Origin of the page that embeds us. All messages go there. */
  readonly origin: string
  /** The compact JWS of the handshake. Not enumerable. It expires within a minute, so for a back end call {@link HaiiloHost.getToken}. */
  readonly token: string
  readonly error?: undefined
}

/** The connection failed. `error.code` says why; `retry()` connects again. */
export interface FailedSnapshot extends Omit<Absent, 'error'> {
  readonly status: 'failed'
  readonly error: HaiiloError
}

/** The connection was closed, by `close()` or because the frame was detached. */
export interface ClosedSnapshot extends Absent {
  readonly status: 'closed'
}

/** The state of the connection. Frozen; every change creates a new snapshot. */
export type HostSnapshot<Config = RawConfig> =
  ConnectingSnapshot | ReadySnapshot<Config> | FailedSnapshot | ClosedSnapshot

/** The snapshot before the host responds, on servers, and during hydration. Always the same object. */
export const CONNECTING: ConnectingSnapshot = Object.freeze({ status: 'connecting' })
