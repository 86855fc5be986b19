import { closestMatch } from 'leven'

/** Longer names are no slip of the keyboard. */
const MOST = 40

/** A hint for the end of a message, if a known name is near: ` Did you mean "height"?` */
export function didYouMean(name: string, known: readonly string[]): string {
  if (name.length > MOST) return ''
  const sameLetters = known.find((candidate) => candidate.toLowerCase() === name.toLowerCase())
  const near = sameLetters ?? closestMatch(name, known, { maxDistance: Math.ceil(name.length / 3) })
  return near === undefined ? '' : ` Did you mean "${near}"?`
}
