import type { PageCheck } from '../contract/page-check.js'
import type { SandboxBackend } from '../contract/sandbox-backend.js'

/** Checks the pages of the plug-in, each address once however many widgets show it. */
export interface PageChecks {
  /** Checks the page again. `undefined` if the server does not answer. */
  readonly check: (url: string) => Promise<PageCheck | undefined>
  /**
   * Asks again every two seconds until the page can be shown, then calls the listener.
   *
   * @returns Stops that.
   */
  readonly whenShown: (url: string, listener: () => void) => () => void
  readonly close: () => void
}

/** Milliseconds between two checks of a page that cannot be shown. */
const PAUSE = 2_000

export function createPageChecks({ checkPage }: Pick<SandboxBackend, 'checkPage'>): PageChecks {
  const underWay = new Map<string, Promise<PageCheck | undefined>>()
  const waiting = new Map<string, Set<() => void>>()
  let timer: ReturnType<typeof setTimeout> | undefined

  function check(url: string): Promise<PageCheck | undefined> {
    const known = underWay.get(url)
    if (known) return known
    const asked = checkPage(url)
      .catch(() => undefined) // the banner says that the server is gone
      .finally(() => underWay.delete(url))
    underWay.set(url, asked)
    return asked
  }

  async function checkWaiting(): Promise<void> {
    await Promise.all(
      [...waiting].map(async ([url, listeners]) => {
        const result = await check(url)
        if (result?.kind !== 'ok') return
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
    whenShown(url, listener) {
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
