/*
 * The handshake.
 *
 * It requires, in this order:
 *   1. a window: a server has none (ERR_NO_WINDOW; the snapshot stays `connecting`)
 *   2. Web Crypto, without which nothing could be verified (ERR_INSECURE_CONTEXT)
 *   3. a page around this one (ERR_NOT_EMBEDDED; the transport knows)
 *   4. a source id (ERR_SOURCE_MISSING)
 *
 * Then, in this order:
 *   1. the session listens
 *   2. it takes over the early handshake of a script in the page's head, or asks itself
 *   3. the answer is verified like every message
 *   4. the configuration is parsed
 *   5. in one step, the origin is pinned and the host becomes ready
 */
import { HaiiloError } from '../errors.js'
import type { EarlyHandshake, IncomingMessage } from '../transport/transport.js'
import type { HostSettings } from './options.js'
import type { Outgoing } from './outgoing.js'
import type { Exchange, PendingRequests } from './pending-requests.js'
import type { WireLog } from './wire-log.js'

/** @throws {HaiiloError} `ERR_INSECURE_CONTEXT` */
export function requireWebCrypto(): void {
  if (globalThis.crypto?.subtle) return
  throw new HaiiloError(
    'ERR_INSECURE_CONTEXT',
    'Web Crypto is missing, so nothing could be verified. Serve this page, and every page around it, on https.',
  )
}

/** @throws {HaiiloError} `ERR_SOURCE_MISSING` */
export function requireSource(source: string): void {
  if (source) return
  throw new HaiiloError(
    'ERR_SOURCE_MISSING',
    'The address has no `src`. Open this page inside Haiilo Home or the sandbox, or give the option `source`.',
  )
}

interface HandshakeParts {
  readonly outgoing: Outgoing
  readonly requests: PendingRequests
  readonly log: WireLog
  /** Takes in a message that came before the session. */
  readonly receive: (message: IncomingMessage) => void
}

/**
 * Asks who embeds the page and resolves with the verified answer.
 *
 * @throws {HaiiloError} `ERR_HANDSHAKE_TIMEOUT`, or the reason why the answer was refused.
 */
export async function shakeHands(
  settings: HostSettings<unknown>,
  { outgoing, requests, log, receive }: HandshakeParts,
): Promise<Exchange> {
  const early = takeEarly(settings)
  const answer = requests.open({
    subject: 'init',
    timeout: settings.timeout,
    send: outgoing.ask,
    sentWith: early?.nonce,
  })
  early?.messages.forEach(receive)
  try {
    return await answer
  } catch (error) {
    throw error instanceof HaiiloError && error.code === 'ERR_REQUEST_TIMEOUT' ? noAnswer(settings, log, error) : error
  }
}

/** The early handshake, unless it is too old for an answer. Whatever goes wrong here, an ordinary handshake follows. */
function takeEarly({ transport, source, clock, timeout }: HostSettings<unknown>): EarlyHandshake | undefined {
  try {
    const early = transport?.takeEarly?.(source)
    return early && Math.abs(clock() - early.at) < timeout ? early : undefined
  } catch {
    return undefined
  }
}

function noAnswer({ timeout, view }: HostSettings<unknown>, log: WireLog, cause: HaiiloError): HaiiloError {
  return new HaiiloError(
    'ERR_HANDSHAKE_TIMEOUT',
    `No response from the host within ${timeout} ms. ${log.describeIgnored()} Is this page open inside Haiilo Home or the sandbox, and is "${view}" the right \`view\`?`,
    { cause },
  )
}
