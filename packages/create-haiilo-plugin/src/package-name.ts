import validate from 'validate-npm-package-name'

/** Returns why npm refuses a name for a new package, as a part of a sentence, or `undefined` for a valid name. */
export function nameProblem(name: string): string | undefined {
  const { errors = [], warnings = [] } = validate(name)
  return [...errors, ...warnings][0]
}

/** Returns a valid package name that is similar to a text. */
export function suggestName(text: string): string {
  const name = text
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z\d.-]+/g, '-')
    .replaceAll(/^[-.]+|[-.]+$/g, '')
    .slice(0, LONGEST)
  const candidates = [name, `${name}-plugin`, FALLBACK]
  return candidates.find((each) => nameProblem(each) === undefined) ?? FALLBACK
}

const FALLBACK = 'my-plugin'

/** npm allows 214 characters; a suffix must fit, too. */
const LONGEST = 200

/** Returns a title for people: `@acme/lunch-menu` becomes `Lunch menu`. */
export function titleOf(name: string): string {
  const words = name.replace(/^@[^/]*\//, '').replaceAll(/[-_.~]+/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
