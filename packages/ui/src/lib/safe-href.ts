import { parseUrl } from '@haiilo-kit/core/binding'
import { nothing } from 'lit'

const SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/** The last address that each element got a warning for. An element renders often, and one warning is enough. */
const reported = new WeakMap<Element, string>()

/**
 * Returns an address if it is safe for a link: http, https, mailto, tel, or relative to the page. Any other scheme could run a script of
 * the author of the address. Such an address is left out, with a warning in the console that names the element.
 *
 * @param address Any value. It is converted to a string once.
 * @param element The component that renders the link.
 * @returns The unchanged address, or `nothing`, which renders no attribute.
 */
export function safeHref(address: unknown, element: Element): string | typeof nothing {
  const text = String(address)
  const scheme = schemeOf(text, element.baseURI)
  if (scheme === undefined || SCHEMES.has(scheme)) return text
  report(element, text, scheme)
  return nothing
}

/**
 * Returns the scheme of an absolute address. The parser of the browser removes characters that can hide a scheme, such as tabs and control
 * characters. Returns `undefined` for a relative address, and an empty text for an invalid one.
 */
function schemeOf(text: string, base: string): string | undefined {
  const absolute = parseUrl(text)
  if (absolute) return absolute.protocol
  return parseUrl(text, base) ? undefined : ''
}

function report(element: Element, text: string, scheme: string): void {
  if (reported.get(element) === text) return
  reported.set(element, text)
  const reason = scheme ? `the scheme "${scheme.slice(0, 20)}" is not allowed` : 'it is not a valid URL'
  console.warn(
    `<${element.localName}> has no link, because ${reason}. ` + 'Use an http, https, mailto, tel or relative URL.',
    element,
  )
}
