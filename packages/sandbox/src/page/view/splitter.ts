import { html, type TemplateResult } from 'lit'

export interface SplitterOptions {
  readonly label: string
  /** `vertical`: the bar is vertical, and users drag it sideways. */
  readonly orientation: 'vertical' | 'horizontal'
  readonly size: number
  readonly limits: readonly [number, number]
  readonly resize: (size: number) => void
}

/** Pixels per arrow key. */
const STEP = 24

/** A bar between two panels. Dragging it or pressing arrow keys on it resizes the panel after it. */
export function splitter({ label, orientation, size, limits, resize }: SplitterOptions): TemplateResult {
  const isVertical = orientation === 'vertical'
  const [grow, shrink] = isVertical ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown']

  function press(event: KeyboardEvent): void {
    const next = { [grow ?? '']: size + STEP, [shrink ?? '']: size - STEP, Home: limits[0], End: limits[1] }[event.key]
    if (next === undefined) return
    event.preventDefault()
    resize(next)
  }

  function drag(event: PointerEvent): void {
    const bar = event.currentTarget
    if (!(bar instanceof HTMLElement) || event.button !== 0) return
    const start = isVertical ? event.clientX : event.clientY
    bar.setPointerCapture(event.pointerId)
    const move = (moved: PointerEvent): void => resize(size + start - (isVertical ? moved.clientX : moved.clientY))
    const end = new AbortController()
    bar.addEventListener('pointermove', move, { signal: end.signal })
    for (const name of ['pointerup', 'pointercancel'] as const)
      bar.addEventListener(name, () => end.abort(), { signal: end.signal })
  }

  return html`<div
    class="splitter ${orientation}"
    role="separator"
    tabindex="0"
    aria-label=${label}
    aria-orientation=${orientation}
    aria-valuenow=${size}
    aria-valuemin=${limits[0]}
    aria-valuemax=${limits[1]}
    @keydown=${press}
    @pointerdown=${drag}
  ></div>`
}
