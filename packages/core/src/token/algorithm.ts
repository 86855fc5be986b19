/** The signature algorithms that can be allowed. Practice is RS512; `none` and HMAC never count. */
export type Algorithm = 'RS256' | 'RS384' | 'RS512'

/**
 * The list of algorithms to allow, checked.
 *
 * @throws {TypeError} An algorithm that cannot be allowed, or none at all.
 */
export function parseAlgorithms(algorithms: readonly string[] = ['RS512']): ReadonlySet<string> {
  if (!algorithms.length || !algorithms.every((name) => /^RS(256|384|512)$/.test(name))) {
    throw new TypeError('algorithms: only RS256, RS384 and RS512 can be allowed, and at least one must be.')
  }
  return new Set(algorithms)
}
