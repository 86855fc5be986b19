import fc from 'fast-check'
import { afterEach, expect, it } from 'vitest'
import { bottomEdge } from './bottom-edge.js'
import { childrenOf } from './flat-tree.js'

interface Box {
  readonly style: Readonly<Record<string, string>>
  readonly kind: 'block' | 'component' | 'slotted'
  readonly children: readonly Box[]
}

const height = fc.oneof(
  fc.constant('auto'),
  fc.integer({ min: 0, max: 120 }).map((pixels) => `${pixels}px`),
)
const style = fc.record({
  height,
  display: fc.constantFrom('block', 'block', 'block', 'flex', 'grid', 'contents', 'none', 'flow-root'),
  float: fc.constantFrom('none', 'none', 'none', 'left', 'right'),
  position: fc.constantFrom('static', 'static', 'static', 'relative', 'absolute'),
  top: fc.integer({ min: 0, max: 40 }).map((pixels) => `${pixels}px`),
  overflow: fc.constantFrom('visible', 'visible', 'visible', 'hidden'),
  contain: fc.constantFrom('none', 'none', 'none', 'paint'),
  minWidth: fc.constant('5px'),
  paddingTop: fc.constantFrom('0px', '0px', '3px'),
})
const kind = fc.constantFrom('block', 'block', 'component', 'slotted')
const { tree } = fc.letrec<{ tree: Box }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.record({ style, kind, children: fc.constant([]) }),
    fc.record({ style, kind, children: fc.array(tie('tree'), { maxLength: 4 }) }),
  ),
}))

afterEach(() => document.body.replaceChildren())

it('is the edge of the lowest box in any layout', () => {
  fc.assert(
    fc.property(fc.array(tree, { maxLength: 5 }), (boxes) => {
      const main = document.createElement('main')
      main.style.cssText = 'display: block; width: 300px; min-height: 1px; line-height: 0'
      main.append(...boxes.map(build))
      document.body.replaceChildren(main)
      const edge = bottomEdge(window, main, () => undefined)
      // a box without an area is not painted, so it may count or not
      expect(edge).toBeGreaterThanOrEqual(lowest(main, ({ height, width }) => height * width > 0) - 0.5)
      expect(edge).toBeLessThanOrEqual(lowest(main, ({ height, width }) => height + width > 0) + 0.5)
    }),
    { numRuns: 1000 },
  )
})

function build({ style: styles, kind, children }: Box): HTMLElement {
  const element = document.createElement('div')
  Object.assign(element.style, styles)
  const inner = children.map(build)
  if (kind === 'block') element.append(...inner)
  else {
    const root = element.attachShadow({ mode: 'open' })
    if (kind === 'component') root.append(...inner)
    else {
      root.append(document.createElement('slot'))
      element.append(...inner)
    }
  }
  return element
}

/** The lowest edge of all boxes that count. Visits every box. */
function lowest(root: Element, counts: (rect: DOMRect) => boolean): number {
  return lowestIn(root)

  function lowestIn(box: Element): number {
    const { contain, display, overflow, position } = getComputedStyle(box)
    if (display === 'none' || (position === 'absolute' && box !== root)) return -Infinity
    const rect = box.getBoundingClientRect()
    const edge = display !== 'contents' && counts(rect) ? rect.bottom + scrollY : -Infinity
    if (display !== 'contents' && (overflow === 'hidden' || contain === 'paint')) return edge
    const children = Array.from(childrenOf(box)).filter((node) => node instanceof Element)
    return Math.max(edge, ...children.map(lowestIn))
  }
}
