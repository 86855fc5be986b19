import type { ReactiveController, ReactiveElement } from 'lit'

import { NAMING, referencedText, textOfElements } from './page-texts.js'

/** Reads the name and description of a component from its page, and renders the component again when they change. */
export class PageNaming implements ReactiveController {
  /** Texts of the page: the name from ARIA attributes, the name from `<label>` elements, the description, the title. */
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
      referencedText(element, 'aria-labelledby') || (element.ariaLabel ?? ''),
      textOfElements([...this.#internals.labels] as Element[], element),
      referencedText(element, 'aria-describedby'),
      element.title,
    ]
  }
}
