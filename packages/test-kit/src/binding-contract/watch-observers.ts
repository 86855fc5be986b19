/** The resize observers of the page. */
export interface WatchedObservers {
  /** Returns the number of elements that are observed now. */
  readonly observed: () => number
  /** Restores the original `ResizeObserver`. */
  readonly restore: () => void
}

/** Replaces `ResizeObserver` with a subclass that counts the observed elements. */
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
