import { excerpt } from '@haiilo-kit/core/token'
import type { Findings } from './check-context.js'
import { createFinding } from './deployment-finding.js'
import type { Answer } from './requests.js'

/** Bytes: a smaller text fits into few packets, so compression saves no time. */
const SMALL = 20_000

/** Returns the content type of a response without parameters, in lower case. `''` if there is none. */
export function mediaType({ headers }: Pick<Response, 'headers'>): string {
  return (headers.get('content-type') ?? '').split(';', 1).join('').trim().toLowerCase()
}

/** Reports a response that sets a cookie. */
export function checkCookies(url: URL, { headers }: Pick<Response, 'headers'>): Findings {
  const [cookie, ...others] = headers.getSetCookie()
  if (cookie === undefined) return []
  const name = excerpt(cookie.split('=', 1).join('').trim(), 40)
  const more = others.length === 0 ? '' : ` and ${others.length} more`
  return [
    createFinding(
      'cookie-set',
      url,
      `The response sets the cookie "${name}"${more}. Browsers do not send cookies in the frame of another site.`,
      'Do not depend on cookies: send the token of the host with each request. If nothing uses the cookie, do not set it.',
    ),
  ]
}

/** Reports a text that is sent without compression. */
export function checkCompression(url: URL, { response, body }: Answer): Findings {
  const encoding = response.headers.get('content-encoding') ?? 'identity'
  if (body.length < SMALL || encoding.toLowerCase() !== 'identity') return []
  return [
    createFinding(
      'not-compressed',
      url,
      `${Math.round(body.length / 1000)} kB are sent without compression.`,
      'Switch on gzip or Brotli for texts in the server, or in the network in front of it.',
    ),
  ]
}
