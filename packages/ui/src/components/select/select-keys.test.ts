import { describe, expect, it } from 'vitest'

import { targetOf, selectAction, type SelectMove } from './select-keys.js'

/** A list of options, one per character. `x` is disabled. */
const optionsOf = (row: string): { disabled: boolean }[] =>
  Array.from(row, (character) => ({ disabled: character === 'x' }))

function press(
  key: string,
  { open = false, ...keys }: { open?: boolean; ctrlKey?: boolean; metaKey?: boolean },
): unknown {
  return selectAction({ key, altKey: false, ctrlKey: false, metaKey: false, ...keys } as KeyboardEvent, open)
}

describe('selectAction', () => {
  it('leaves keys with Ctrl or Meta to the browser', () => {
    expect(press('Home', { open: true })).toEqual({ to: 0 })
    expect(press('Home', { open: true, ctrlKey: true })).toBeUndefined()
    expect(press('ArrowDown', { metaKey: true })).toBeUndefined()
  })

  it('leaves Tab, Escape, PageUp and PageDown to the browser while the list is closed', () => {
    expect(['Tab', 'Escape', 'PageUp', 'PageDown'].map((key) => press(key, {}))).toEqual(Array(4).fill(undefined))
  })
})

describe('targetOf', () => {
  const moves: [move: SelectMove, active: number, row: string, index: number][] = [
    [{ by: 1 }, 0, 'oxxo', 3],
    [{ by: 1 }, 0, 'oxx', 0],
    [{ by: -1 }, 2, 'xxo', 2],
    [{ by: -1 }, 3, 'oxxo', 0],
    [{ by: 10 }, 0, 'ooxx', 1],
    [{ by: -10 }, 3, 'xxoo', 2],
    [{ by: 1 }, -1, 'oo', 0],
    [{ by: -1 }, -1, 'oo', 0],
    [{ to: 0 }, 2, 'xoo', 1],
    [{ to: Infinity }, 0, 'oooxx', 2],
    [{ to: Infinity }, 0, 'oxoxx', 2],
    [{ by: 1 }, -1, 'xxx', -1],
    [{ to: Infinity }, -1, 'xx', -1],
    [{ to: 0 }, -1, '', -1],
    [{ by: 1 }, -1, '', -1],
    [{ to: Infinity }, -1, '', -1],
  ]
  it.each(moves)('moves %o from %i in "%s" to %i', (move, active, row, index) => {
    expect(targetOf(move, active, optionsOf(row))).toBe(index)
  })
})
