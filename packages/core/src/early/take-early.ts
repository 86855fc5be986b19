import type { EarlyHandshake } from '../transport/transport.js'

/** The global in which the script of `earlyHandshake` keeps its record. */
const KEY = '__haiiloEarly'

interface EarlyRecord {
  readonly s: string
  readonly n: string
  readonly t: number
  readonly e: readonly unknown[]
  readonly l: EventListener
}

/**
 * Takes over the handshake that the script of {@link earlyHandshake} began, once, and leaves nothing of it on the page.
 *
 * @returns `undefined` where there is none, or where it asked for another source or view.
 */
export function takeEarly(
  page: Window & typeof globalThis,
  parent: Window,
  source: string,
): EarlyHandshake | undefined {
  const early = readRecord(page)
  if (!early) return undefined
  page.removeEventListener('message', early.l)
  Reflect.deleteProperty(page, KEY)
  if (early.s !== source) return undefined
  const messages = early.e
    .filter(
      (event): event is MessageEvent<unknown> =>
        event instanceof page.MessageEvent && event.isTrusted && event.source === parent,
    )
    .map(({ data, origin }) => ({ data, origin, fromHost: true }))
  return { nonce: early.n, at: early.t, messages }
}

/**
 * What the script left on the page. Frames and elements whose name or id is the key can pose as the global, but markup cannot make an
 * own property of the window: that of a frame on another site is not even touched.
 */
function readRecord(page: object): EarlyRecord | undefined {
  const value: unknown = Object.getOwnPropertyDescriptor(page, KEY)?.value
  return isEarlyRecord(value) ? value : undefined
}

function isEarlyRecord(value: unknown): value is EarlyRecord {
  if (typeof value !== 'object' || value === null) return false
  const { s, n, t, e, l } = value as Partial<EarlyRecord>
  return (
    typeof s === 'string' &&
    typeof n === 'string' &&
    typeof t === 'number' &&
    Array.isArray(e) &&
    typeof l === 'function'
  )
}
