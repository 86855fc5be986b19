/** How long a browser may keep the answer to a preflight request, in seconds. Chromium limits it to two hours. */
const MAX_AGE = 7200

/** The `Access-Control-Allow-*` headers for calls of plug-ins. */
export interface CorsOptions {
  /** The allowed methods. Default: GET, POST, PUT, PATCH and DELETE. */
  readonly methods?: readonly string[]
  /** Headers that the plug-in may send, besides `Authorization` and `Content-Type`. */
  readonly allowHeaders?: readonly string[]
  /** Headers of the answer that the plug-in may read. */
  readonly exposeHeaders?: readonly string[]
}

/** Adds CORS headers to answers. */
export interface Cors {
  /** The answer to a preflight request, or `undefined` for any other request. */
  readonly preflight: (request: Request) => Response | undefined
  /** The same answer, readable by the plug-in. */
  readonly allow: (response: Response) => Response
}

/**
 * Allows every origin, without cookies. The token in the request decides what it may do. The origin cannot: the frame of a plug-in may have
 * the origin `null`, which every sandboxed page on the internet has.
 */
export function createCors({
  methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
  allowHeaders = [],
  exposeHeaders = [],
}: CorsOptions = {}): Cors {
  const forPreflight = {
    'access-control-allow-origin': '*',
    'access-control-allow-methods': methods.join(', '),
    'access-control-allow-headers': ['Authorization', 'Content-Type', ...allowHeaders].join(', '),
    'access-control-max-age': String(MAX_AGE),
  }
  return {
    preflight({ method, headers }) {
      const isPreflight = method === 'OPTIONS' && headers.has('access-control-request-method')
      return isPreflight ? new Response(null, { status: 204, headers: forPreflight }) : undefined
    },
    allow(response) {
      // the headers of an answer from `fetch` cannot be changed
      const allowed = new Response(response.body, response)
      allowed.headers.set('access-control-allow-origin', '*')
      allowed.headers.delete('access-control-allow-credentials')
      if (exposeHeaders.length > 0) allowed.headers.set('access-control-expose-headers', exposeHeaders.join(', '))
      return allowed
    },
  }
}
