/** A signature algorithm that can be allowed. Haiilo Home uses RS512. `none` and HMAC cannot be allowed. */
export type Algorithm = 'RS256' | 'RS384' | 'RS512'

const ALLOWED: readonly string[] = ['RS256', 'RS384', 'RS512'] satisfies Algorithm[]

/**
 * Checks the list of allowed algorithms.
 *
 * @throws {TypeError} The list is empty, or has an algorithm that cannot be allowed.
 */
export function parseAlgorithms(algorithms: readonly string[] = ['RS512']): ReadonlySet<string> {
  if (!algorithms.length || !algorithms.every((name) => ALLOWED.includes(name))) {
    throw new TypeError('algorithms: expected a list of RS256, RS384 or RS512.')
  }
  return new Set(algorithms)
}
