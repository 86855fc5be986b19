/** The part of a tab that keyboard navigation needs. */
interface TabState {
  readonly disabled: boolean
}

/**
 * Returns the tab that a key moves to: the next, the previous, the first or the last enabled one. After the last tab comes the first.
 *
 * @returns `undefined` for other keys, and if no tab is enabled.
 */
export function nextTab<Tab extends TabState>(
  key: string,
  tabs: readonly Tab[],
  from: Tab | undefined,
  direction: string,
): Tab | undefined {
  const enabled = tabs.filter((tab) => !tab.disabled)
  const index = from ? enabled.indexOf(from) : -1
  const [next, previous] = direction === 'rtl' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft']
  if (key === next) return enabled[index + 1] ?? enabled[0]
  if (key === previous) return enabled[index - 1] ?? enabled.at(-1)
  if (key === 'Home') return enabled[0]
  return key === 'End' ? enabled.at(-1) : undefined
}
