import type { FieldOption } from '../../field/field-option.js'

/** How long native lists wait for the next letter, in milliseconds. */
const TYPING_TIMEOUT = 500

/**
 * Finds options by their first letters, typed in quick succession. The same letter again moves from one match to the next.
 *
 * @returns A function that takes a key and the language of the options. It returns the index of the match, -1 for no match, and `undefined`
 * if the key writes no character.
 */
export function createTypeAhead(): (
  event: KeyboardEvent,
  options: readonly FieldOption[],
  active: number,
  language: string | undefined,
) => number | undefined {
  let typed = ''
  let lastTime = -Infinity

  return (event, options, active, language) => {
    if (event.timeStamp - lastTime > TYPING_TIMEOUT) typed = ''
    if (!isWriting(event, typed)) return undefined
    lastTime = event.timeStamp
    typed += event.key
    const repeats = typed === event.key.repeat(typed.length / event.key.length)
    return match(options, language, repeats ? event.key : typed, repeats ? active + 1 : Math.max(active, 0))
  }
}

/** Whether a key writes a character. A space only does after other characters ("New York"); otherwise it chooses. */
function isWriting({ key, altKey, ctrlKey, metaKey, isComposing }: KeyboardEvent, typed: string): boolean {
  return /^.$/u.test(key) && !(altKey || ctrlKey || metaKey || isComposing) && (key !== ' ' || typed !== '')
}

function match(options: readonly FieldOption[], language: string | undefined, start: string, from: number): number {
  // "a" finds "Ä" in German, but not in Swedish. With `usage: 'search'` it would not find it in German either
  const { compare } = new Intl.Collator(language, { sensitivity: 'base' })
  const isMatch = ({ label, disabled }: FieldOption): boolean =>
    !disabled && !compare(label.slice(0, start.length), start)
  const nextMatch = options.findIndex((option, index) => index >= from && isMatch(option))
  return nextMatch < 0 ? options.findIndex(isMatch) : nextMatch
}
