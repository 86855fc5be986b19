import type { DirectiveResult } from 'lit/directive.js'
import { keyed } from 'lit/directives/keyed.js'

/**
 * Renders a text that gets a new text node when it changes. A browser that translates the page replaces the node that Lit would write to.
 * The text needs its own element, because translation merges adjacent text nodes.
 */
export function text(value: unknown): DirectiveResult {
  return keyed(value, value)
}
