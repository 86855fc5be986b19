import type { WireEntry } from '@haiilo-kit/core'
import type { WireLogEntry } from '@haiilo-kit/simulator'

/** One line of the message log: a message as one of the two sides saw it. */
export interface LogRow {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly seenBy: 'host' | 'plug-in'
  readonly direction: 'to host' | 'to plug-in'
  readonly subject: string
  readonly verdict: 'sent' | 'accepted' | 'ignored' | 'refused' | 'dropped' | 'silent'
  readonly reason: string
  /** An excerpt of the content. */
  readonly content: string
}

/** Converts an entry of the simulated host's log. */
export function rowOfHost({ at, direction, subject, verdict, reason, payload, claims }: WireLogEntry): LogRow {
  return {
    at,
    seenBy: 'host',
    direction: direction === 'plugin-to-host' ? 'to host' : 'to plug-in',
    subject: subject ?? '',
    verdict,
    reason: reason ?? '',
    content: payload === undefined ? claimSummary(claims) : summary(payload),
  }
}

/** Converts an entry that the plug-in's connection passes to `onWire`. */
export function rowOfPlugin({ at, direction, subject, verdict, reason, payload, type, size }: WireEntry): LogRow {
  return {
    at,
    seenBy: 'plug-in',
    direction: direction === 'out' ? 'to host' : 'to plug-in',
    subject: subject ?? '',
    verdict,
    reason: reason ?? '',
    content: payload ? claimSummary(payload) : size ? `${type}, ${size} characters` : type,
  }
}

/** The claims of a token that not every token has. */
function claimSummary(claims: Readonly<Record<string, unknown>> = {}): string {
  return summary(Object.fromEntries(Object.entries(claims).filter(([name]) => !STANDARD_CLAIMS.has(name))))
}

const STANDARD_CLAIMS: ReadonlySet<string> = new Set(['iss', 'sub', 'jti', 'iat', 'exp', 'nbf'])

/** Names and values, shortened to two or three lines. */
function summary(content: unknown): string {
  const values = typeof content === 'object' && content !== null ? Object.entries(content) : []
  const text = values.map(([name, value]) => `${name}: ${JSON.stringify(value)}`).join(', ')
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text
}

const MAX_LENGTH = 72
