import { mayBeShown, type PageCheck } from '../../contract/page-check.js'
import type { SandboxBackend } from '../../contract/sandbox-backend.js'

/** Checks whether the pages of the plug-in can be shown. Widgets with the same page share one request. */
export interface PageChecker {
  /** Checks the page now. `undefined` if the server does not answer. */
  readonly check: (url: string) => Promise<PageCheck | undefined>
  /**
   * Checks the page every two seconds until it can be shown, then calls the listener.
   *
   * @returns A function that stops the checks.
   */
  readonly whenAvailable: (url: string, listener: () => void) => () => void
  readonly close: () => void
}

/** Milliseconds between two checks of a page that cannot be shown. */
const PAUSE = 2_000

export function createPageChecker({ checkPage }: Pick<SandboxBackend, 'checkPage'>): PageChecker {
  const pending = new Map<string, Promise<PageCheck | undefined>>()
  const waiting = new Map<string, Set<() => void>>()
  let timer: ReturnType<typeof setTimeout> | undefined

  function check(url: string): Promise<PageCheck | undefined> {
    const known = pending.get(url)
    if (known) return known
    const request = checkPage(url)
      .catch(() => undefined) // a notice on the page already says so
      .finally(() => pending.delete(url))
    pending.set(url, request)
    return request
  }

  async function checkWaiting(): Promise<void> {
    await Promise.all(
      [...waiting].map(async ([url, listeners]) => {
        const result = await check(url)
        if (!result || !mayBeShown(result)) return
        waiting.delete(url)
        for (const listener of listeners) listener()
      }),
    )
    schedule()
  }

  function schedule(): void {
    clearTimeout(timer)
    timer = waiting.size ? setTimeout(() => void checkWaiting(), PAUSE) : undefined
  }

  return {
    check,
    whenAvailable(url, listener) {
      const listeners = waiting.get(url) ?? new Set()
      waiting.set(url, listeners.add(listener))
      if (!timer) schedule()
      return () => {
        listeners.delete(listener)
        if (!listeners.size && waiting.get(url) === listeners) waiting.delete(url)
      }
    },
    close() {
      waiting.clear()
      clearTimeout(timer)
    },
  }
}
