import type { FieldOption } from '../../field/field-option.js'

/** As long as native lists wait for the next letter, in milliseconds. */
const PAUSE = 500

/**
 * Finds options by their first letters, typed one after the other. The same letter again goes from one match to the next.
 *
 * @returns Takes a key; gives back the place of the match, -1 for none, and `undefined` where the key writes nothing.
 */
export function createTypeAhead(): (
  event: KeyboardEvent,
  options: readonly FieldOption[],
  active: number,
) => number | undefined {
  let typed = ''
  let at = -Infinity

  return (event, options, active) => {
    if (event.timeStamp - at > PAUSE) typed = ''
    if (!isWriting(event, typed)) return undefined
    at = event.timeStamp
    typed += event.key
    const repeats = typed === event.key.repeat(typed.length / event.key.length)
    return match(options, repeats ? event.key : typed, repeats ? active + 1 : Math.max(active, 0))
  }
}

/** A space chooses, but for one in the middle of a word: "New York". */
function isWriting({ key, altKey, ctrlKey, metaKey, isComposing }: KeyboardEvent, typed: string): boolean {
  return /^.$/u.test(key) && !(altKey || ctrlKey || metaKey || isComposing) && (key !== ' ' || typed !== '')
}

function match(options: readonly FieldOption[], start: string, from: number): number {
  // as a person searches: "a" finds "Ä" too
  const { compare } = new Intl.Collator(undefined, { usage: 'search', sensitivity: 'base' })
  const fits = ({ label, disabled }: FieldOption): boolean => !disabled && !compare(label.slice(0, start.length), start)
  const below = options.findIndex((option, place) => place >= from && fits(option))
  return below < 0 ? options.findIndex(fits) : below
}
