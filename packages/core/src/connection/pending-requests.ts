import { HaiiloError, excerpt } from '../errors.js'
import { abortable } from '../lib/abortable.js'
import { deferred } from '../lib/deferred.js'
import type { VerifiedMessage } from './haiilo-host.js'

/** The response to a request, after its verification. */
export interface VerifiedResponse {
  readonly message: VerifiedMessage
  /** When the response arrived, in milliseconds since 1970. */
  readonly receivedAt: number
}

export interface RequestSettings {
  readonly subject: string
  /** Milliseconds. */
  readonly timeout: number
  readonly signal?: AbortSignal | undefined
  /** Sends the request with its nonce. */
  readonly send: (nonce: string) => void
  /** The nonce of a request that was already sent. It is not sent again. */
  readonly sentNonce?: string | undefined
}

/** A request that waits for its response. */
export interface PendingRequest {
  readonly subject: string
  readonly resolve: (response: VerifiedResponse) => void
  readonly reject: (error: unknown) => void
}

/** The requests of one session. Each one settles: by its response, its timeout, its signal, or the end of the session. */
export interface PendingRequests {
  /**
   * Sends a request and resolves with its response.
   *
   * @throws {HaiiloError} `ERR_REQUEST_TIMEOUT`, or the error that the request was rejected with.
   */
  readonly start: (settings: RequestSettings) => Promise<VerifiedResponse>
  /** The request with this nonce, until the nonce is consumed. */
  readonly find: (nonce: unknown) => PendingRequest | undefined
  /** A nonce is single-use, even if the message with it is rejected later. */
  readonly consumeNonce: (nonce: unknown) => void
  /** Sends the requests of a subject that have no response yet again. */
  readonly resend: (subject: string) => void
  readonly rejectAll: (error: HaiiloError) => void
}

interface SentRequest extends PendingRequest {
  readonly send: () => void
}

export function createPendingRequests(): PendingRequests {
  const unsettled = new Set<SentRequest>()
  const byNonce = new Map<unknown, SentRequest>()

  return {
    async start({ subject, timeout, signal, send, sentNonce }) {
      checkTimeout(timeout)
      signal?.throwIfAborted()
      const nonce = sentNonce ?? crypto.randomUUID()
      const { promise, resolve, reject } = deferred<VerifiedResponse>()
      let timer: ReturnType<typeof setTimeout> | undefined
      const startTimer = (): void => {
        clearTimeout(timer)
        timer = setTimeout(() => reject(timedOut(subject, timeout)), timeout)
      }
      const sendNow = (): void => {
        startTimer()
        send(nonce)
      }
      const request = { subject, resolve, reject, send: sendNow }
      unsettled.add(request)
      byNonce.set(nonce, request)
      try {
        if (sentNonce) startTimer()
        else sendNow()
        return await abortable(promise, signal)
      } finally {
        clearTimeout(timer)
        unsettled.delete(request)
        byNonce.delete(nonce)
      }
    },
    find: (nonce) => byNonce.get(nonce),
    consumeNonce: (nonce) => byNonce.delete(nonce),
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
  return new HaiiloError('ERR_REQUEST_TIMEOUT', `No response to "${excerpt(subject)}" within ${timeout} ms.`)
}
