import { html, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'

import { define } from '../../lib/define.js'
import { HaiiloElement } from '../../lib/haiilo-element.js'
import { skeletonStyles } from './haiilo-skeleton.styles.js'

/** What a skeleton stands for: lines of text, a picture or control, a face. */
export type SkeletonShape = 'text' | 'block' | 'circle'

/** More lines than that fill any frame. */
const MOST_LINES = 50

/**
 * Holds the place of what is still loading. Screen readers pass over it: what is loading should be said by a live region, or by
 * `aria-busy` of the place.
 *
 * @summary The shape of what is loading.
 * @csspart bone - Each line, the block or the circle.
 * @cssproperty --haiilo-skeleton-size - Height of the block, diameter of the circle.
 */
export class HaiiloSkeleton extends HaiiloElement {
  static override styles: CSSResultGroup = [HaiiloElement.styles, skeletonStyles]
  static override properties: PropertyDeclarations = {
    lines: { type: Number },
    shape: { reflect: true },
  }

  /** How many lines of text it stands for, 1 to 50. The last of several is shorter. */
  declare lines: number
  /** What it stands for. */
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

/** What comes from outside may be anything. */
function linesOf(lines: unknown): number {
  return Math.min(MOST_LINES, Math.max(1, Math.trunc(Number(lines)) || 1))
}

define('haiilo-skeleton', HaiiloSkeleton)

declare global {
  interface HTMLElementTagNameMap {
    'haiilo-skeleton': HaiiloSkeleton
  }
}
