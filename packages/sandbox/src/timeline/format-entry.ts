import type { TimelineEntry } from './timeline-entry.js'

/** Local time with milliseconds. */
export function formatTime(at: number): string {
  const date = new Date(at)
  const part = (value: number, length = 2): string => String(value).padStart(length, '0')
  return `${part(date.getHours())}:${part(date.getMinutes())}:${part(date.getSeconds())}.${part(date.getMilliseconds(), 3)}`
}

/** The sender and the receiver. */
export function formatDirection({ direction }: Pick<TimelineEntry, 'direction'>): string {
  return direction === 'plugin-to-host' ? '↑ to host' : '↓ to plug-in'
}

/** A short version of the content for the list. */
export function summarizeEntry({ reason, payload, claims }: TimelineEntry): string {
  const content = summarizeContent(payload === undefined ? claims : payload)
  return [reason, content].filter(Boolean).join(' · ')
}

/** Claims that every token has. */
const STANDARD: ReadonlySet<string> = new Set(['iss', 'sub', 'jti', 'iat', 'exp', 'nbf'])
const MAX_VALUES = 12
const MAX_CHARACTERS = 80

function summarizeContent(content: unknown): string {
  if (typeof content !== 'object' || content === null) return content === undefined ? '' : shorten(content)
  return Object.entries(content)
    .filter(([name]) => !STANDARD.has(name))
    .slice(0, MAX_VALUES)
    .map(([name, value]) => `${name.slice(0, MAX_CHARACTERS)}: ${shorten(value)}`)
    .join(', ')
}

function shorten(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, MAX_CHARACTERS))
  if (Array.isArray(value)) return `[${value.length}]`
  return typeof value === 'object' && value !== null ? '{…}' : String(value)
}

/** From when until when a token is valid, and for how many seconds. */
export function formatLifetime(claims: TimelineEntry['claims']): string | undefined {
  const [issued, expires] = [claims?.['iat'], claims?.['exp']]
  if (typeof issued !== 'number' || typeof expires !== 'number') return undefined
  return `${formatTime(issued * 1000)} to ${formatTime(expires * 1000)} (${expires - issued} s)`
}
