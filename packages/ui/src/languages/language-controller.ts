import type { ReactiveController, ReactiveElement } from 'lit'

import { fallbackChain, say, type KitText, type TextValues } from './languages.js'

/**
 * Determines the language of a component: the `lang` of the closest surrounding element, also outside of shadow roots, or else the language
 * of the browser. Renders the component again when a `lang` of the page changes.
 */
export class LanguageController implements ReactiveController {
  readonly #element: ReactiveElement
  #chain: readonly string[] | undefined

  constructor(element: ReactiveElement) {
    this.#element = element
    element.addController(this)
  }

  /** The languages to look for a text in, first to last. */
  get chain(): readonly string[] {
    return (this.#chain ??= fallbackChain(languageOf(this.#element)))
  }

  /** Returns a text of the kit in the language of the component. */
  say(text: KitText, values?: TextValues): string {
    return say(this.chain, text, values)
  }

  hostConnected(): void {
    this.update()
    listen(this, this.#element.getRootNode())
  }

  hostDisconnected(): void {
    controllers.delete(this)
  }

  /** Determines the language again. */
  update(): void {
    this.#chain = undefined
    this.#element.requestUpdate()
  }
}

const controllers = new Set<LanguageController>()
let changes: MutationObserver | undefined

function listen(controller: LanguageController, from: Node): void {
  controllers.add(controller)
  changes ??= new MutationObserver(() => {
    for (const each of controllers) each.update()
  })
  // an observer outside of a shadow root does not see changes inside
  for (
    let root: Node | undefined = from;
    root;
    root = root instanceof ShadowRoot ? root.host.getRootNode() : undefined
  ) {
    changes.observe(root, { attributes: true, attributeFilter: ['lang'], subtree: true })
  }
}

function languageOf(element: Element): string {
  const withLanguage = element.closest('[lang]')
  if (withLanguage) return withLanguage.getAttribute('lang') ?? ''
  const root = element.getRootNode()
  return root instanceof ShadowRoot ? languageOf(root.host) : navigator.language
}
