/** What a key asks of a select. */
export type SelectAction = 'open' | 'close' | 'choose' | SelectMove

/** Goes so many options on from the active one, or to an end of the list, or to an option. */
export type SelectMove = { readonly by: number } | { readonly to: number }

const WHILE_CLOSED: Readonly<Record<string, SelectAction>> = {
  ArrowDown: 'open',
  Enter: 'open',
  ' ': 'open',
  ArrowUp: { to: 0 },
  Home: { to: 0 },
  End: { to: Infinity },
}

const WHILE_OPEN: Readonly<Record<string, SelectAction>> = {
  ArrowDown: { by: 1 },
  ArrowUp: { by: -1 },
  PageDown: { by: 10 },
  PageUp: { by: -10 },
  Home: { to: 0 },
  End: { to: Infinity },
  Enter: 'choose',
  ' ': 'choose',
  Tab: 'choose',
  Escape: 'close',
}

const WITH_ALT: Readonly<Record<string, SelectAction>> = { ArrowDown: 'open', ArrowUp: 'choose' }

/** What a key asks for, as in the ARIA Authoring Practices Guide: "Select-Only Combobox". */
export function selectAction(
  { key, altKey, ctrlKey, metaKey }: KeyboardEvent,
  open: boolean,
): SelectAction | undefined {
  if (ctrlKey || metaKey) return undefined
  return (altKey ? WITH_ALT : open ? WHILE_OPEN : WHILE_CLOSED)[key]
}

/**
 * Where a move ends: on an option that can be chosen, the next one that way, or else the nearest before it.
 *
 * @param active The place of the active option; -1 for none.
 * @returns The place; -1 where no option can be chosen.
 */
export function movedTo(move: SelectMove, active: number, options: readonly { readonly disabled?: boolean }[]): number {
  const wish = 'to' in move ? move.to : active + move.by
  const goal = Math.min(Math.max(wish, 0), options.length - 1)
  const step = 'by' in move && move.by < 0 ? -1 : 1
  const place = firstEnabled(options, goal, step)
  return place < 0 ? firstEnabled(options, goal, -step) : place
}

function firstEnabled(options: readonly { readonly disabled?: boolean }[], start: number, step: number): number {
  let place = start
  while (options[place]?.disabled) place += step
  return place < options.length ? place : -1
}
