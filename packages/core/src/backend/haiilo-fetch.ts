import type { HaiiloHost } from '../connection/haiilo-host.js'
import { HaiiloError, excerpt } from '../errors.js'
import { abortable } from '../lib/abortable.js'
import { isBackend } from './is-backend.js'

/**
 * `fetch` with a fresh token of the host, `Authorization: Bearer <token>`, for the back ends that the host's option `backends` lists and
 * for nobody else. No cookies, no redirects. After a 401 the request is sent once more with a new token; if the host gives none, the
 * 401 is the answer. A body that cannot be read again is sent once only: a stream, and the body of a `Request` given as `input`.
 *
 * @param input As for `fetch`: relative URLs count from the page.
 * @throws {HaiiloError} `ERR_BACKEND_NOT_LISTED`; `ERR_AUTHORIZATION_SET`; what {@link HaiiloHost.getToken} throws. Nothing was sent then.
 * @throws What `fetch` throws; the reason of `init.signal`, also while the token is awaited.
 */
export async function haiiloFetch(
  host: Pick<HaiiloHost<unknown>, 'backends' | 'fetch' | 'getToken'>,
  input: RequestInfo | URL,
  init?: RequestInit,
): Promise<Response> {
  // checked and sent as one object: what was looked at cannot differ from what leaves the page
  const request = restrict(new Request(input, init))
  const { headers, signal } = request
  const url = new URL(request.url)
  if (!isBackend(host, url)) {
    throw new HaiiloError(
      'ERR_BACKEND_NOT_LISTED',
      `${excerpt(url.origin)} may not get the token. List it in \`backends\`, with https.`,
    )
  }
  if (headers.has('authorization')) {
    throw new HaiiloError('ERR_AUTHORIZATION_SET', 'Leave Authorization to haiiloFetch.')
  }
  signal.throwIfAborted()
  const spare = isRepeatable(request, input, init) ? request.clone() : undefined
  const token = await abortable(host.getToken(), signal)
  const response = await send(host, request, token)
  if (response.status !== 401 || !spare) return response
  const another = await abortable(anotherToken(host, token), signal).catch(() => undefined)
  signal.throwIfAborted()
  if (!another) return response
  response.body?.cancel().catch(() => undefined)
  return send(host, spare, another)
}

/** The same request, without cookies and redirects. */
function restrict(request: Request): Request {
  const { referrer, referrerPolicy } = request // a copy with other options would reset both
  return new Request(request, { redirect: 'error', credentials: 'omit', referrer, referrerPolicy })
}

/**
 * Whether the request can be sent twice. A `Request` does not tell what its body was made from, and copying a stream would keep all of
 * it in memory. Firefox does not even tell whether a `Request` has a body.
 */
function isRepeatable({ method, body }: Request, input: unknown, init: RequestInit | undefined): boolean {
  const given = init?.body ?? undefined
  if (given !== undefined) return REPEATABLE.test(Object.prototype.toString.call(given))
  const mayHideBody = input instanceof Request || init instanceof Request
  return body === null || !mayHideBody || method === 'GET' || method === 'HEAD'
}

/** Bodies that can be read more than once, also those of another realm. */
const REPEATABLE = /^\[object (String|URLSearchParams|FormData|Blob|File|(Shared)?ArrayBuffer|DataView|\w+Array)\]$/

function send({ fetch }: Pick<HaiiloHost, 'fetch'>, request: Request, token: string): Promise<Response> {
  request.headers.set('authorization', `Bearer ${token}`)
  // unbound: browsers refuse a `fetch` whose `this` is another object
  return fetch(request)
}

/** A token other than the one that was refused: requests that failed together share one. */
export async function anotherToken({ getToken }: Pick<HaiiloHost, 'getToken'>, refused: string): Promise<string> {
  const latest = await getToken()
  return latest === refused ? getToken({ fresh: true }) : latest
}
