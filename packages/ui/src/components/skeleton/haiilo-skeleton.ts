import { html, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'

import { define } from '../../lib/define.js'
import { HaiiloElement } from '../../lib/haiilo-element.js'
import { skeletonStyles } from './haiilo-skeleton.styles.js'

/** What a skeleton represents: lines of text (`text`), a picture or a control (`block`), an avatar (`circle`). */
export type SkeletonShape = 'text' | 'block' | 'circle'

/** Enough lines to fill any frame. */
const MAX_LINES = 50

/**
 * A placeholder for content that is still loading. Screen readers ignore it: announce the loading with a live region, or set `aria-busy`
 * on the element that receives the content.
 *
 * @summary A placeholder while content loads.
 * @csspart bone - Each line, the block or the circle.
 * @cssproperty --haiilo-skeleton-size - Height of the block, or diameter of the circle.
 */
export class HaiiloSkeleton extends HaiiloElement {
  static override styles: CSSResultGroup = [HaiiloElement.styles, skeletonStyles]
  static override properties: PropertyDeclarations = {
    lines: { type: Number },
    shape: { reflect: true },
  }

  /** The number of lines of text, 1 to 50. The last of several lines is shorter. */
  declare lines: number
  /** What the skeleton represents. */
  declare shape: SkeletonShape

  constructor() {
    super()
    this.lines = 1
    this.shape = 'text'
  }

  protected override render(): TemplateResult {
    const isText = this.shape !== 'block' && this.shape !== 'circle'
    const bones = Array.from(
      { length: isText ? linesOf(this.lines) : 1 },
      () => html`<div class="bone" part="bone"></div>`,
    )
    return html`<div class="bones" aria-hidden="true">${bones}</div>`
  }
}

/** The page may set any value. */
function linesOf(lines: unknown): number {
  return Math.min(MAX_LINES, Math.max(1, Math.trunc(Number(lines)) || 1))
}

define('haiilo-skeleton', HaiiloSkeleton)

declare global {
  interface HTMLElementTagNameMap {
    'haiilo-skeleton': HaiiloSkeleton
  }
}
