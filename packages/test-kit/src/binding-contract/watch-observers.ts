/** Everything that is observed for its size on this page. */
export interface WatchedObservers {
  /** How many elements are observed now. */
  readonly observed: () => number
  /** Gives the page its own `ResizeObserver` back. */
  readonly restore: () => void
}

/** Counts the elements that `ResizeObserver`s made from now on observe; they observe as ever. */
export function watchObservers(): WatchedObservers {
  const Original = globalThis.ResizeObserver
  const observers = new Set<Set<Element>>()

  globalThis.ResizeObserver = class extends Original {
    readonly #elements = new Set<Element>()

    override observe(element: Element, options?: ResizeObserverOptions): void {
      observers.add(this.#elements.add(element))
      super.observe(element, options)
    }

    override unobserve(element: Element): void {
      this.#elements.delete(element)
      super.unobserve(element)
    }

    override disconnect(): void {
      this.#elements.clear()
      super.disconnect()
    }
  }

  return {
    observed: () => [...observers].reduce((sum, elements) => sum + elements.size, 0),
    restore() {
      globalThis.ResizeObserver = Original
    },
  }
}
