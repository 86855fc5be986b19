import type { EarlyHandshake } from '../transport/transport.js'

interface EarlyRecord {
  readonly s: string
  readonly n: string
  readonly t: number
  readonly e: readonly unknown[]
  readonly l: EventListener
}

/**
 * Takes over what the script of {@link earlyHandshake} began, once, and leaves nothing of it on the page.
 *
 * @returns `undefined` where there is none, or it asked for another source or view.
 */
export function takeEarly(
  page: Window & typeof globalThis,
  parent: Window,
  source: string,
): EarlyHandshake | undefined {
  const early: unknown = Reflect.get(page, '__haiiloEarly')
  if (!isEarlyRecord(early)) return undefined
  page.removeEventListener('message', early.l)
  Reflect.deleteProperty(page, '__haiiloEarly')
  if (early.s !== source) return undefined
  const messages = early.e
    .filter(
      (event): event is MessageEvent<unknown> =>
        event instanceof page.MessageEvent && event.isTrusted && event.source === parent,
    )
    .map(({ data, origin }) => ({ data, origin, fromHost: true }))
  return { nonce: early.n, at: early.t, messages }
}

/** An element with the name as its id can pose as the global; an object right below an `Object.prototype` cannot be made by markup. */
function isEarlyRecord(value: unknown): value is EarlyRecord {
  // the page may be of another realm, and its Object.prototype another one
  if (typeof value !== 'object' || !value || Object.getPrototypeOf(Object.getPrototypeOf(value) ?? value) !== null)
    return false
  const { s, n, t, e, l } = value as Partial<Record<keyof EarlyRecord, unknown>>
  return (
    typeof s === 'string' &&
    typeof n === 'string' &&
    typeof t === 'number' &&
    Array.isArray(e) &&
    typeof l === 'function'
  )
}
