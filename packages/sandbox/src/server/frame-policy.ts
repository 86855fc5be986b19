/**
 * Explains why the headers of a page forbid that another page embeds it. Returns `undefined` if they allow it. As in browsers,
 * `frame-ancestors` takes precedence over `X-Frame-Options` (CSP Level 3 §6.4.2).
 *
 * @param page Origin of the page.
 * @param embedder Origin of the page with the frame.
 */
export function explainFrameRefusal(headers: Headers, page: string, embedder: string): string | undefined {
  const policies = frameAncestors(headers.get('content-security-policy') ?? '')
  const refusing = policies.find((sources) => !sources.some((source) => allows(source, page, embedder)))
  if (refusing) {
    const allowed = refusing.filter((source) => source !== "'none'").join(' ') || 'nobody'
    return `The page's Content-Security-Policy allows only ${allowed} to embed it. During development, add ${embedder} to \`frame-ancestors\`. In production, list your tenants there.`
  }
  const option = policies.length ? '' : (headers.get('x-frame-options') ?? '').trim().toLowerCase()
  if (option === 'deny' || (option === 'sameorigin' && page !== embedder)) {
    return `The page's header \`X-Frame-Options: ${option}\` forbids frames. Remove it, and list the origins that may embed the page in \`Content-Security-Policy: frame-ancestors\`.`
  }
  return undefined
}

/** The sources of each `frame-ancestors`. A header can contain several policies, separated by commas. All of them apply. */
function frameAncestors(header: string): string[][] {
  return header.split(',').flatMap((policy) => {
    const directives = policy.split(';').map((text) => text.trim().split(/\s+/))
    const found = directives.find(([name]) => name?.toLowerCase() === 'frame-ancestors')
    return found ? [found.slice(1)] : []
  })
}

/** Whether a source of `frame-ancestors` matches an origin (CSP Level 3 §6.7.2.8). */
function allows(source: string, page: string, embedder: string): boolean {
  const text = source.toLowerCase()
  const { protocol, hostname, port } = new URL(embedder)
  if (text === '*') return true
  if (text === "'self'") return page === embedder
  if (/^[a-z][a-z\d+.-]*:$/.test(text)) return isScheme(text, protocol)
  const [, scheme, host, wantedPort = ''] = /^(?:([a-z][a-z\d+.-]*:)\/\/)?([^:/]+)(?::(\*|\d+))?/.exec(text) ?? []
  if (host === undefined || (scheme !== undefined && !isScheme(scheme, protocol))) return false
  const isHost = host === '*' || (host.startsWith('*.') ? hostname.endsWith(host.slice(1)) : hostname === host)
  return isHost && (wantedPort === '*' || wantedPort === port)
}

/** A source with http also matches https. */
function isScheme(source: string, actual: string): boolean {
  return source === actual || (source === 'http:' && actual === 'https:')
}
