/** Where the letters of a name begin: brackets, quotes and dashes before them are passed over. */
const FIRST_LETTER = /[\p{L}\p{N}\p{Extended_Pictographic}\p{Regional_Indicator}]/u

/** Keeps the letters of a script that joins them, such as Arabic, from becoming a word that is not there. */
const APART = '\u200c'

/**
 * The initials of a name, in any script: of its first and its last word, or of its only one.
 *
 * @returns An empty text where there is no letter in it.
 */
export function initialsOf(name: string): string {
  // what stands in brackets is a note: "Ada Lovelace (external)"
  const words = lettersOf(name.replace(/[(（][^()（）]*[)）]/g, ' '))
  const ends = words.filter((_, index) => index === 0 || index === words.length - 1)
  return ends.map(initialOf).join(APART)
}

function lettersOf(name: string): readonly string[] {
  return name
    .split(/\s+/)
    .map((word) => word.slice(FIRST_LETTER.exec(word)?.index ?? word.length))
    .filter(Boolean)
}

/** What a person sees as one letter: with its accents, or all of a family that is one emoji. */
function initialOf(word: string): string {
  const segments = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(word)
  for (const { segment } of segments) return upper(segment)
  return ''
}

/** Georgian has capitals only for whole words. */
function upper(letter: string): string {
  return /\p{Script=Georgian}/u.test(letter) ? letter : letter.toUpperCase()
}
