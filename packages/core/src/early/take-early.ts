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

/** An element with the name as its id can pose as the global; but markup cannot make a list. */
function isEarlyRecord(value: unknown): value is EarlyRecord {
  return Array.isArray((value as Partial<EarlyRecord> | null | undefined)?.e)
}
