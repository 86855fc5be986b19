import type { WireEntry } from '@haiilo-kit/core'
import type { WireLogEntry } from '@haiilo-kit/simulator'

/** One line of the message log: a message as one of the two sides saw it. */
export interface LogRow {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly seenBy: 'host' | 'plug-in'
  readonly direction: 'to host' | 'to plug-in'
  readonly subject: string
  readonly verdict: 'sent' | 'accepted' | 'ignored' | 'refused' | 'dropped'
  readonly reason: string
  /** What the message says, cut short. */
  readonly content: string
}

/** What the simulated host noted. */
export function rowOfHost({ at, direction, subject, verdict, reason, payload, claims }: WireLogEntry): LogRow {
  return {
    at,
    seenBy: 'host',
    direction: direction === 'plugin-to-host' ? 'to host' : 'to plug-in',
    subject: subject ?? '',
    verdict,
    reason: reason ?? '',
    content: summary(payload ?? claims),
  }
}

/** What the plug-in's connection told `onWire`. */
export function rowOfPlugin({ at, direction, subject, verdict, reason, payload, type, size }: WireEntry): LogRow {
  return {
    at,
    seenBy: 'plug-in',
    direction: direction === 'out' ? 'to host' : 'to plug-in',
    subject: subject ?? '',
    verdict,
    reason: reason ?? '',
    content: payload ? summary(payload) : size ? `${type}, ${size} characters` : type,
  }
}

function summary(content: unknown): string {
  const text = content === undefined ? '' : JSON.stringify(content)
  return text === '{}' ? '' : text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}

/** Characters: about as much as fits into a line. */
const LONGEST = 90
