/**
 * The strongly connected components among the nodes that can be reached from `starts`: sets of nodes that reach each other. Tarjan's
 * algorithm (1972), without recursion.
 *
 * @param next Returns the successors of a node. Called once for each node.
 */
export function stronglyConnected(
  starts: Iterable<number>,
  next: (node: number) => Iterable<number>,
): readonly (readonly number[])[] {
  const components: number[][] = []
  const order = new Map<number, number>()
  const lowest = new Map<number, number>()
  const stack: number[] = []
  const isOnStack = new Set<number>()
  const path: { readonly node: number; readonly edges: Iterator<number> }[] = []

  function enter(node: number): void {
    order.set(node, order.size)
    lowest.set(node, order.get(node) ?? 0)
    stack.push(node)
    isOnStack.add(node)
    path.push({ node, edges: next(node)[Symbol.iterator]() })
  }

  function lower(node: number, value: number | undefined): void {
    lowest.set(node, Math.min(lowest.get(node) ?? Infinity, value ?? Infinity))
  }

  function leave(node: number): void {
    path.pop()
    const parent = path.at(-1)
    if (parent) lower(parent.node, lowest.get(node))
    if (lowest.get(node) !== order.get(node)) return
    const component = stack.splice(stack.lastIndexOf(node))
    for (const member of component) isOnStack.delete(member)
    components.push(component)
  }

  for (const start of starts) {
    if (!order.has(start)) enter(start)
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const edge = top.edges.next()
      if (edge.done === true) leave(top.node)
      else if (!order.has(edge.value)) enter(edge.value)
      else if (isOnStack.has(edge.value)) lower(top.node, order.get(edge.value))
    }
  }
  return components
}
