type Carrier = Element | null | undefined

/**
 * Where an element ends, its margin included: CSS pixels from the top of its document, however far anything is scrolled. `NaN` for what
 * is not drawn.
 *
 * The margin of a last child may stick out of its parents (margins collapse), and so may a last child that is higher than they are. So
 * the last block in the last block … counts too, until one cuts off what sticks out. What is out of the flow (menus, dialogues) does not.
 *
 * @param carrier The innermost element that takes this one along when it scrolls.
 */
export function bottomEdge(view: Window, element: Element, carrier: Carrier = parentOf(element)): number {
  let edge = NaN
  for (let box: Element | null = element; box;) {
    const { display, marginBottom, overflowY, position } = view.getComputedStyle(box)
    const inner: boolean = box !== element
    if (inner && /none|absolute|fixed/.test(display + position)) {
      box = box.previousElementSibling
      continue
    }
    const { bottom, height, width } = box.getBoundingClientRect()
    const end = bottom + Math.max(0, parseFloat(marginBottom))
    // inline boxes hang out of their line, which is the line's own affair
    if ((height || width) && !(edge >= end) && !(inner && display.startsWith('inline'))) edge = end
    // the overflow of `body` is that of the window
    box = overflowY === 'visible' || box.localName === 'body' ? box.lastElementChild : null
  }
  for (let parent = carrier; parent; parent = parentOf(parent)) edge += parent.scrollTop
  return edge
}

/** The element around an element, out of shadow roots too. */
export function parentOf(element: Element): Carrier {
  const root = element.getRootNode()
  // of what is in no page, the root is an element, which may have a `host` of another kind
  return element.parentElement ?? (root.nodeType === 11 ? (root as ShadowRoot).host : null)
}
