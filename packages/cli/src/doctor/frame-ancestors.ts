import { isLoopback } from '@haiilo-kit/core/token'

/** Why a page may not be shown in a frame of the host. `undefined` if it may. `frame-ancestors` overrides `X-Frame-Options`, as in browsers. */
export function frameRefusal(headers: Headers, page: URL, host: URL | undefined): string | undefined {
  const lists = frameAncestors(headers.get('content-security-policy') ?? '')
  const refusing = lists.find((sources) => !sources.some((source) => mayAllow(source, page, host)))
  if (refusing) return `frame-ancestors ${refusing.join(' ')}`.trim()
  if (lists.length > 0) return undefined
  const option = (headers.get('x-frame-options') ?? '').trim()
  return /^(?:deny|sameorigin)$/i.test(option) ? `X-Frame-Options: ${option}` : undefined
}

/** The sources of each `frame-ancestors`. All policies of a header apply. */
function frameAncestors(header: string): readonly (readonly string[])[] {
  return header.split(',').flatMap((policy) => {
    const directives = policy.split(';').map((text) => text.trim().split(/\s+/))
    const found = directives.find(([name]) => name?.toLowerCase() === 'frame-ancestors')
    return found ? [found.slice(1)] : []
  })
}

/** Whether a source matches the host (CSP Level 3 §6.7.2.8), or any https host on another origin if the host is not known. */
function mayAllow(source: string, page: URL, host: URL | undefined): boolean {
  const text = source.toLowerCase()
  if (text === '*') return true
  if (text === "'self'") return host?.origin === page.origin
  if (text.startsWith("'")) return false
  const [, scheme, name = '', port] = /^(?:([a-z][a-z\d+.-]*):(?:\/\/)?)?([^:/]*)(?::(\*|\d+))?/.exec(text) ?? []
  const actual = host?.protocol.slice(0, -1) ?? 'https'
  // a source with http matches https, too
  if (scheme !== undefined && scheme !== actual && !(scheme === 'http' && actual === 'https')) return false
  if (name === '') return scheme !== undefined
  if (!host) return !isLoopback(name)
  return matchesName(name, host.hostname) && (port === '*' || (port ?? '') === host.port)
}

function matchesName(pattern: string, hostname: string): boolean {
  if (pattern === '*') return true
  return pattern.startsWith('*.') ? hostname.endsWith(pattern.slice(1)) : hostname === pattern
}
