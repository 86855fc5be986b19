import { isLoopback } from '@haiilo-kit/core/token'

/** The header that forbids a frame. */
export interface FrameRefusal {
  readonly header: 'frame-ancestors' | 'X-Frame-Options'
  /** As the server sent it: the sources of `frame-ancestors`, or the value of `X-Frame-Options`. */
  readonly value: string
}

/**
 * Finds the header that forbids another page to show this page in a frame. As in browsers, `frame-ancestors` takes precedence over
 * `X-Frame-Options` (CSP Level 3 §6.4.2).
 *
 * @param page Origin of the page.
 * @param embedder Origin of the page with the frame. `undefined`: any https page of another site, if it is not known.
 * @returns `undefined` if the headers allow the frame.
 */
export function findFrameRefusal(
  headers: Headers,
  page: string,
  embedder: string | undefined,
): FrameRefusal | undefined {
  const policies = readFrameAncestors(headers)
  const refusing = policies.find((sources) => !sources.some((source) => allows(source, page, embedder)))
  if (refusing) return { header: 'frame-ancestors', value: refusing.join(' ') }
  const option = policies.length > 0 ? '' : (headers.get('x-frame-options') ?? '').trim()
  const refuses = /^deny$/i.test(option) || (/^sameorigin$/i.test(option) && page !== embedder)
  return refuses ? { header: 'X-Frame-Options', value: option } : undefined
}

/** Returns the sources of each `frame-ancestors`. A header can contain several policies, separated by commas. All of them apply. */
export function readFrameAncestors(headers: Headers): readonly (readonly string[])[] {
  return (headers.get('content-security-policy') ?? '').split(',').flatMap((policy) => {
    const directives = policy.split(';').map((text) => text.trim().split(/\s+/))
    const found = directives.find(([name]) => name?.toLowerCase() === 'frame-ancestors')
    return found ? [found.slice(1)] : []
  })
}

/** Whether a source of `frame-ancestors` matches an origin (CSP Level 3 §6.7.2.8). */
function allows(source: string, page: string, embedder: string | undefined): boolean {
  const text = source.toLowerCase()
  const { protocol, hostname, port } = new URL(embedder ?? 'https://unknown.invalid')
  if (text === '*') return true
  if (text === "'self'") return page === embedder
  if (/^[a-z][a-z\d+.-]*:$/.test(text)) return isScheme(text, protocol)
  const [, scheme, host, wantedPort = ''] = /^(?:([a-z][a-z\d+.-]*:)\/\/)?([^:/']+)(?::(\*|\d+))?/.exec(text) ?? []
  if (host === undefined || (scheme !== undefined && !isScheme(scheme, protocol))) return false
  if (embedder === undefined) return !isLoopback(host)
  const isHost = host === '*' || (host.startsWith('*.') ? hostname.endsWith(host.slice(1)) : hostname === host)
  return isHost && (wantedPort === '*' || portOf(wantedPort, protocol) === portOf(port, protocol))
}

/** A source with http also matches https. */
function isScheme(source: string, actual: string): boolean {
  return source === actual || (source === 'http:' && actual === 'https:')
}

function portOf(port: string, protocol: string): string {
  if (port !== '') return port
  return protocol === 'https:' ? '443' : '80'
}
