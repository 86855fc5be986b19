import { html, nothing, type TemplateResult } from 'lit'
import { text } from './text.js'

/** Where a heading stands in the outline of the page. */
export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6

/**
 * A heading of any level, with the part and the class `heading`.
 *
 * @param level May be anything: it is brought to 1 to 6, and what is no number is 2.
 * @returns Nothing where there is no text.
 */
export function renderHeading(heading: string, level: unknown): TemplateResult | typeof nothing {
  if (!heading) return nothing
  const outline = Math.min(6, Math.max(1, Math.trunc(Number(level)) || 2))
  return html`<div class="heading" part="heading" role="heading" aria-level=${outline}>${text(heading)}</div>`
}
