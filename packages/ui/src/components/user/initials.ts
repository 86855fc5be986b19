/** The first letter of a word. Skips brackets, quotes and dashes. */
const FIRST_LETTER = /[\p{L}\p{N}\p{Extended_Pictographic}\p{Regional_Indicator}]/u

/** Between two initials, a zero-width non-joiner stops scripts such as Arabic from joining them into a word. */
const NON_JOINER = '\u200c'

/**
 * Returns the initials of the first and the last word of a name, or of its only word, in any script.
 *
 * @returns An empty string if the name has no letter.
 */
export function initialsOf(name: string): string {
  // text in brackets is a note: "Ada Lovelace (external)"
  const words = lettersOf(name.replace(/[(（][^()（）]*[)）]/g, ' '))
  const outerWords = words.filter((_, index) => index === 0 || index === words.length - 1)
  return outerWords.map(initialOf).join(NON_JOINER)
}

function lettersOf(name: string): readonly string[] {
  return name
    .split(/\s+/)
    .map((word) => word.slice(FIRST_LETTER.exec(word)?.index ?? word.length))
    .filter(Boolean)
}

/** The first grapheme of a word: a letter with its accents, or a whole emoji. */
function initialOf(word: string): string {
  const segments = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(word)
  for (const { segment } of segments) return uppercase(segment)
  return ''
}

/** Georgian uses capitals only for whole words, so its letters stay as they are. */
function uppercase(letter: string): string {
  return /\p{Script=Georgian}/u.test(letter) ? letter : letter.toUpperCase()
}
