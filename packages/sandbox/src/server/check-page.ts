import type { PageCheck } from '../contract/page-check.js'
import { findFrameRefusal, type FrameRefusal } from './frame-policy.js'

/** Milliseconds: a development server may compile the page first. */
const TIMEOUT = 20_000

const MAX_REDIRECTS = 5

/** A value for the parameter `src`. It shows whether redirects keep the parameter. */
const PROBE = 'haiilo-sandbox-check'

/**
 * Checks whether a page of the plug-in can be shown in a frame. It reads only status and headers.
 *
 * @param embedder Origin of the page with the frame.
 */
export async function checkPage(url: string, embedder: string): Promise<PageCheck> {
  let current = withProbe(url)
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
    const response = await request(current)
    if (response instanceof Error) return { url, ...describeFailure(current, response) }
    await response.body?.cancel()
    const next = redirectOf(response, current)
    if (!next) return { url, ...evaluate(response, current, embedder) }
    current = next
  }
  return { kind: 'redirect', url, message: `The page redirects more than ${MAX_REDIRECTS} times.` }
}

function withProbe(url: string): URL {
  const probed = new URL(url)
  probed.searchParams.set('src', PROBE)
  return probed
}

async function request(url: URL): Promise<Response | Error> {
  try {
    return await fetch(url, {
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT),
      headers: { accept: 'text/html' },
    })
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

function redirectOf({ status, headers }: Response, from: URL): URL | undefined {
  const location = status >= 300 && status < 400 ? headers.get('location') : null
  const next = location === null ? null : URL.parse(location, from)
  return next && /^https?:$/.test(next.protocol) ? next : undefined
}

function evaluate({ status, headers }: Response, final: URL, embedder: string): Omit<PageCheck, 'url'> {
  if (status < 200 || status > 299) {
    const hint = status === 404 ? ' Check the address in the manifest.' : ''
    return { kind: 'status', message: `The server answers with the status ${status}.${hint}` }
  }
  if (final.searchParams.get('src') !== PROBE) {
    const address = `${final.origin}${final.pathname}`
    return {
      kind: 'redirect',
      message: `The page redirects to ${address} without the parameter \`src\`, which the handshake needs. Use the final URL in the manifest, or keep the query in the redirect.`,
    }
  }
  const refusal = findFrameRefusal(headers, final.origin, embedder)
  if (refusal) return { kind: 'refuses-frames', message: describeRefusal(refusal, embedder) }
  const type = headers.get('content-type') ?? 'no content type'
  if (!/^(?:text\/html|application\/xhtml\+xml)\b/i.test(type))
    return { kind: 'not-html', message: `The page is not HTML: the server answers with ${type}.` }
  return { kind: 'ok', message: '' }
}

function describeRefusal({ header, value }: FrameRefusal, embedder: string): string {
  if (header === 'X-Frame-Options')
    return `The page's header \`X-Frame-Options: ${value}\` forbids frames. Remove it, and list the origins that may embed the page in \`Content-Security-Policy: frame-ancestors\`.`
  const allowed = value === '' || value.toLowerCase() === "'none'" ? 'nobody' : value
  return `The page's Content-Security-Policy allows only ${allowed} to embed it. During development, add ${embedder} to \`frame-ancestors\`. In production, list your tenants there.`
}

function describeFailure({ origin }: URL, error: Error): Omit<PageCheck, 'url'> {
  if (error.name === 'TimeoutError')
    return { kind: 'unreachable', message: `${origin} did not answer within ${TIMEOUT / 1000} seconds.` }
  const code = codeOf(error)
  // browsers trust other certificates than Node: one that the author accepted, or one of a company
  if (CERTIFICATE_ERROR.test(code))
    return {
      kind: 'certificate',
      message: `The certificate of ${origin} may not be trusted (${code}). Open ${origin} in a tab of this browser and accept the certificate. Then reload this widget.`,
    }
  return {
    kind: 'unreachable',
    message: `No server answers at ${origin}${code && ` (${code})`}. Is the development server running?`,
  }
}

/** The code of the error below a failed request; empty if there is none. */
function codeOf({ cause }: Error): string {
  const { code } = (cause ?? {}) as { readonly code?: unknown }
  return typeof code === 'string' ? code : ''
}

/** Codes of Node, such as `DEPTH_ZERO_SELF_SIGNED_CERT` and `UNABLE_TO_VERIFY_LEAF_SIGNATURE`. */
const CERTIFICATE_ERROR = /CERT|VERIFY_LEAF/
