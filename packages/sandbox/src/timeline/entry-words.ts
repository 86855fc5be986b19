import type { TimelineEntry } from './timeline-entry.js'

/** Local time of a moment, with milliseconds. */
export function timeOf(at: number): string {
  const date = new Date(at)
  const part = (value: number, length = 2): string => String(value).padStart(length, '0')
  return `${part(date.getHours())}:${part(date.getMinutes())}:${part(date.getSeconds())}.${part(date.getMilliseconds(), 3)}`
}

/** The sender and the receiver. */
export function directionOf({ direction }: Pick<TimelineEntry, 'direction'>): string {
  return direction === 'plugin-to-host' ? '↑ to host' : '↓ to plug-in'
}

/** One line for the list. Everything is in the details. */
export function summaryOf({ reason, payload, claims }: TimelineEntry): string {
  const content = contentOf(payload === undefined ? claims : payload)
  return [reason, content].filter(Boolean).join(' · ')
}

/** Claims of every token; they say nothing about this one. */
const STANDARD: ReadonlySet<string> = new Set(['iss', 'sub', 'jti', 'iat', 'exp', 'nbf'])
const MOST_VALUES = 12
const MOST_CHARACTERS = 80

function contentOf(content: unknown): string {
  if (typeof content !== 'object' || content === null) return content === undefined ? '' : shortOf(content)
  return Object.entries(content)
    .filter(([name]) => !STANDARD.has(name))
    .slice(0, MOST_VALUES)
    .map(([name, value]) => `${name.slice(0, MOST_CHARACTERS)}: ${shortOf(value)}`)
    .join(', ')
}

function shortOf(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, MOST_CHARACTERS))
  if (Array.isArray(value)) return `[${value.length}]`
  return typeof value === 'object' && value !== null ? '{…}' : String(value)
}

/** When a token was signed and until when it is valid, in words. */
export function lifetimeOf(claims: TimelineEntry['claims']): string | undefined {
  const [issued, expires] = [claims?.['iat'], claims?.['exp']]
  if (typeof issued !== 'number' || typeof expires !== 'number') return undefined
  return `${timeOf(issued * 1000)} to ${timeOf(expires * 1000)} (${expires - issued} s)`
}
