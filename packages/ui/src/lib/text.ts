import type { DirectiveResult } from 'lit/directive.js'
import { keyed } from 'lit/directives/keyed.js'

/**
 * A text that is replaced whole when it changes. A browser that translates the page takes the text node away that Lit would write to.
 * It needs an element of its own: adjacent texts become one, and Lit would look for the next one in vain.
 */
export function text(value: unknown): DirectiveResult {
  return keyed(value, value)
}
