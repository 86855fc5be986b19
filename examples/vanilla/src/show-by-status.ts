import type { HaiiloHost, ReadySnapshot } from '@haiilo-kit/core'
import type { LunchConfig } from '@haiilo-kit/example-lunch/fields'

import { problem, waiting } from './notices.js'

/** What is on the page while the host is ready. */
export interface View {
  readonly main: HTMLElement
  /** Shows what the host says now. */
  readonly update: (snapshot: ReadySnapshot<LunchConfig>) => void
  /** Stops what the view listens to. */
  readonly close: () => void
}

/**
 * Opens a view whenever the host is ready, and shows in its place why it is not. Who looks at the view was verified. Gives back the
 * function that ends it.
 */
export function showByStatus(
  root: HTMLElement,
  host: HaiiloHost<LunchConfig>,
  open: (first: ReadySnapshot<LunchConfig>) => View,
): () => void {
  let view: View | undefined
  const stop = host.subscribe(show)
  show()

  return () => {
    stop()
    replaceView(undefined)
  }

  function show(): void {
    const snapshot = host.getSnapshot()
    switch (snapshot.status) {
      case 'ready':
        if (!view) replaceView(open(snapshot))
        return view?.update(snapshot)
      case 'connecting':
        return replaceView(undefined, waiting())
      case 'failed':
        return replaceView(undefined, problem(snapshot.error, host.retry))
      case 'closed':
        return replaceView(undefined)
    }
  }

  function replaceView(next: View | undefined, ...instead: HTMLElement[]): void {
    view?.close()
    view = next
    root.replaceChildren(...(next ? [next.main] : instead))
  }
}
