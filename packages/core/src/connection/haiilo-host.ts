import type { HaiiloError, HaiiloErrorCode } from '../errors.js'
import type { Claims, ClaimsOf, Cloneable, HostSubject, PayloadOf, PluginSubject } from '../protocol/subjects.js'
import type { Algorithm } from '../token/algorithm.js'
import type { HostContext } from '../token/context.js'
import type { TrustRule } from '../token/trust.js'
import type { HostTransport } from '../transport/transport.js'
import type { HostSnapshot, RawConfig, ReadySnapshot } from './host-snapshot.js'

/** A message of the host whose signature, origin, time, tenant and user were checked. */
export interface VerifiedMessage<Subject = string> {
  readonly subject: string
  /** The value that ties a request to its response; absent where the host made none. */
  readonly nonce: string | undefined
  readonly claims: ClaimsOf<Subject>
  readonly context: HostContext
  readonly issuer: string
  readonly origin: string
  /** The compact JWS. Not enumerable, so that it does not end up in a log. */
  readonly token: string
}

/** Which page of the plug-in this is. */
export type PluginView = 'plugin' | 'config'

/** One message on the wire and what became of it. Carries no signature and no source id. */
export interface WireEntry {
  readonly direction: 'in' | 'out'
  readonly verdict: 'sent' | 'accepted' | 'ignored' | 'refused'
  /** Why a message was ignored or refused: a code, or a word for what it lacked. */
  readonly reason?: HaiiloErrorCode | IgnoredReason
  readonly subject?: string
  readonly nonce?: string | undefined
  /** What was sent, or the verified claims that came; never anything unverified. */
  readonly payload?: Readonly<Record<string, unknown>> | Claims
  /** `typeof` the data. */
  readonly type: string
  /** Length of a string in UTF-16 units, 0 for anything else. */
  readonly size: number
  /** Milliseconds since 1970, by `clock`. */
  readonly at: number
}

/** Why a message that was not meant for us was passed over in silence. */
export type IgnoredReason =
  'other-window' | 'not-a-string' | 'too-long' | 'other-origin' | 'not-a-token' | 'not-awaited' | 'closed'

export interface HaiiloHostOptions<Config = RawConfig> {
  /** Source id of this instance. Default: `src` of the URL that the page was loaded with. */
  readonly source?: string
  /** Which page this is. Default: `plugin`. */
  readonly view?: PluginView
  /** How long a handshake or a request may take, in milliseconds. Default: 10 000. */
  readonly timeout?: number
  /** Whose tokens count. Default: {@link haiiloTrust}. */
  readonly trust?: readonly TrustRule[]
  /** Origins that may embed us besides the verified tenant's own. A listed origin may relay any trusted tenant. */
  readonly embedders?: readonly string[]
  /** Origins that may get the token. Default: the page's own. */
  readonly backends?: readonly string[]
  /** Signature algorithms that count. Default: `['RS512']`. */
  readonly algorithms?: readonly Algorithm[]
  /** How far the clocks of host and page may be apart, in seconds. Default: 30. */
  readonly clockTolerance?: number
  /** Turns the configuration as it came into the one that the plug-in works with; what it throws fails the connection. */
  readonly config?: (raw: RawConfig) => Config
  /** Carries the messages. Default: {@link windowTransport}. */
  readonly transport?: HostTransport
  /** Milliseconds since 1970. Default: `Date.now`. */
  readonly clock?: () => number
  /** Fetches key documents and, in {@link haiiloFetch}, calls back ends. Default: the global one. */
  readonly fetch?: typeof fetch
  /** Sees every message with its verdict; for timelines and logs. What it throws changes nothing. */
  readonly onWire?: (entry: WireEntry) => void
  /** Hears of what went wrong without failing anything: a height that loops, a save that nobody answers. Default: `console.warn`. */
  readonly onWarning?: (error: HaiiloError) => void
}

export interface RequestOptions {
  /** Milliseconds. Default: the host's `timeout`. */
  readonly timeout?: number
  /** Gives the request up; it rejects with the signal's reason. */
  readonly signal?: AbortSignal
}

export interface SendOptions {
  /** The message that this one answers: its nonce is sent back. */
  readonly replyTo?: Pick<VerifiedMessage, 'nonce'>
}

/** A connection to the page that embeds us. All functions are closures, safe to pass around unbound. */
export interface HaiiloHost<Config = RawConfig> {
  /** Which page this is. */
  readonly view: PluginView
  /** Origins that may get the token. */
  readonly backends: readonly string[]
  /** The `fetch` of the options, or the global one. */
  readonly fetch: typeof fetch
  /** The present snapshot: the same object until the next change. */
  readonly getSnapshot: () => HostSnapshot<Config>
  /** Calls `listener` after each change, and gives back the function that stops it. The first one opens the connection. */
  readonly subscribe: (listener: () => void) => () => void
  /**
   * Resolves with the first verified snapshot; the present one is {@link HaiiloHost.getSnapshot}. It is the same promise until the
   * connection fails, is closed or is opened again with `retry()`. It always settles, and an unused rejection stays quiet.
   *
   * @throws {HaiiloError} with the code of the `failed` snapshot; `ERR_CONNECTION_CLOSED` after `close()`; `ERR_NO_WINDOW` on a server.
   */
  readonly ready: () => Promise<ReadySnapshot<Config>>
  /**
   * Sends a message to the verified host. Before the end of the handshake, messages wait and then go out in the order of the calls. If
   * the handshake fails or the connection is closed, they are not sent, also not after `retry()`.
   *
   * @throws {TypeError} The subject or a name in the payload is reserved.
   * @throws {HaiiloError} `ERR_PAYLOAD_NOT_CLONEABLE`; `ERR_CONNECTION_CLOSED` and the failure's code where there is no host.
   */
  readonly send: <Subject extends PluginSubject, Payload extends PayloadOf<Subject>>(
    subject: Subject,
    payload?: Payload & Cloneable<Payload>,
    options?: SendOptions,
  ) => void
  /**
   * Sends a message and resolves with the host's verified answer, which has the same nonce and subject. The request belongs to the
   * present opening of the connection: `close()` ends it, also when `retry()` follows.
   *
   * @throws {HaiiloError} `ERR_REQUEST_TIMEOUT`, `ERR_CONNECTION_CLOSED`, or the reason why the answer was refused.
   */
  readonly request: <Subject extends PluginSubject, Payload extends PayloadOf<Subject>>(
    subject: Subject,
    payload?: Payload & Cloneable<Payload>,
    options?: RequestOptions,
  ) => Promise<VerifiedMessage>
  /**
   * Calls `handler` for each verified message that the host sends without a request, in the order in which they arrived. A message
   * counts once for the life of this object, also after {@link HaiiloHost.retry}. Two messages without a nonce that are equal byte for
   * byte count as one, except for `edit`: there a repetition counts if it changes the edit mode.
   *
   * @returns The function that stops it.
   */
  readonly on: <Subject extends HostSubject>(
    subject: Subject,
    handler: (message: VerifiedMessage<Subject>) => void,
  ) => () => void
  /** Tells the host what height the frame needs, in CSS pixels; the latest before the handshake is sent after it. */
  readonly setHeight: (height: number) => void
  /**
   * Resolves with a token for the back end that lives at least `minTtl` seconds more (default 10). Asks the host for a new one where
   * needed, or in any case with `fresh`: once, however many ask at the same time.
   *
   * @throws {HaiiloError} `ERR_TOKEN_TTL` even a fresh token lives shorter; `ERR_REQUEST_TIMEOUT`; `ERR_IDENTITY_CHANGED`; `ERR_CONNECTION_CLOSED`.
   */
  readonly getToken: (options?: { readonly minTtl?: number; readonly fresh?: boolean }) => Promise<string>
  /** Opens the connection again after `failed` or `closed`; otherwise does nothing. Nothing of the former opening is sent again. */
  readonly retry: () => void
  /** Ends the connection. What is pending rejects with `ERR_CONNECTION_CLOSED`; calling twice is fine. */
  readonly close: () => void
  /** Tells `onWarning` of something that went wrong without failing anything. */
  readonly warn: (error: HaiiloError) => void
}
