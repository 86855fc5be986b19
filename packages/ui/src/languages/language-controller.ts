import type { ReactiveController, ReactiveElement } from 'lit'

import { fallbackChain, say, type KitText, type TextValues } from './languages.js'

/**
 * Finds out which language a component speaks: the `lang` of the next element around it, out of shadow roots too, or else what the
 * browser asks for. Draws the component anew when a `lang` in the page changes.
 */
export class LanguageController implements ReactiveController {
  readonly #element: ReactiveElement
  #chain: readonly string[] | undefined

  constructor(element: ReactiveElement) {
    this.#element = element
    element.addController(this)
  }

  /** Where to look for a text, first to last. */
  get chain(): readonly string[] {
    return (this.#chain ??= fallbackChain(languageOf(this.#element)))
  }

  /** A text of the kit, in the language of the component. */
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

  /** Looks anew. */
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
  // what changes in a shadow root is not seen from outside
  for (
    let root: Node | undefined = from;
    root;
    root = root instanceof ShadowRoot ? root.host.getRootNode() : undefined
  ) {
    changes.observe(root, { attributes: true, attributeFilter: ['lang'], subtree: true })
  }
}

function languageOf(element: Element): string {
  const holder = element.closest('[lang]')
  if (holder) return holder.getAttribute('lang') ?? ''
  const root = element.getRootNode()
  return root instanceof ShadowRoot ? languageOf(root.host) : navigator.language
}
