import { childrenOf, isElement, isText, parentOf } from './flat-tree.js'

/** A box of so few children is looked through: `scrollHeight` leaves out what has no width, such as an image that is still on its way. */
const FEW = 16

/** Layout counts in 1/64 px, `scrollHeight` in whole pixels. */
const ROUNDED = 0.5

/**
 * The lowest edge that is painted of an element and what is in it, margins included: CSS pixels from the top of its document, however
 * far anything is scrolled. `NaN` for what is not drawn.
 *
 * A box that is looked at tells by `scrollHeight` whether anything in it hangs out below. Only then are its children looked at, and
 * only those that end below the edge so far. The last child is looked at in any case, and its last child, …: their margins may stick
 * out of all their parents (margins collapse). So most elements are never looked at. What cuts off its content ends it there. What
 * is out of the flow (menus, dialogues) does not count.
 *
 * @param onBox Hears of each element that is looked at: whether the edge is still right depends on these.
 * @param carrier The innermost element that takes this one along when it scrolls.
 */
export function bottomEdge(
  view: Window,
  element: Element,
  onBox: (box: Element) => void,
  carrier: Element | null = parentOf(element),
): number {
  let edge = NaN

  function reach(bottom: number): void {
    if (!(edge >= bottom)) edge = bottom
  }

  /**
   * @param end Where what is around the box ends at most.
   * @param transform Pixels of the screen for one of its own, `zoom` aside.
   * @param isLast Whether its margin may stick out of its parents.
   * @returns Whether anything before it is no longer last.
   */
  function look(box: Element, end: number, transform: number, isLast: boolean): boolean {
    const style = view.getComputedStyle(box)
    const { display } = style
    if (box !== element && /absolute|fixed/.test(style.position)) return false
    const hasBox = display !== 'contents'
    const { bottom, height, width } = box.getBoundingClientRect()
    if (hasBox && (!(height || width) || (box !== element && !isPainted(box)))) return false
    onBox(box)
    const isBlock = hasBox && !isInline(box, display)
    // what is invisible keeps its place in the flow, and more than that it need not have
    const isVisible = style.visibility === 'visible' || box === element
    if (isBlock) {
      const zoom = zoomOf(box)
      if (isVisible) reach(bottom + Math.max(0, parseFloat(style.marginBottom) || 0) * zoom * transform)
      if (cutsOff(box, style)) return isInFlow(style)
      transform = transformOf(box, height / zoom)
      end = bottom + Math.max(0, box.scrollHeight - box.clientHeight) * zoom * transform
    } else if (parseFloat(style.paddingBottom) + parseFloat(style.borderBottomWidth)) {
      // the text of an inline box may hang out of its line; what the box paints itself counts
      reach(bottom)
    }
    const isBelow = (): boolean => !(edge >= end - ROUNDED)
    const children = childrenOf(box)
    const isFew = isLast && children.length <= FEW
    let last = isLast
    for (const child of lastFirst(children)) {
      if (!(last || isFew || isBelow())) break
      if (isText(child)) {
        if (isVisible && isBelow()) lookAtText(child, style, zoomOf(box) * transform)
      } else if (isElement(child) && look(child, end, transform, last)) last = false
    }
    if (isBelow() && end < Infinity && ((isBlock && !children.length && end > bottom) || hasGenerated(box))) reach(end)
    return isBlock ? isInFlow(style) : !last
  }

  function lookAtText(text: Text, style: CSSStyleDeclaration, scale: number): void {
    const range = text.ownerDocument.createRange()
    range.selectNode(text)
    const line = [...range.getClientRects()].at(-1)
    if (!line) return
    // a line is as high as `line-height` says, wherever its letters end; browsers share the difference out in this way
    const difference = parseFloat(style.lineHeight) * scale - line.height || 0
    reach(line.bottom + difference - Math.floor(difference / 2))
  }

  /** Scripts cannot ask where generated content ends. */
  function hasGenerated(box: Element): boolean {
    return ['::before', '::after'].some((name) => {
      const { content, height, position } = view.getComputedStyle(box, name)
      // a height of 0 is that of a clearfix
      return !/none|normal/.test(content) && parseFloat(height) !== 0 && !/absolute|fixed/.test(position)
    })
  }

  look(element, Infinity, 1, true)
  for (let parent = carrier; parent; parent = parentOf(parent)) edge += parent.scrollTop * zoomOf(parent)
  return edge
}

/** Of many nodes, most are never asked for. */
function* lastFirst(nodes: ArrayLike<Node>): Generator<Node | undefined> {
  for (let index = nodes.length - 1; index >= 0; index -= 1) yield nodes[index]
}

/** Not so in closed `<details>` and in what is hidden by `content-visibility`. */
function isPainted(box: Element): boolean {
  return box.checkVisibility?.() ?? true
}

/** Inline boxes have no `clientHeight`; images and the like, which are inline too, do. */
function isInline(box: Element, display: string): boolean {
  return display === 'inline' && !box.clientHeight
}

function cutsOff(box: Element, style: CSSStyleDeclaration): boolean {
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

/** @param height In pixels of the box. */
function transformOf(box: Element, height: number): number {
  const { offsetHeight } = box as HTMLElement
  // `offsetHeight` is rounded
  return !offsetHeight || Math.abs(height - offsetHeight) < 1 ? 1 : height / offsetHeight
}

function zoomOf(box: Element): number {
  return box.currentCSSZoom ?? 1
}
