import { HaiiloError } from '../errors.js'
import { MAX_TOKEN_LENGTH, decodeToken } from '../token/decode-token.js'
import type { IncomingMessage } from '../transport/transport.js'
import type { EditMode } from './edit-mode.js'
import type { VerifiedMessage } from './haiilo-host.js'
import { createJudge, replayed, type JudgedMessage, type ReceivedToken } from './judge.js'
import type { HostSettings } from './options.js'
import type { PendingRequest, PendingRequests } from './pending-requests.js'
import type { ReplayGuard } from './replay-guard.js'
import { isSamePerson } from './verified-message.js'
import type { WireLog } from './wire-log.js'

/** Receives all messages that reach the page: ignores those that are not meant for us, and verifies the others. */
export interface Incoming {
  readonly receive: (message: IncomingMessage) => void
  /** Sets who the host is. From here on, messages count only if they come from its origin and speak for its user; those that waited, too. */
  readonly pin: (host: VerifiedMessage) => void
}

export interface IncomingParts {
  readonly settings: HostSettings<unknown>
  readonly requests: PendingRequests
  readonly replayGuard: ReplayGuard
  readonly editMode: EditMode
  readonly log: WireLog
  /** Aborts when the session ends. */
  readonly signal: AbortSignal
  /** Whether somebody wants the messages that the host sends under this subject without a request. */
  readonly expects: (subject: string) => boolean
  /** A verified message without a request. Messages come in the order in which they arrived. */
  readonly onNotification: (message: VerifiedMessage) => void
  /** A verified answer speaks for another issuer, tenant or user. */
  readonly onIdentityChange: (error: HaiiloError) => void
}

/** So many messages may wait while the handshake is verified. */
const MOST_EARLY = 32

export function createIncoming(parts: IncomingParts): Incoming {
  const { settings, requests, replayGuard, editMode, log, signal } = parts
  const judge = createJudge(settings.verifier, settings.embedders, signal)
  let host: VerifiedMessage | undefined
  let notified: Promise<unknown> = Promise.resolve()
  /** What the host sent right after its answer to the handshake, while that is verified. */
  const early: IncomingMessage[] = []
  let isAnswered = false

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
    const notifies = typeof subject === 'string' && subject !== 'init' && parts.expects(subject)
    if (request && (request.subject === subject || !host || !notifies)) {
      requests.spend(nonce)
      isAnswered = true
      void takeAnswer(request, received)
    } else if (host && notifies) {
      takeNotification(host, received)
    } else if (notifies && isAnswered && early.length < MOST_EARLY) {
      early.push(incoming)
    } else {
      log.ignored(data, 'not-awaited')
    }
  }

  async function takeAnswer(request: PendingRequest, received: ReceivedToken): Promise<void> {
    const receivedAt = settings.clock()
    try {
      const judged = await judge.answer(received, request.subject)
      checkIdentity(judged.message)
      // an "init" needs no replay check: it is accepted only with a nonce that is still awaited
      if (request.subject !== 'init') admit(judged)
      log.accepted(received.data, judged.message)
      request.resolve({ message: judged.message, receivedAt })
    } catch (error) {
      log.refused(received.data, received.token, error)
      request.reject(error)
    }
  }

  function checkIdentity(message: VerifiedMessage): void {
    if (!host || isSamePerson(host, message)) return
    const error = new HaiiloError(
      'ERR_IDENTITY_CHANGED',
      'The host now speaks for another tenant or user. Connect again with retry().',
    )
    parts.onIdentityChange(error)
    throw error
  }

  /** Messages are verified side by side and handed over in the order of their arrival. */
  function takeNotification(from: VerifiedMessage, received: ReceivedToken): void {
    const earlier = notified
    notified = Promise.all([earlier, notify(judge.notification(received, from), earlier, received)])
  }

  async function notify(
    judging: Promise<JudgedMessage>,
    earlier: Promise<unknown>,
    received: ReceivedToken,
  ): Promise<void> {
    try {
      const [judged] = await Promise.all([judging, earlier])
      signal.throwIfAborted()
      admit(judged)
      log.accepted(received.data, judged.message)
      parts.onNotification(judged.message)
    } catch (error) {
      log.refused(received.data, received.token, error)
    }
  }

  /** Tests and remembers in one synchronous step, after the signature: a forgery cannot use up the identity of a genuine message. */
  function admit({ message, identity }: JudgedMessage): void {
    const expiry = (message.claims['exp'] as number) + settings.clockTolerance
    const verdict = replayGuard.admit(identity, expiry * 1000)
    if (verdict === 'full' || (verdict === 'seen' && !editMode.mayRepeat(message))) throw replayed()
  }

  return {
    receive,
    pin(message) {
      host ??= message
      early.splice(0).forEach(receive)
    },
  }
}
