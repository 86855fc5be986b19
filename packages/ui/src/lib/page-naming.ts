import type { ReactiveController, ReactiveElement } from 'lit'

import { joined, NAMING, referredText } from './page-texts.js'

const NAMING_OR_TITLE: MutationObserverInit = {
  ...NAMING,
  attributeFilter: [...(NAMING.attributeFilter ?? []), 'title'],
}

/** Reads what names and describes a component in its page, and draws the component again when that changes. */
export class PageNaming implements ReactiveController {
  readonly #element: ReactiveElement
  readonly #internals: ElementInternals
  #drawn = ''
  readonly #changes = new MutationObserver(() => {
    if (this.#texts !== this.#drawn) this.#element.requestUpdate()
  })

  constructor(element: ReactiveElement, internals: ElementInternals) {
    this.#element = element
    this.#internals = internals
    element.addController(this)
  }

  /** The text of `aria-labelledby`, or else `aria-label`. */
  get ariaName(): string {
    return referredText(this.#element, 'aria-labelledby') || (this.#element.ariaLabel ?? '')
  }

  /** The text of the `<label>` elements. */
  get label(): string {
    return joined([...this.#internals.labels] as Element[], this.#element)
  }

  /** The text of `aria-describedby`. */
  get description(): string {
    return referredText(this.#element, 'aria-describedby')
  }

  get #texts(): string {
    return [this.ariaName, this.label, this.description, this.#element.title].join('\n')
  }

  hostConnected(): void {
    this.#changes.observe(this.#element.getRootNode(), NAMING_OR_TITLE)
  }

  hostUpdate(): void {
    this.#drawn = this.#texts
  }

  hostDisconnected(): void {
    this.#changes.disconnect()
  }
}
