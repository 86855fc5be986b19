import { closestMatch } from 'leven'

/** Longer names are no slip of the keyboard. */
const MOST = 40

/** A hint for the end of a message, if a known name is near: ` Did you mean "height"?` */
export function didYouMean(name: string, known: readonly string[]): string {
  const near = nearest(name, known)
  return near === undefined ? '' : ` Did you mean "${near}"?`
}

/** The known name that a slip of the keyboard may have turned into this one. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  if (name.length > MOST) return undefined
  const sameLetters = known.find((candidate) => candidate.toLowerCase() === name.toLowerCase())
  return sameLetters ?? closestMatch(name, known, { maxDistance: Math.ceil(name.length / 3) })
}
