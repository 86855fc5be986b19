import { closestMatch } from 'leven'

/** Longer names are not compared. */
const MAX_LENGTH = 40

/** A hint to append to a message: ` Did you mean "height"?`. Empty if no known name is similar. */
export function didYouMean(name: string, known: readonly string[]): string {
  const closest = closestName(name, known)
  return closest === undefined ? '' : ` Did you mean "${closest}"?`
}

/** The known name of which this one may be a misspelling. */
export function closestName(name: string, known: readonly string[]): string | undefined {
  if (name.length > MAX_LENGTH) return undefined
  const sameLetters = known.find((candidate) => candidate.toLowerCase() === name.toLowerCase())
  return sameLetters ?? closestMatch(name, known, { maxDistance: Math.ceil(name.length / 3) })
}
