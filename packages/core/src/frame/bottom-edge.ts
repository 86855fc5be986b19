import { childrenOf, isElement, isText, parentOf } from './flat-tree.js'

/** Boxes with at most this many children are always searched: `scrollHeight` ignores boxes without width, such as an image that is loading. */
const FEW_CHILDREN = 16

/** In pixels. `scrollHeight` is rounded to whole pixels; layout uses 1/64 px. */
const MAX_ROUNDING = 0.5

/**
 * The lowest painted edge of an element and its content, margins included. In CSS pixels from the top of the document, independent of the
 * scroll position. `NaN` if the element is not rendered.
 *
 * `scrollHeight` shows whether the content of a box overflows it. If not, its children are not visited. If it does, only children that can end
 * below the edge found so far are visited. The last child, its last child and so on are always visited, because their margins collapse
 * through their parents. So most elements are never visited. Boxes that clip their content end at their own edge. Content out of the flow
 * (`absolute`, `fixed`) does not count.
 *
 * @param onBox Called with each visited element. The result stays valid as long as these keep their size.
 * @param scrollContainer The innermost scroll container of the element.
 */
export function bottomEdge(
  view: Window,
  element: Element,
  onBox: (box: Element) => void,
  scrollContainer: Element | null = parentOf(element),
): number {
  let edge = NaN

  function extendTo(bottom: number): void {
    if (!(edge >= bottom)) edge = bottom
  }

  /**
   * @param end The lowest edge that the content of the parent can have.
   * @param transform Screen pixels per CSS pixel, without `zoom`.
   * @param isLast Whether the margin can collapse through the parent.
   * @returns Whether the box is rendered in the flow, so that no margin before it can collapse through the parent.
   */
  function visit(box: Element, end: number, transform: number, isLast: boolean): boolean {
    const style = view.getComputedStyle(box)
    const { display } = style
    if (box !== element && /absolute|fixed/.test(style.position)) return false
    const hasBox = display !== 'contents'
    const { bottom, height, width } = box.getBoundingClientRect()
    if (hasBox && (!(height || width) || (box !== element && !isPainted(box)))) return false
    onBox(box)
    const isBlock = hasBox && !isInline(box, display)
    // an invisible box takes up space in the flow, but its overflow is not painted
    const isVisible = style.visibility === 'visible' || box === element
    if (isBlock) {
      const zoom = zoomOf(box)
      if (isVisible) extendTo(bottom + Math.max(0, parseFloat(style.marginBottom) || 0) * zoom * transform)
      if (clipsContent(box, style)) return isInFlow(style)
      transform = transformOf(box, height / zoom)
      end = bottom + Math.max(0, box.scrollHeight - box.clientHeight) * zoom * transform
    } else if (parseFloat(style.paddingBottom) + parseFloat(style.borderBottomWidth)) {
      // the text of an inline box can overflow its line box and is not counted here; padding and border are
      extendTo(bottom)
    }
    const isBelow = (): boolean => !(edge >= end - MAX_ROUNDING)
    const children = childrenOf(box)
    const isFew = isLast && children.length <= FEW_CHILDREN
    let last = isLast
    for (let index = children.length - 1; index >= 0 && (last || isFew || isBelow()); index -= 1) {
      const child = children[index]
      if (isText(child)) {
        if (isVisible && isBelow()) measureText(child, style, zoomOf(box) * transform)
      } else if (isElement(child) && visit(child, end, transform, last)) last = false
    }
    if (isBelow() && end < Infinity && ((isBlock && !children.length && end > bottom) || hasGenerated(box)))
      extendTo(end)
    return isBlock ? isInFlow(style) : !last
  }

  function measureText(text: Text, style: CSSStyleDeclaration, scale: number): void {
    const range = text.ownerDocument.createRange()
    range.selectNode(text)
    const line = [...range.getClientRects()].at(-1)
    if (!line) return
    // the height of the line box is `line-height`; browsers split the difference to the text height like this
    const difference = parseFloat(style.lineHeight) * scale - line.height || 0
    extendTo(line.bottom + difference - Math.floor(difference / 2))
  }

  /** Whether the box has generated content. Scripts cannot read its position. */
  function hasGenerated(box: Element): boolean {
    return ['::before', '::after'].some((name) => {
      const { content, height, position } = view.getComputedStyle(box, name)
      // a clearfix has height 0
      return !/none|normal/.test(content) && parseFloat(height) !== 0 && !/absolute|fixed/.test(position)
    })
  }

  visit(element, Infinity, 1, true)
  for (let parent = scrollContainer; parent; parent = parentOf(parent)) edge += parent.scrollTop * zoomOf(parent)
  return edge
}

/** `false` in closed `<details>` and below `content-visibility: hidden`. */
function isPainted(box: Element): boolean {
  return box.checkVisibility?.() ?? true
}

/** Inline boxes have no `clientHeight`; replaced inline elements, such as images, do. */
function isInline(box: Element, display: string): boolean {
  return display === 'inline' && !box.clientHeight
}

function clipsContent(box: Element, style: CSSStyleDeclaration): boolean {
  // the overflow of `body` is that of the window
  if (style.overflowY !== 'visible' && box.localName !== 'body') return true
  return (
    /paint|strict|content/.test(style.contain) ||
    /auto|hidden/.test(style.contentVisibility) ||
    !/none|^$/.test(style.clipPath) ||
    box.namespaceURI?.endsWith('svg') === true
  )
}

function isInFlow({ cssFloat }: CSSStyleDeclaration): boolean {
  return cssFloat === 'none'
}

/** @param height The height of the box on the screen, divided by its zoom. */
function transformOf(box: Element, height: number): number {
  const { offsetHeight } = box as HTMLElement
  // `offsetHeight` is rounded
  return !offsetHeight || Math.abs(height - offsetHeight) < 1 ? 1 : height / offsetHeight
}

function zoomOf(box: Element): number {
  return box.currentCSSZoom ?? 1
}
