import { refusalOf } from '../errors.js'
import type { HaiiloUser } from '../token/haiilo-user.js'
import type { VerifyPluginTokenOptions } from '../token/plugin-token-verifier.js'
import { createCors, type CorsOptions } from './cors.js'
import { refuse } from './respond.js'

/** The part of a back end that verifies users. */
export interface Authenticator {
  /** Returns the verified user of a request, or throws. */
  readonly authenticate: (request: Request, options?: VerifyPluginTokenOptions) => Promise<HaiiloUser>
}

export interface RequireUserOptions extends CorsOptions, VerifyPluginTokenOptions {
  /**
   * Gets the errors that the handler throws. They can contain your own data. Default: `console.error`. If it throws, so does the returned
   * function: `onError: (error) => { throw error }` leaves the answer to your framework, without CORS headers.
   */
  readonly onError?: (error: unknown) => void
}

/**
 * Creates a handler that only verified users reach. It answers preflight requests, refuses all others with a code, and adds CORS headers, so
 * that the plug-in can read the answer. If the handler throws, the answer has its code and status, or `ERR_UNEXPECTED` and 500.
 *
 * @example
 * ```ts
 * const me = requireHaiiloUser(backend, (request, user) => Response.json({ key: user.key }))
 * ```
 */
export function requireHaiiloUser<Rest extends readonly unknown[]>(
  { authenticate }: Authenticator,
  handler: (request: Request, user: HaiiloUser, ...rest: Rest) => Response | Promise<Response>,
  { singleUse = false, onError = console.error, ...corsOptions }: RequireUserOptions = {},
): (request: Request, ...rest: Rest) => Promise<Response> {
  const cors = createCors(corsOptions)
  return async (request, ...rest) => {
    const preflight = cors.preflight(request)
    if (preflight) return preflight
    let user: HaiiloUser
    try {
      user = await authenticate(request, { singleUse })
    } catch (error) {
      return cors.allow(refuse(refusalOf(error)))
    }
    try {
      return cors.allow(await handler(request, user, ...rest))
    } catch (error) {
      onError(error)
      return cors.allow(refuse(refusalOf(error)))
    }
  }
}
