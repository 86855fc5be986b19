import { HaiiloError, TokenRejectedError, excerpt } from '../errors.js'
import { abortable } from '../lib/abortable.js'
import { deferred } from '../lib/deferred.js'
import { MAX_TOKEN_LENGTH, decodeToken, type DecodedToken } from '../token/decode-token.js'
import { readContext } from '../token/context.js'
import type { Verifier } from '../token/verifier.js'
import type { HostTransport, IncomingMessage } from '../transport/transport.js'
import { checkEmbedder } from './check-embedder.js'
import type { IgnoredReason, RequestOptions, VerifiedMessage, WireEntry } from './haiilo-host.js'
import { createReplayGuard } from './replay-guard.js'
import { isSamePerson, messageIdentity, toMessage } from './verified-message.js'

/** How much older than the handshake a message of the host may be, in seconds; anything older is replayed from an earlier load. */
const HANDSHAKE_GRACE = 5

export interface SessionSettings {
  /** Source id with the suffix of the view. */
  readonly source: string
  readonly transport: HostTransport
  readonly verifier: Verifier
  readonly embedders: ReadonlySet<string>
  /** Milliseconds. */
  readonly timeout: number
  readonly clockTolerance: number
  readonly clock: () => number
  readonly onWire: ((entry: WireEntry) => void) | undefined
  /** Whether somebody wants what the host sends of its own accord under this subject. */
  readonly expects: (subject: string) => boolean
  /** A verified message that the host sent of its own accord. */
  readonly deliver: (message: VerifiedMessage) => void
  /** A verified answer speaks for another issuer, tenant or user. */
  readonly identityChanged: (error: HaiiloError) => void
  /** The frame was taken out of its page. */
  readonly detached: () => void
  /** The page came back from the back/forward cache. */
  readonly restored: () => void
}

/** What a session learns by one exchange. */
export interface Exchange {
  readonly message: VerifiedMessage
  /** When the answer arrived, in milliseconds since 1970. */
  readonly receivedAt: number
}

/** One opening of the connection: it listens, asks, checks every answer, and ends with everything it started. */
export interface Session {
  readonly post: (subject: string, payload: object, nonce: string) => void
  /** Sends a question and resolves with its verified answer. `asked` is the nonce of a question that was sent before. */
  readonly exchange: (subject: string, payload?: object, options?: RequestOptions, asked?: string) => Promise<Exchange>
  /** Ties the session to the host that this message proved. */
  readonly pin: (message: VerifiedMessage) => void
  /** Takes in what came before the session. */
  readonly receive: (message: IncomingMessage) => void
  readonly close: (error: HaiiloError) => void
}

interface Pending {
  readonly subject: string
  /** Set by the first message that bears the nonce: a nonce dies with it, whatever that message is worth. */
  answered: boolean
  readonly ask: () => void
  readonly answer: PromiseWithResolvers<Exchange>
}

/** @throws {HaiiloError} What the transport says when there is no host. */
export function openSession(settings: SessionSettings): Session {
  const { source, transport, verifier, clock, onWire } = settings
  const pending = new Map<string, Pending>()
  const guard = createReplayGuard(clock)
  const life = new AbortController()
  let handshake: VerifiedMessage | undefined

  function tell(entry: Omit<WireEntry, 'at' | 'type' | 'size'>, data: unknown): void {
    if (!onWire) return
    try {
      onWire({ ...entry, type: typeof data, size: typeof data === 'string' ? data.length : 0, at: clock() })
    } catch {
      // who only watches cannot change what happens
    }
  }

  function post(subject: string, payload: object, nonce: string): void {
    const message = { ...payload, iss: source, sub: subject, jti: nonce }
    try {
      // only the first question goes to whoever embeds us: it holds source, subject and nonce, and nothing else
      transport.post(message, handshake?.origin ?? '*')
      tell({ direction: 'out', verdict: 'sent', subject, nonce, payload: { ...payload } }, message)
    } catch (error) {
      if (error instanceof HaiiloError) settings.detached()
      throw error
    }
  }

  async function exchange(
    subject: string,
    payload: object = {},
    { timeout = settings.timeout, signal }: RequestOptions = {},
    asked?: string,
  ): Promise<Exchange> {
    checkTimeout(timeout)
    signal?.throwIfAborted()
    const nonce = asked ?? crypto.randomUUID()
    const answer = deferred<Exchange>()
    let timer: ReturnType<typeof setTimeout> | undefined
    const wait = (): void => {
      clearTimeout(timer)
      timer = setTimeout(
        () => answer.reject(new HaiiloError('ERR_REQUEST_TIMEOUT', `No answer to "${subject}" within ${timeout} ms.`)),
        timeout,
      )
    }
    const ask = (): void => {
      wait()
      post(subject, payload, nonce)
    }
    pending.set(nonce, { subject, answer, answered: false, ask })
    try {
      if (asked) wait()
      else ask()
      return await abortable(answer.promise, signal)
    } finally {
      clearTimeout(timer)
      pending.delete(nonce)
    }
  }

  function receive(incoming: IncomingMessage): void {
    const { data, origin, fromHost } = incoming
    const ignore = (reason: IgnoredReason): void => tell({ direction: 'in', verdict: 'ignored', reason }, data)
    if (!fromHost) return ignore('other-window')
    if (typeof data !== 'string') return ignore('not-a-string')
    if (data.length > MAX_TOKEN_LENGTH) return ignore('too-long')
    const host = handshake
    if (host && origin !== host.origin) return ignore('other-origin')
    const token = decodeToken(data)
    if (!token) return ignore('not-a-token')
    const { jti: nonce, sub: subject } = token.claims
    const known = typeof nonce === 'string' ? pending.get(nonce) : undefined
    const request = known?.answered ? undefined : known
    const initiated = host && typeof subject === 'string' && subject !== 'init' && settings.expects(subject)
    if (request && (request.subject === subject || !initiated)) void judgeAnswer(request, data, origin, token)
    else if (initiated) void judgeNotice(host, data, origin, token)
    else ignore('not-awaited')
  }

  async function judgeAnswer(request: Pending, data: string, origin: string, token: DecodedToken): Promise<void> {
    const receivedAt = clock()
    request.answered = true
    try {
      if (token.claims['sub'] !== request.subject) {
        throw new TokenRejectedError(
          'ERR_TOKEN_SUBJECT',
          `The answer to "${request.subject}" bears another subject.`,
          'sub',
        )
      }
      const message = await verify(data, origin, token, () => undefined)
      if (handshake && !isSamePerson(handshake, message)) {
        const error = new HaiiloError(
          'ERR_IDENTITY_CHANGED',
          'The host now speaks for another tenant or user. Ask again with retry().',
        )
        settings.identityChanged(error)
        throw error
      }
      // nobody takes "init" from the host but as an answer, and its nonce is spent: there is nothing to replay
      if (message.subject !== 'init') await remember(message)
      accept(message, data)
      request.answer.resolve({ message, receivedAt })
    } catch (error) {
      refuse(error, token, data)
      request.answer.reject(error)
    }
  }

  async function judgeNotice(host: VerifiedMessage, data: string, origin: string, token: DecodedToken): Promise<void> {
    try {
      const message = await verify(data, origin, token, (issuer) => {
        if (issuer !== host.issuer)
          throw new TokenRejectedError('ERR_TOKEN_ISSUER', 'The issuer is not that of the handshake.', 'iss')
      })
      if (!isSamePerson(host, message))
        throw new TokenRejectedError('ERR_TOKEN_CONTEXT', 'The user is not that of the handshake.', 'ctx.userId')
      if (issuedAt(message) < issuedAt(host) - HANDSHAKE_GRACE) throw replayed()
      await remember(message)
      accept(message, data)
      settings.deliver(message)
    } catch (error) {
      refuse(error, token, data)
    }
  }

  async function verify(
    data: string,
    origin: string,
    token: DecodedToken,
    checkIssuer: (issuer: string) => void,
  ): Promise<VerifiedMessage> {
    const { claims, issuer } = await verifier.verify(data, token, {
      checkIssuer(claimed) {
        checkIssuer(claimed)
        checkEmbedder(origin, claimed, settings.embedders)
      },
      signal: life.signal,
    })
    life.signal.throwIfAborted()
    return toMessage(data, claims, readContext(claims), issuer, origin)
  }

  /** Tests and stores in one synchronous step, after the signature: a forgery cannot use up the identity of a genuine message. */
  async function remember(message: VerifiedMessage): Promise<void> {
    const identity = await messageIdentity(message)
    life.signal.throwIfAborted()
    const { exp } = message.claims as { exp: number }
    if (!guard.admit(identity, (exp + settings.clockTolerance) * 1000)) throw replayed()
  }

  function accept({ subject, nonce, claims }: VerifiedMessage, data: string): void {
    tell({ direction: 'in', verdict: 'accepted', subject, nonce, payload: claims }, data)
  }

  function refuse(error: unknown, { claims }: DecodedToken, data: string): void {
    const reason = error instanceof HaiiloError ? error.code : 'closed'
    tell({ direction: 'in', verdict: 'refused', reason, subject: excerpt(claims['sub']) }, data)
  }

  const stop = transport.listen({
    message: receive,
    restored() {
      for (const { subject, answered, ask } of pending.values()) if (subject === 'init' && !answered) ask()
      settings.restored()
    },
  })

  return {
    post,
    exchange,
    receive,
    pin(message) {
      handshake = message
    },
    close(error) {
      stop()
      life.abort(error)
      for (const { answer } of pending.values()) answer.reject(error)
    },
  }
}

/** Seconds since 1970; the verifier has made sure that it is a number. */
function issuedAt({ claims }: VerifiedMessage): number {
  return claims['iat'] as number
}

/** @throws {TypeError} A time that timers would take for no time at all. */
export function checkTimeout(timeout: number): void {
  if (!(timeout > 0 && timeout < 2 ** 31))
    throw new TypeError('timeout: expected milliseconds, more than 0 and less than 2^31.')
}

function replayed(): TokenRejectedError {
  return new TokenRejectedError('ERR_TOKEN_REPLAYED', 'The message was seen before, or is older than the handshake.')
}
