import { parseUrl } from '@haiilo-kit/core/binding'
import { nothing } from 'lit'

const SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/** The address that each element was last warned about: an element is drawn often, and a page of warnings is read by nobody. */
const reported = new WeakMap<Element, string>()

/**
 * An address that a link may have: http, https, mailto, tel, or relative to the page. Any other scheme could run a script of whoever wrote
 * the address, so it is left out, with a warning in the console that names the element.
 *
 * @param address May be anything; it is made a string once.
 * @param element The component that draws the link.
 * @returns The address as it was given, or `nothing`, which draws no attribute.
 */
export function safeHref(address: unknown, element: Element): string | typeof nothing {
  const text = String(address)
  const scheme = schemeOf(text, element.baseURI)
  if (scheme === undefined || SCHEMES.has(scheme)) return text
  report(element, text, scheme)
  return nothing
}

/**
 * The scheme of an absolute address, as the browser reads it: its own parser removes what hides a scheme, such as tabs and control
 * characters. A relative address has none (`undefined`), and one that cannot be read has an empty one.
 */
function schemeOf(text: string, base: string): string | undefined {
  const absolute = parseUrl(text)
  if (absolute) return absolute.protocol
  return parseUrl(text, base) ? undefined : ''
}

function report(element: Element, text: string, scheme: string): void {
  if (reported.get(element) === text) return
  reported.set(element, text)
  const fault = scheme ? `the scheme "${scheme.slice(0, 20)}" is not allowed` : 'it cannot be read'
  console.warn(
    `<${element.localName}> leads nowhere: its address was left out, because ${fault}. ` +
      'Use http, https, mailto, tel or a relative address.',
    element,
  )
}
