import { decodeProtectedHeader } from 'jose'
import {
  faults,
  type FaultContext,
  type JunkMessages,
  type OutgoingMessage,
  type SignedMessage,
  type SimulatedFault,
} from '../faults/faults.js'
import type { SimulatedConfig } from '../host/simulated-host.js'
import type { WireLogEntry } from '../host/wire-log.js'

/** The number of messages of one page that can be sent again. */
const MAX_SENT = 200

/** The part of a log entry that describes an outgoing message. */
export type OutgoingEntry = Pick<WireLogEntry, 'verdict' | 'subject' | 'nonce' | 'reason' | 'header' | 'claims'>

export interface MessageSenderOptions {
  readonly issuer: string
  readonly clock: () => number
  readonly settings: () => { readonly fault: SimulatedFault | undefined; readonly latency: number }
  readonly faultContext: () => Omit<FaultContext, 'subject'>
  readonly sign: (message: SignedMessage) => Promise<string>
  /** Posts into the page. `origin` is set if the message must appear to come from another origin. */
  readonly post: (data: unknown, origin?: string) => void
  /** Returns the id of the entry in the log. */
  readonly record: (entry: OutgoingEntry) => number
}

/** Signs and posts the host's messages to one page. Applies the current fault and latency. */
export interface MessageSender {
  /** Never rejects. A message that cannot be signed is logged as dropped. */
  readonly send: (subject: string, nonce: string, claims: SimulatedConfig) => Promise<void>
  /**
   * Posts the message with this id of the log again, unchanged.
   *
   * @returns Whether this sender has sent such a message and its page is still open.
   */
  readonly sendAgain: (id: number) => boolean
  /** Drops pending messages. */
  readonly close: () => void
}

export function createMessageSender(options: MessageSenderOptions): MessageSender {
  const { issuer, clock, settings, faultContext, record } = options
  const timers = new Map<ReturnType<typeof setTimeout>, OutgoingMessage>()
  const sent = new Map<number, () => void>()
  let closed = false

  async function send(subject: string, nonce: string, claims: SimulatedConfig): Promise<void> {
    const { fault, latency } = settings()
    const answer = correctMessage(subject, nonce, claims)
    const outgoing = fault ? faults[fault].change(answer, { subject, ...faultContext() }) : [answer]
    if (!outgoing.length) record({ verdict: 'dropped', subject, nonce, reason: fault })
    try {
      const signed = await Promise.all(outgoing.map(async (message) => [message, await dataOf(message)] as const))
      for (const [index, [message, data]] of signed.entries()) {
        // an unchanged first answer is not a result of the fault
        const reason = index === 0 && message === answer ? undefined : fault
        schedule(message, latency, () => post(message, data, reason))
      }
    } catch (error) {
      record({ verdict: 'dropped', subject, nonce, reason: error instanceof Error ? error.message : String(error) })
    }
  }

  function correctMessage(subject: string, nonce: string, claims: SimulatedConfig): SignedMessage {
    const iat = Math.floor(clock() / 1000)
    const standard = { iss: issuer, iat, exp: iat + 60, sub: subject, jti: nonce }
    // twice: first for the order of the claims, last because standard claims win
    return { claims: { ...standard, ...claims, ...standard }, signer: 'home' }
  }

  async function dataOf(message: OutgoingMessage): Promise<readonly unknown[]> {
    return isJunk(message) ? message.junk : [await options.sign(message)]
  }

  function schedule(message: OutgoingMessage, latency: number, post: () => void): void {
    const wait = latency + (isJunk(message) ? 0 : (message.delay ?? 0))
    if (closed) return drop(message)
    if (wait <= 0) return post()
    const timer = setTimeout(() => {
      timers.delete(timer)
      post()
    }, wait)
    timers.set(timer, message)
  }

  function post(message: OutgoingMessage, data: readonly unknown[], reason: string | undefined): void {
    const id = record({ verdict: 'sent', reason, ...describe(message), ...headerOf(data) })
    sent.set(id, () => post(message, data, `sent again: the same message as entry ${id}`))
    for (const oldest of sent.keys()) if (sent.size > MAX_SENT) sent.delete(oldest)
    for (const each of data) options.post(each, isJunk(message) ? undefined : message.origin)
  }

  function drop(message: OutgoingMessage): void {
    record({ verdict: 'dropped', reason: 'the page was closed first', ...describe(message) })
  }

  return {
    send,
    sendAgain(id) {
      const again = sent.get(id)
      again?.()
      return again !== undefined
    },
    close() {
      closed = true
      sent.clear()
      for (const [timer, message] of timers) {
        clearTimeout(timer)
        drop(message)
      }
      timers.clear()
    },
  }
}

function describe(message: OutgoingMessage): Partial<OutgoingEntry> {
  if (isJunk(message)) return { reason: `${message.junk.length} messages that are not answers` }
  const { sub, jti } = message.claims
  return { subject: String(sub), nonce: typeof jti === 'string' ? jti : undefined, claims: message.claims }
}

/** The header of a single token. Junk messages have none. */
function headerOf([data, ...more]: readonly unknown[]): Pick<OutgoingEntry, 'header'> {
  return typeof data === 'string' && !more.length ? { header: { ...decodeProtectedHeader(data) } } : {}
}

function isJunk(message: OutgoingMessage): message is JunkMessages {
  return 'junk' in message
}
