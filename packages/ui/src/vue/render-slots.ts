import { cloneVNode, Comment, createTextVNode, Fragment, h, isVNode, Text } from 'vue'
import type { Slots, VNode, VNodeArrayChildren } from 'vue'

/**
 * Returns the children of an element. Content of a named slot gets the attribute `slot`, because the browser assigns children to slots by this
 * attribute.
 */
export function renderSlots(slots: Slots, names: readonly string[]): VNode[] {
  return names.flatMap((name) => {
    const content = slots[name]?.()
    if (!content) return []
    // one fragment per slot, because two slots can use the same keys
    return h(Fragment, { key: name }, name === 'default' ? content : assign(content, name))
  })
}

function assign(content: VNodeArrayChildren, slot: string): VNode[] {
  return content.flatMap((child) => {
    if (Array.isArray(child)) return assign(child, slot)
    if (isVNode(child)) return assignNode(child, slot)
    return typeof child === 'string' || typeof child === 'number'
      ? assignNode(createTextVNode(String(child)), slot)
      : []
  })
}

function assignNode(node: VNode, slot: string): VNode[] {
  const { type, children } = node
  if (type === Fragment && Array.isArray(children)) return [h(Fragment, keyOf(node), assign(children, slot))]
  const isEmpty = type === Comment || (type === Text && typeof children === 'string' && !children.trim())
  if (isEmpty) return []
  // a text node has no attributes, so it gets an element around it
  return [typeof type === 'symbol' ? h('span', { slot }, [node]) : cloneVNode(node, { slot })]
}

function keyOf({ key }: VNode): { readonly key?: PropertyKey } {
  return key === null ? {} : { key }
}
