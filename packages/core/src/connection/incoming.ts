import { HaiiloError } from '../errors.js'
import { MAX_TOKEN_LENGTH, decodeToken } from '../token/decode-token.js'
import type { IncomingMessage } from '../transport/transport.js'
import type { EditMode } from './edit-mode.js'
import type { VerifiedMessage } from './haiilo-host.js'
import { createMessageVerifier, replayError, type ReceivedToken, type VerificationResult } from './message-verifier.js'
import type { HostSettings } from './options.js'
import type { PendingRequest, PendingRequests } from './pending-requests.js'
import type { ReplayGuard } from './replay-guard.js'
import { isSameIdentity } from './verified-message.js'
import type { WireLog } from './wire-log.js'

/** Receives every message that reaches the page. Ignores messages that are not meant for us, and verifies the others. */
export interface Incoming {
  readonly receive: (message: IncomingMessage) => void
  /**
   * Sets the verified host. From then on, messages count only if they come from its origin and name its user. Held notifications are
   * handled now.
   */
  readonly pinHost: (host: VerifiedMessage) => void
}

export interface IncomingParts {
  readonly settings: HostSettings<unknown>
  readonly requests: PendingRequests
  readonly replayGuard: ReplayGuard
  readonly editMode: EditMode
  readonly log: WireLog
  /** Aborts when the session ends. */
  readonly signal: AbortSignal
  /** Whether anything handles notifications with this subject. */
  readonly expects: (subject: string) => boolean
  /** Called with each verified notification, in the order of arrival. */
  readonly onNotification: (message: VerifiedMessage) => void
  /** Called when a verified response names another issuer, tenant or user. */
  readonly onIdentityChange: (error: HaiiloError) => void
}

/** How many notifications are held while the handshake response is verified. */
const MAX_HELD = 32

export function createIncoming(parts: IncomingParts): Incoming {
  const { settings, requests, replayGuard, editMode, log, signal } = parts
  const verifier = createMessageVerifier(settings, signal)
  let host: VerifiedMessage | undefined
  let lastNotification: Promise<unknown> = Promise.resolve()
  /** Notifications that arrived after the handshake response, while that response is verified. */
  const held: IncomingMessage[] = []
  let hasResponse = false

  function receive(incoming: IncomingMessage): void {
    const { data, origin, fromHost } = incoming
    if (!fromHost) return log.ignored(data, 'other-window')
    if (typeof data !== 'string') return log.ignored(data, 'not-a-string')
    if (data.length > MAX_TOKEN_LENGTH) return log.ignored(data, 'too-long')
    if (host && origin !== host.origin) return log.ignored(data, 'other-origin')
    const token = decodeToken(data)
    if (!token) return log.ignored(data, 'not-a-token')
    const received = { data, origin, token }
    const { jti: nonce, sub: subject } = token.claims
    const request = requests.find(nonce)
    const isExpected = typeof subject === 'string' && subject !== 'init' && parts.expects(subject)
    if (request && (request.subject === subject || !host || !isExpected)) {
      requests.consumeNonce(nonce)
      hasResponse = true
      void handleResponse(request, received)
    } else if (host && isExpected) {
      handleNotification(host, received)
    } else if (isExpected && hasResponse && held.length < MAX_HELD) {
      held.push(incoming)
    } else {
      log.ignored(data, 'not-awaited')
    }
  }

  async function handleResponse(request: PendingRequest, received: ReceivedToken): Promise<void> {
    const receivedAt = settings.clock()
    try {
      const result = await verifier.verifyResponse(received, request.subject)
      checkIdentity(result.message)
      // an "init" needs no replay check: it is accepted only with the nonce of a pending request
      if (request.subject !== 'init') checkReplay(result)
      log.accepted(received.data, result.message)
      request.resolve({ message: result.message, receivedAt })
    } catch (error) {
      log.refused(received.data, received.token, error)
      request.reject(error)
    }
  }

  function checkIdentity(message: VerifiedMessage): void {
    if (!host || isSameIdentity(host, message)) return
    const error = new HaiiloError(
      'ERR_IDENTITY_CHANGED',
      'The tenant or user of the host has changed. Connect again with retry().',
    )
    parts.onIdentityChange(error)
    throw error
  }

  /** Notifications are verified in parallel and published in the order of arrival. */
  function handleNotification(from: VerifiedMessage, received: ReceivedToken): void {
    const previous = lastNotification
    const verification = verifier.verifyNotification(received, from)
    lastNotification = Promise.all([previous, publishNotification(verification, previous, received)])
  }

  async function publishNotification(
    verification: Promise<VerificationResult>,
    previous: Promise<unknown>,
    received: ReceivedToken,
  ): Promise<void> {
    try {
      const [result] = await Promise.all([verification, previous])
      signal.throwIfAborted()
      checkReplay(result)
      log.accepted(received.data, result.message)
      parts.onNotification(result.message)
    } catch (error) {
      log.refused(received.data, received.token, error)
    }
  }

  /** Checks and records in one synchronous step. Runs after verification, so that a forged token cannot block the genuine message. */
  function checkReplay({ message, replayKey }: VerificationResult): void {
    const expiry = (message.claims['exp'] as number) + settings.clockTolerance
    const verdict = replayGuard.admit(replayKey, expiry * 1000)
    if (verdict === 'full' || (verdict === 'seen' && !editMode.mayRepeat(message))) throw replayError()
  }

  return {
    receive,
    pinHost(message) {
      host ??= message
      held.splice(0).forEach(receive)
    },
  }
}
