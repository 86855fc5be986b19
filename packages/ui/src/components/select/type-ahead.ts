import type { FieldOption } from '../../field/field-option.js'

/** As long as native lists wait for the next letter, in milliseconds. */
const PAUSE = 500

/**
 * Finds options by their first letters, typed one after the other. The same letter again goes from one match to the next.
 *
 * @returns Takes a key and the language of the options. Returns the index of the match, -1 for none, and `undefined` if the key writes nothing.
 */
export function createTypeAhead(): (
  event: KeyboardEvent,
  options: readonly FieldOption[],
  active: number,
  language: string | undefined,
) => number | undefined {
  let typed = ''
  let at = -Infinity

  return (event, options, active, language) => {
    if (event.timeStamp - at > PAUSE) typed = ''
    if (!isWriting(event, typed)) return undefined
    at = event.timeStamp
    typed += event.key
    const repeats = typed === event.key.repeat(typed.length / event.key.length)
    return match(options, language, repeats ? event.key : typed, repeats ? active + 1 : Math.max(active, 0))
  }
}

/** A space chooses, but for one in the middle of a word: "New York". */
function isWriting({ key, altKey, ctrlKey, metaKey, isComposing }: KeyboardEvent, typed: string): boolean {
  return /^.$/u.test(key) && !(altKey || ctrlKey || metaKey || isComposing) && (key !== ' ' || typed !== '')
}

function match(options: readonly FieldOption[], language: string | undefined, start: string, from: number): number {
  // "a" finds "Ä" in German, and not in Swedish; with `usage: 'search'` it would not in German
  const { compare } = new Intl.Collator(language, { sensitivity: 'base' })
  const fits = ({ label, disabled }: FieldOption): boolean => !disabled && !compare(label.slice(0, start.length), start)
  const below = options.findIndex((option, place) => place >= from && fits(option))
  return below < 0 ? options.findIndex(fits) : below
}
