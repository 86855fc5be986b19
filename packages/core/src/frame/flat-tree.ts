/** The parent in the flat tree: the slot of a slotted element, the host of a shadow root. */
export function parentOf(element: Element): Element | null {
  if (element.assignedSlot ?? element.parentElement) return element.assignedSlot ?? element.parentElement
  const root = element.getRootNode()
  // the root of a detached tree is an element, which can have an unrelated property `host`
  return root.nodeType === 11 ? ((root as ShadowRoot).host ?? null) : null
}

/** The children in the flat tree: those of an open shadow root, the nodes assigned to a slot. */
export function childrenOf(element: Element): ArrayLike<Node> {
  const slotted = element.localName === 'slot' ? (element as HTMLSlotElement).assignedNodes() : []
  return slotted.length ? slotted : (element.shadowRoot ?? element).childNodes
}

/** Calls `visit` with each open shadow root below an element, nested ones included. */
export function eachShadowRoot(element: Element, visit: (root: ShadowRoot) => void): void {
  for (const inner of [element, ...element.querySelectorAll('*')]) enter(inner.shadowRoot, visit)
}

function enter(root: ShadowRoot | null, visit: (root: ShadowRoot) => void): void {
  if (!root) return
  visit(root)
  for (const inner of root.querySelectorAll('*')) enter(inner.shadowRoot, visit)
}

/** Template references can hold anything. */
export function isElement(value: unknown): value is Element {
  return (value as Partial<Node> | undefined | null)?.nodeType === 1
}

export function isText(node: Node | undefined): node is Text {
  return node?.nodeType === 3
}
