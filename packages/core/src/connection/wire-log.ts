import { HaiiloError, excerpt } from '../errors.js'
import type { DecodedToken } from '../token/decode-token.js'
import type { IgnoredReason, VerifiedMessage, WireEntry } from './haiilo-host.js'

/** Reports every message with its verdict to `onWire`, and counts ignored messages. */
export interface WireLog {
  readonly sent: (message: object, subject: string, nonce: string, payload: object) => void
  readonly ignored: (data: unknown, reason: IgnoredReason) => void
  readonly accepted: (data: unknown, message: VerifiedMessage) => void
  readonly refused: (data: unknown, token: DecodedToken, error: unknown) => void
  /** One sentence about the ignored messages, for the message of `ERR_HANDSHAKE_TIMEOUT`. */
  readonly describeIgnored: () => string
}

export function createWireLog(onWire: ((entry: WireEntry) => void) | undefined, clock: () => number): WireLog {
  const counts = new Map<IgnoredReason, number>()

  function reportWire(entry: Omit<WireEntry, 'at' | 'type' | 'size'>, data: unknown): void {
    if (!onWire) return
    try {
      onWire({ ...entry, type: typeof data, size: typeof data === 'string' ? data.length : 0, at: clock() })
    } catch {
      // an observer must not affect the connection
    }
  }

  return {
    sent(message, subject, nonce, payload) {
      reportWire({ direction: 'out', verdict: 'sent', subject, nonce, payload: { ...payload } }, message)
    },
    ignored(data, reason) {
      counts.set(reason, (counts.get(reason) ?? 0) + 1)
      reportWire({ direction: 'in', verdict: 'ignored', reason }, data)
    },
    accepted(data, { subject, nonce, claims }) {
      reportWire({ direction: 'in', verdict: 'accepted', subject, nonce, payload: claims }, data)
    },
    refused(data, { claims }, error) {
      const reason = error instanceof HaiiloError ? error.code : 'closed'
      reportWire({ direction: 'in', verdict: 'refused', reason, subject: excerpt(claims['sub']) }, data)
    },
    describeIgnored() {
      if (!counts.size) return 'No message arrived.'
      return `Ignored messages: ${[...counts].map(([reason, count]) => `${count} ${reason}`).join(', ')}.`
    },
  }
}
