import { html, nothing, type TemplateResult } from 'lit'
import { text } from './text.js'

/** The level of a heading in the outline of the page. */
export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6

/**
 * Renders a heading with the part and the class `heading`.
 *
 * @param level Any value. Numbers are limited to 1 to 6. Anything that is not a number becomes 2.
 * @returns `nothing` if the heading is empty.
 */
export function renderHeading(heading: string, level: unknown): TemplateResult | typeof nothing {
  if (!heading) return nothing
  const outlineLevel = Math.min(6, Math.max(1, Math.trunc(Number(level)) || 2))
  return html`<div class="heading" part="heading" role="heading" aria-level=${outlineLevel}>${text(heading)}</div>`
}
