import type { HaiiloError, HaiiloErrorCode } from '../errors.js'
import type { Claims, ClaimsOf, Cloneable, HostSubject, PayloadOf, PluginSubject } from '../protocol/subjects.js'
import type { Algorithm } from '../token/algorithm.js'
import type { HostContext } from '../token/context.js'
import type { TrustRule } from '../token/trust.js'
import type { HostTransport } from '../transport/transport.js'
import type { HostSnapshot, RawConfig, ReadySnapshot } from './host-snapshot.js'

/** A message from the host. Its signature, origin, times, tenant and user are verified. */
export interface VerifiedMessage<Subject = string> {
  readonly subject: string
  /** The value that ties a response to its request. `undefined` if the host sent none. */
  readonly nonce: string | undefined
  readonly claims: ClaimsOf<Subject>
  readonly context: HostContext
  readonly issuer: string
  readonly origin: string
  /** The compact JWS. Not enumerable, so that it does not end up in logs. */
  readonly token: string
}

/** A page of the plug-in: its plug-in view or its configuration view. */
export type PluginView = 'plugin' | 'config'

/** A message on the wire and its verdict. Contains no signature and no source id. */
export interface WireEntry {
  readonly direction: 'in' | 'out'
  readonly verdict: 'sent' | 'accepted' | 'ignored' | 'refused'
  /** Why the message was ignored or refused: an error code, or an {@link IgnoredReason}. */
  readonly reason?: HaiiloErrorCode | IgnoredReason
  readonly subject?: string
  readonly nonce?: string | undefined
  /** The payload that was sent, or the claims of an accepted message. Never unverified data. */
  readonly payload?: Readonly<Record<string, unknown>> | Claims
  /** `typeof` of the data. */
  readonly type: string
  /** Length of a string in UTF-16 code units; 0 for other types. */
  readonly size: number
  /** Milliseconds since 1970, from `clock`. */
  readonly at: number
}

/** Why a message was ignored. `closed` is only for a refused message: its verification ended with an error that has no code. */
export type IgnoredReason =
  'other-window' | 'not-a-string' | 'too-long' | 'other-origin' | 'not-a-token' | 'not-awaited' | 'closed'

/** The options of `createHaiiloHost`. */
export interface HaiiloHostOptions<Config = RawConfig> {
  /** Source id of this instance. Default: the parameter `src` of the URL with which the page was loaded. */
  readonly source?: string
  /** The view that this page is. Default: `plugin`. */
  readonly view?: PluginView
  /** Timeout of the handshake and of requests, in milliseconds. Default: 10 000. */
  readonly timeout?: number
  /** The trusted issuers and their keys. Default: {@link haiiloTrust}. */
  readonly trust?: readonly TrustRule[]
  /** Origins that may embed us, in addition to the origin of the verified tenant. A listed origin can relay tokens of every trusted tenant. */
  readonly embedders?: readonly string[]
  /** Origins that may get the token. Default: the page's own origin. */
  readonly backends?: readonly string[]
  /** Accepted signature algorithms. Default: `['RS512']`. */
  readonly algorithms?: readonly Algorithm[]
  /** The accepted difference between the clocks of host and page, in seconds. Default: 30. */
  readonly clockTolerance?: number
  /** Converts the raw configuration to the configuration of the plug-in. If it throws, the connection fails. */
  readonly config?: (raw: RawConfig) => Config
  /** Carries the messages. Default: {@link windowTransport}. */
  readonly transport?: HostTransport
  /** Milliseconds since 1970. Default: `Date.now`. */
  readonly clock?: () => number
  /** Fetches key documents and, for {@link haiiloFetch}, calls back ends. Default: the global `fetch`. */
  readonly fetch?: typeof fetch
  /** Called with every message and its verdict, for logs and timelines. Errors that it throws are ignored. */
  readonly onWire?: (entry: WireEntry) => void
  /** Called with problems that do not fail the connection, such as a height loop or an unhandled save. Default: `console.warn`. */
  readonly onWarning?: (error: HaiiloError) => void
}

/** The options of {@link HaiiloHost.request}. */
export interface RequestOptions {
  /** Milliseconds. Default: the host's `timeout`. */
  readonly timeout?: number
  /** Aborts the request. The request then rejects with the signal's reason. */
  readonly signal?: AbortSignal
}

/** The options of {@link HaiiloHost.send}. */
export interface SendOptions {
  /** The message to which this one is the response. Its nonce is sent back. */
  readonly replyTo?: Pick<VerifiedMessage, 'nonce'>
}

/** A connection to the page that embeds us. All functions can be called without `this`. */
export interface HaiiloHost<Config = RawConfig> {
  /** The view that this page is. */
  readonly view: PluginView
  /** Origins that may get the token. */
  readonly backends: readonly string[]
  /** The option `fetch`, or the global `fetch`. */
  readonly fetch: typeof fetch
  /** Returns the current snapshot: the same object until the next change. */
  readonly getSnapshot: () => HostSnapshot<Config>
  /** Calls `listener` after each change. Returns a function that stops it. The first call opens the connection. */
  readonly subscribe: (listener: () => void) => () => void
  /**
   * Resolves with the first verified snapshot. For the current one, call {@link HaiiloHost.getSnapshot}. Returns the same promise until
   * the connection fails, is closed or is opened again with `retry()`. The promise always settles. A rejection without a handler is not
   * reported.
   *
   * @throws {HaiiloError} The error of the `failed` snapshot; `ERR_CONNECTION_CLOSED` after `close()`; `ERR_NO_WINDOW` on a server.
   */
  readonly ready: () => Promise<ReadySnapshot<Config>>
  /**
   * Sends a message to the verified host. During the handshake, messages are queued and then sent in the order of the calls. If the
   * handshake fails or the connection is closed, queued messages are dropped; `retry()` does not send them.
   *
   * @throws {TypeError} The subject or a name in the payload is reserved.
   * @throws {HaiiloError} `ERR_PAYLOAD_NOT_CLONEABLE`; `ERR_CONNECTION_CLOSED`, or the error of the `failed` snapshot.
   */
  readonly send: <Subject extends PluginSubject, Payload extends PayloadOf<Subject>>(
    subject: Subject,
    payload?: Payload & Cloneable<Payload>,
    options?: SendOptions,
  ) => void
  /**
   * Sends a message and resolves with the verified response of the host, which has the same nonce and subject. `close()` rejects the
   * request; a later `retry()` does not repeat it.
   *
   * @throws {TypeError} The subject or a name in the payload is reserved, or the timeout is invalid.
   * @throws {HaiiloError} `ERR_PAYLOAD_NOT_CLONEABLE`; `ERR_REQUEST_TIMEOUT`; `ERR_IDENTITY_CHANGED`; `ERR_CONNECTION_CLOSED`;
   *   `ERR_NO_WINDOW` on a server. Also the error of the `failed` snapshot, or the one with which the response was refused.
   * @throws The reason of `signal`.
   */
  readonly request: <Subject extends PluginSubject, Payload extends PayloadOf<Subject>>(
    subject: Subject,
    payload?: Payload & Cloneable<Payload>,
    options?: RequestOptions,
  ) => Promise<VerifiedMessage>
  /**
   * Calls `handler` for each verified notification with this subject, in the order of arrival. A notification is a message that the host
   * sends without a request. Each one is accepted once, also across {@link HaiiloHost.retry}. Two notifications without a nonce that are
   * equal byte for byte count as one. The exception is `edit`: a repeated one is accepted if it changes the edit mode.
   *
   * @returns A function that removes the handler.
   * @throws {TypeError} The subject is empty or reserved.
   */
  readonly on: <Subject extends HostSubject>(
    subject: Subject,
    handler: (message: VerifiedMessage<Subject>) => void,
  ) => () => void
  /**
   * Sends the height that the frame needs, in CSS pixels. During the handshake, only the last height is kept, and sent afterwards.
   *
   * @throws {TypeError} The height is negative or not finite.
   */
  readonly setHeight: (height: number) => void
  /**
   * Resolves with a token for the back end that is valid for at least `minTtl` more seconds (default 10). Requests a new token from the
   * host if necessary, or always with `fresh`. Concurrent calls share one request.
   *
   * @throws {TypeError} `minTtl` is not a finite number.
   * @throws {HaiiloError} `ERR_TOKEN_TTL` Even a fresh token is valid for less; `ERR_REQUEST_TIMEOUT`; `ERR_IDENTITY_CHANGED`;
   *   `ERR_CONNECTION_CLOSED`; `ERR_NO_WINDOW` on a server. Also the error of the `failed` snapshot, or the one with which the response was refused.
   */
  readonly getToken: (options?: { readonly minTtl?: number; readonly fresh?: boolean }) => Promise<string>
  /** Opens the connection again after `failed` or `closed`; otherwise does nothing. Does not send earlier messages and requests again. */
  readonly retry: () => void
  /** Closes the connection. Pending promises reject with `ERR_CONNECTION_CLOSED`. Later calls do nothing. */
  readonly close: () => void
  /** Passes an error to `onWarning`. */
  readonly warn: (error: HaiiloError) => void
}
