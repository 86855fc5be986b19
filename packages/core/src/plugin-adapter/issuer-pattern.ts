import { excerpt } from '../errors.js'

/** `https`, perhaps one label of any name, and a literal host. */
const SIMPLE =
  /^\^?https:\/\/(?:\(?(?:\[\^[/.]+\]|\[\\w-\]|\\w|\.)[+*]\??\)?(?=\\\.))?((?:[\w-]|\\?\.(?=\w))+(?::\d+)?)(?:\/\??)?\$?$/

/**
 * Returns the issuer of a trust rule: an origin, or a wildcard such as `https://*.example.com`.
 *
 * A rule compares parsed URLs. A regular expression over the text of a URL can also match other sites, so only simple expressions are
 * converted: `https`, perhaps one label of any name, and a literal host. The rule then matches exactly these hosts.
 *
 * @throws {TypeError} The regular expression is not that simple.
 */
export function toIssuer(test: RegExp | string): string {
  if (typeof test === 'string') return test
  const source = test instanceof RegExp ? test.source.replaceAll('\\/', '/') : ''
  const host = SIMPLE.exec(source)?.[1]?.replaceAll('\\', '')
  if (host) return `https://${host.startsWith('.') ? '*' : ''}${host}`
  throw new TypeError(
    `addJwk: the expression ${excerpt(String(test))} is too general. Write the issuer as an origin, such as 'https://home.example.com' or 'https://*.example.com'.`,
  )
}
