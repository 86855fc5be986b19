/*
 * The handshake.
 *
 * It requires, in this order:
 *   1. a window: a server has none (ERR_NO_WINDOW; the snapshot stays `connecting`)
 *   2. Web Crypto, which every verification needs (ERR_INSECURE_CONTEXT)
 *   3. a page around this one (ERR_NOT_EMBEDDED, thrown by the transport)
 *   4. a source id (ERR_SOURCE_MISSING)
 *
 * Then, in this order:
 *   1. the session listens
 *   2. it takes over the early handshake of a script in the page's head, or sends its own `init`
 *   3. the response is verified like every message
 *   4. the configuration is parsed
 *   5. in one step, the origin is pinned and the host becomes ready
 */
import { HaiiloError } from '../errors.js'
import type { EarlyHandshake, IncomingMessage } from '../transport/transport.js'
import type { HostSettings } from './options.js'
import type { Outgoing } from './outgoing.js'
import type { PendingRequests, VerifiedResponse } from './pending-requests.js'
import type { WireLog } from './wire-log.js'

/** @throws {HaiiloError} `ERR_INSECURE_CONTEXT` */
export function requireWebCrypto(): void {
  if (globalThis.crypto?.subtle) return
  throw new HaiiloError(
    'ERR_INSECURE_CONTEXT',
    'Web Crypto is missing, so no token can be verified. Serve this page and all pages around it over https.',
  )
}

/** @throws {HaiiloError} `ERR_SOURCE_MISSING` */
export function requireSource(source: string): void {
  if (source) return
  throw new HaiiloError(
    'ERR_SOURCE_MISSING',
    'The URL has no `src`. Open this page inside Haiilo Home or the sandbox, or pass the option `source`.',
  )
}

interface HandshakeParts {
  readonly outgoing: Outgoing
  readonly requests: PendingRequests
  readonly log: WireLog
  /** Receives the messages that arrived before the session. */
  readonly receive: (message: IncomingMessage) => void
}

/**
 * Sends `init` to the page that embeds this one, and resolves with the verified response.
 *
 * @throws {HaiiloError} `ERR_HANDSHAKE_TIMEOUT`, or the error with which the response was refused.
 */
export async function requestHandshake(
  settings: HostSettings<unknown>,
  { outgoing, requests, log, receive }: HandshakeParts,
): Promise<VerifiedResponse> {
  const early = takeEarlyHandshake(settings)
  const response = requests.start({
    subject: 'init',
    timeout: settings.timeout,
    send: outgoing.sendInit,
    sentNonce: early?.nonce,
  })
  early?.messages.forEach(receive)
  try {
    return await response
  } catch (error) {
    throw error instanceof HaiiloError && error.code === 'ERR_REQUEST_TIMEOUT' ? timeoutOf(settings, log, error) : error
  }
}

/** The early handshake, unless it is older than the timeout. If anything fails here, an ordinary handshake follows. */
function takeEarlyHandshake({ transport, source, clock, timeout }: HostSettings<unknown>): EarlyHandshake | undefined {
  try {
    const early = transport?.takeEarly?.(source)
    return early && Math.abs(clock() - early.at) < timeout ? early : undefined
  } catch {
    return undefined
  }
}

function timeoutOf({ timeout, view }: HostSettings<unknown>, log: WireLog, cause: HaiiloError): HaiiloError {
  return new HaiiloError(
    'ERR_HANDSHAKE_TIMEOUT',
    `No response from the host within ${timeout} ms. ${log.describeIgnored()} Is this page open inside Haiilo Home or the sandbox, and is "${view}" the right \`view\`?`,
    { cause },
  )
}
