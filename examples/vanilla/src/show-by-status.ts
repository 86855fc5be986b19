import type { HaiiloHost, ReadySnapshot } from '@haiilo-kit/core'
import type { LunchConfig } from '@haiilo-kit/example-lunch/fields'

import { problem, waiting } from './notices.js'

/** The content of the page while the host is ready. */
export interface View {
  readonly main: HTMLElement
  /** Renders a new snapshot. */
  readonly update: (snapshot: ReadySnapshot<LunchConfig>) => void
  /** Stops all observers of the view. */
  readonly close: () => void
}

/**
 * Shows a view while the host is ready, and otherwise a notice. The user is verified while the view is shown. Returns the function that
 * stops it.
 *
 * @param open Creates the view.
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

  function replaceView(next: View | undefined, ...notice: HTMLElement[]): void {
    view?.close()
    view = next
    root.replaceChildren(...(next ? [next.main] : notice))
  }
}
