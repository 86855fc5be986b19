import type { ReactiveController, ReactiveElement } from 'lit'

import { joined, NAMING, referredText } from './page-texts.js'

/** Reads what names and describes a component in its page, and draws the component again when that changes. */
export class PageNaming implements ReactiveController {
  /** Texts of the page: the name by ARIA attributes, the name by `<label>` elements, the description, the title. */
  texts: readonly string[] = []

  readonly #element: ReactiveElement
  readonly #internals: ElementInternals
  readonly #changes = new MutationObserver(() => {
    if (this.#read().join('\n') !== this.texts.join('\n')) this.#element.requestUpdate()
  })

  constructor(element: ReactiveElement, internals: ElementInternals) {
    this.#element = element
    this.#internals = internals
    element.addController(this)
  }

  hostConnected(): void {
    this.#changes.observe(this.#element.getRootNode(), NAMING)
  }

  hostUpdate(): void {
    this.texts = this.#read()
  }

  hostDisconnected(): void {
    this.#changes.disconnect()
  }

  #read(): readonly string[] {
    const element = this.#element
    return [
      referredText(element, 'aria-labelledby') || (element.ariaLabel ?? ''),
      joined([...this.#internals.labels] as Element[], element),
      referredText(element, 'aria-describedby'),
      element.title,
    ]
  }
}
