/** A tab, as far as the keyboard is concerned. */
interface Stop {
  readonly disabled: boolean
}

/**
 * Where a key leads in a list of tabs: to the next, the previous, the first or the last that can be selected, around the ends.
 *
 * @returns Nothing for a key that does not move, and where there is nowhere to go.
 */
export function nextTab<Tab extends Stop>(
  key: string,
  tabs: readonly Tab[],
  from: Tab | undefined,
  direction: string,
): Tab | undefined {
  const stops = tabs.filter((tab) => !tab.disabled)
  const at = from ? stops.indexOf(from) : -1
  const [next, previous] = direction === 'rtl' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft']
  if (key === next) return stops[at + 1] ?? stops[0]
  if (key === previous) return stops[at - 1] ?? stops.at(-1)
  if (key === 'Home') return stops[0]
  return key === 'End' ? stops.at(-1) : undefined
}
