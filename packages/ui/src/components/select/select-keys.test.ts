import { describe, expect, it } from 'vitest'

import { movedTo, selectAction, type SelectMove } from './select-keys.js'

/** A list of options, of which `x` cannot be chosen. */
const optionsOf = (row: string): { disabled: boolean }[] => Array.from(row, (sign) => ({ disabled: sign === 'x' }))

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

  it('leaves Tab, Escape and the pages to the browser while the list is closed', () => {
    expect(['Tab', 'Escape', 'PageUp', 'PageDown'].map((key) => press(key, {}))).toEqual(Array(4).fill(undefined))
  })
})

describe('movedTo', () => {
  const moves: [move: SelectMove, active: number, row: string, place: number][] = [
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
  it.each(moves)('%o from %i in "%s" ends at %i', (move, active, row, place) => {
    expect(movedTo(move, active, optionsOf(row))).toBe(place)
  })
})
