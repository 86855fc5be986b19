/** The element around an element as it is drawn: a slot around what is put into it, and out of shadow roots too. */
export function parentOf(element: Element): Element | null {
  if (element.assignedSlot ?? element.parentElement) return element.assignedSlot ?? element.parentElement
  const root = element.getRootNode()
  // of what is in no page, the root is an element, which may have a `host` of another kind
  return root.nodeType === 11 ? ((root as ShadowRoot).host ?? null) : null
}

/** What is drawn inside an element: its shadow tree if that is open, and in a slot what was put into it. */
export function childrenOf(element: Element): ArrayLike<Node> {
  const slotted = element.localName === 'slot' ? (element as HTMLSlotElement).assignedNodes() : []
  return slotted.length ? slotted : (element.shadowRoot ?? element).childNodes
}

/** Calls `visit` with each open shadow root in an element, and with those in them. */
export function eachShadowRoot(element: Element, visit: (root: ShadowRoot) => void): void {
  for (const inner of [element, ...element.querySelectorAll('*')]) enter(inner.shadowRoot, visit)
}

function enter(root: ShadowRoot | null, visit: (root: ShadowRoot) => void): void {
  if (!root) return
  visit(root)
  for (const inner of root.querySelectorAll('*')) enter(inner.shadowRoot, visit)
}

/** What comes out of a template reference may be anything. */
export function isElement(value: unknown): value is Element {
  return (value as Partial<Node> | undefined | null)?.nodeType === 1
}

export function isText(node: Node | undefined): node is Text {
  return node?.nodeType === 3
}
