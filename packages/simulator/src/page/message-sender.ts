import {
  faults,
  type Delivery,
  type JunkDelivery,
  type Scene,
  type SignedDelivery,
  type SimulatedFault,
} from '../faults/faults.js'
import type { SimulatedConfig } from '../host/simulated-host.js'
import type { WireLogEntry } from '../host/wire-log.js'

/** What is to be said of a message on its way out. */
export type OutgoingNote = Pick<WireLogEntry, 'verdict' | 'subject' | 'nonce' | 'reason' | 'claims'>

export interface OutboxOptions {
  readonly issuer: string
  readonly clock: () => number
  readonly settings: () => { readonly fault: SimulatedFault | undefined; readonly latency: number }
  readonly scene: () => Omit<Scene, 'subject'>
  readonly mint: (delivery: SignedDelivery) => Promise<string>
  /** Posts into the page; `origin` where the window poses as another one. */
  readonly post: (data: unknown, origin?: string) => void
  readonly note: (note: OutgoingNote) => void
}

/** Signs and posts what a host says to one page, as late and as wrong as its settings ask for. */
export interface Outbox {
  /** Never rejects: what cannot be signed is noted as dropped. */
  readonly deliver: (subject: string, nonce: string, claims: SimulatedConfig) => Promise<void>
  /** Drops what is under way. */
  readonly close: () => void
}

export function createOutbox({ issuer, clock, settings, scene, mint, post, note }: OutboxOptions): Outbox {
  const timers = new Map<ReturnType<typeof setTimeout>, Delivery>()
  let closed = false

  async function deliver(subject: string, nonce: string, claims: SimulatedConfig): Promise<void> {
    const { fault, latency } = settings()
    const answer = correctAnswer(subject, nonce, claims)
    const deliveries = fault ? faults[fault].change(answer, { subject, ...scene() }) : [answer]
    if (!deliveries.length) note({ verdict: 'dropped', subject, nonce, reason: fault })
    try {
      const signed = await Promise.all(deliveries.map(async (delivery) => [delivery, await sign(delivery)] as const))
      for (const [index, [delivery, messages]] of signed.entries()) {
        // only the first correct answer is what it would have been without the fault
        const reason = index === 0 && delivery === answer ? undefined : fault
        schedule(delivery, latency, () => send(delivery, messages, reason))
      }
    } catch (error) {
      note({ verdict: 'dropped', subject, nonce, reason: error instanceof Error ? error.message : String(error) })
    }
  }

  function correctAnswer(subject: string, nonce: string, claims: SimulatedConfig): SignedDelivery {
    const iat = Math.floor(clock() / 1000)
    const own = { iss: issuer, iat, exp: iat + 60, sub: subject, jti: nonce }
    return { claims: { ...own, ...claims, ...own }, signer: 'home' }
  }

  async function sign(delivery: Delivery): Promise<readonly unknown[]> {
    return isJunk(delivery) ? delivery.junk : [await mint(delivery)]
  }

  function schedule(delivery: Delivery, latency: number, send: () => void): void {
    const wait = latency + (isJunk(delivery) ? 0 : (delivery.delay ?? 0))
    if (closed) return drop(delivery)
    if (wait <= 0) return send()
    const timer = setTimeout(() => {
      timers.delete(timer)
      send()
    }, wait)
    timers.set(timer, delivery)
  }

  function send(delivery: Delivery, messages: readonly unknown[], reason: string | undefined): void {
    note({ verdict: 'sent', reason, ...describe(delivery) })
    for (const message of messages) post(message, isJunk(delivery) ? undefined : delivery.origin)
  }

  function drop(delivery: Delivery): void {
    note({ verdict: 'dropped', reason: 'the page was left before', ...describe(delivery) })
  }

  return {
    deliver,
    close() {
      closed = true
      for (const [timer, delivery] of timers) {
        clearTimeout(timer)
        drop(delivery)
      }
      timers.clear()
    },
  }
}

function describe(delivery: Delivery): Partial<OutgoingNote> {
  if (isJunk(delivery)) return { reason: `${delivery.junk.length} messages that are no answer` }
  const { sub, jti } = delivery.claims
  return { subject: String(sub), nonce: typeof jti === 'string' ? jti : undefined, claims: delivery.claims }
}

function isJunk(delivery: Delivery): delivery is JunkDelivery {
  return 'junk' in delivery
}
