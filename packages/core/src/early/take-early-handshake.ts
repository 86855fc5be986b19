import type { EarlyHandshake } from '../transport/transport.js'
import { isRecord } from '../token/decode-token.js'

/** The global variable of the script of `earlyHandshake`. */
const KEY = '__haiiloEarly'

/** Short names keep the script small. */
interface EarlyRecord {
  /** Source id. */
  readonly s: string
  /** Nonce. */
  readonly n: string
  /** When `init` was sent, in milliseconds since 1970. */
  readonly t: number
  /** The message events that arrived. */
  readonly e: readonly unknown[]
  /** The listener of the script. */
  readonly l: EventListener
}

/**
 * Takes over the handshake that the script of {@link earlyHandshake} started. Removes the record and the listener of the script.
 *
 * @returns `undefined` if there is none, or if it is for another source or view.
 */
export function takeEarlyHandshake(
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
 * Reads the record of the script. Only an own property counts: a frame or element with this name or id also shows up as a global, but
 * markup cannot create an own property of the window. Properties of a frame on another site are never read.
 */
function readRecord(page: object): EarlyRecord | undefined {
  const value: unknown = Object.getOwnPropertyDescriptor(page, KEY)?.value
  return isEarlyRecord(value) ? value : undefined
}

function isEarlyRecord(value: unknown): value is EarlyRecord {
  if (!isRecord(value)) return false
  const { s, n, t, e, l } = value
  return (
    typeof s === 'string' &&
    typeof n === 'string' &&
    typeof t === 'number' &&
    Array.isArray(e) &&
    typeof l === 'function'
  )
}
