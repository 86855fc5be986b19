import { HaiiloError, excerpt } from '../errors.js'
import { abortable } from '../lib/abortable.js'
import { deferred } from '../lib/deferred.js'
import type { VerifiedMessage } from './haiilo-host.js'

/** A verified answer. */
export interface Exchange {
  readonly message: VerifiedMessage
  /** When the answer arrived, in milliseconds since 1970. */
  readonly receivedAt: number
}

export interface RequestSettings {
  readonly subject: string
  /** Milliseconds. */
  readonly timeout: number
  readonly signal?: AbortSignal | undefined
  /** Sends the request with its nonce. */
  readonly send: (nonce: string) => void
  /** The nonce of a request that was sent before; it is not sent again. */
  readonly sentWith?: string | undefined
}

/** A request that waits for its answer. */
export interface PendingRequest {
  readonly subject: string
  readonly resolve: (exchange: Exchange) => void
  readonly reject: (error: unknown) => void
}

/** The requests of one session. Each one settles: by its answer, its timeout, its signal, or the end of the session. */
export interface PendingRequests {
  /**
   * Sends a request and resolves with its answer.
   *
   * @throws {HaiiloError} `ERR_REQUEST_TIMEOUT`, or what the request was rejected with.
   */
  readonly open: (settings: RequestSettings) => Promise<Exchange>
  /** The request that waits for this nonce. */
  readonly find: (nonce: unknown) => PendingRequest | undefined
  /** Uses up a nonce. It is single-use, even if the message that bears it is rejected. */
  readonly spend: (nonce: unknown) => void
  /** Sends the unanswered requests of a subject again. */
  readonly resend: (subject: string) => void
  readonly rejectAll: (error: HaiiloError) => void
}

interface Waiting extends PendingRequest {
  readonly send: () => void
}

export function createPendingRequests(): PendingRequests {
  const unsettled = new Set<Waiting>()
  const byNonce = new Map<unknown, Waiting>()

  return {
    async open({ subject, timeout, signal, send, sentWith }) {
      checkTimeout(timeout)
      signal?.throwIfAborted()
      const nonce = sentWith ?? crypto.randomUUID()
      const { promise, resolve, reject } = deferred<Exchange>()
      let timer: ReturnType<typeof setTimeout> | undefined
      const startTimer = (): void => {
        clearTimeout(timer)
        timer = setTimeout(() => reject(timedOut(subject, timeout)), timeout)
      }
      const sendOnce = (): void => {
        startTimer()
        send(nonce)
      }
      const request = { subject, resolve, reject, send: sendOnce }
      unsettled.add(request)
      byNonce.set(nonce, request)
      try {
        if (sentWith) startTimer()
        else sendOnce()
        return await abortable(promise, signal)
      } finally {
        clearTimeout(timer)
        unsettled.delete(request)
        byNonce.delete(nonce)
      }
    },
    find: (nonce) => byNonce.get(nonce),
    spend: (nonce) => byNonce.delete(nonce),
    resend(subject) {
      for (const request of [...byNonce.values()]) if (request.subject === subject) request.send()
    },
    rejectAll(error) {
      for (const { reject } of unsettled) reject(error)
    },
  }
}

/** @throws {TypeError} The timeout is not positive, or too long for a timer. */
export function checkTimeout(timeout: number): void {
  if (!(timeout > 0 && timeout < 2 ** 31))
    throw new TypeError('timeout: expected milliseconds, more than 0 and less than 2^31.')
}

function timedOut(subject: string, timeout: number): HaiiloError {
  return new HaiiloError('ERR_REQUEST_TIMEOUT', `No answer to "${excerpt(subject)}" within ${timeout} ms.`)
}
