/** What a key does in a select. */
export type SelectAction = 'open' | 'close' | 'choose' | SelectMove

/** Moves by a number of options from the active one, or to an index. `Infinity` is the end of the list. */
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

/** The action of a key, as in the pattern "Select-Only Combobox" of the ARIA Authoring Practices Guide. */
export function selectAction(
  { key, altKey, ctrlKey, metaKey }: KeyboardEvent,
  open: boolean,
): SelectAction | undefined {
  if (ctrlKey || metaKey) return undefined
  return (altKey ? WITH_ALT : open ? WHILE_OPEN : WHILE_CLOSED)[key]
}

/**
 * The index that a move leads to: the next enabled option in the direction of the move, otherwise the nearest one before it.
 *
 * @param active The index of the active option; -1 for none.
 * @returns The index; -1 if all options are disabled.
 */
export function targetOf(
  move: SelectMove,
  active: number,
  options: readonly { readonly disabled?: boolean }[],
): number {
  const wanted = 'to' in move ? move.to : active + move.by
  const clamped = Math.min(Math.max(wanted, 0), options.length - 1)
  const step = 'by' in move && move.by < 0 ? -1 : 1
  const index = firstEnabled(options, clamped, step)
  return index < 0 ? firstEnabled(options, clamped, -step) : index
}

function firstEnabled(options: readonly { readonly disabled?: boolean }[], start: number, step: number): number {
  let index = start
  while (options[index]?.disabled) index += step
  return index < options.length ? index : -1
}
