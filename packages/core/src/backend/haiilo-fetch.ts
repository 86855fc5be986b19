import type { HaiiloHost } from '../connection/haiilo-host.js'
import { HaiiloError, excerpt } from '../errors.js'
import { abortable } from '../lib/abortable.js'
import { isBackend } from './is-backend.js'

/**
 * Calls `fetch` with a fresh token of the host, as `Authorization: Bearer <token>`. Sends it only to back ends that the host's option
 * `backends` lists, without cookies and without following redirects. After a 401 it sends the request once more with a new token. If the
 * host gives none, it returns the 401. It does not repeat a request if the body cannot be read again: a stream, or the body of a `Request`
 * that is passed as `input`.
 *
 * @returns The response, with any status. A 401 means that the back end refused the new token too, or that the host gave none.
 * @param input As for `fetch`. Relative URLs are resolved against the page.
 * @throws {HaiiloError} `ERR_BACKEND_NOT_LISTED`, `ERR_AUTHORIZATION_SET`, or an error of {@link HaiiloHost.getToken}. Nothing was sent.
 * @throws An error of `fetch`, or the reason of `init.signal`, which also aborts the wait for a token.
 */
export async function haiiloFetch(
  host: Pick<HaiiloHost<unknown>, 'backends' | 'fetch' | 'getToken'>,
  input: RequestInfo | URL,
  init?: RequestInit,
): Promise<Response> {
  // the same object is checked and sent, so that the two cannot differ
  const request = restrict(new Request(input, init))
  const { headers, signal } = request
  const url = new URL(request.url)
  if (!isBackend(host, url)) {
    throw new HaiiloError(
      'ERR_BACKEND_NOT_LISTED',
      `${excerpt(url.origin)} is not listed in \`backends\`. Add the origin, with https.`,
    )
  }
  if (headers.has('authorization')) {
    throw new HaiiloError('ERR_AUTHORIZATION_SET', 'haiiloFetch sets the header Authorization. Remove yours.')
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

/** A copy of the request that sends no cookies and follows no redirects. */
function restrict(request: Request): Request {
  const { referrer, referrerPolicy } = request // a copy with changed options would reset both
  return new Request(request, { redirect: 'error', credentials: 'omit', referrer, referrerPolicy })
}

/**
 * Whether the request can be sent twice. A `Request` does not show what its body was created from, and cloning a stream would keep all of
 * it in memory. Firefox does not even show whether a `Request` has a body.
 */
function isRepeatable({ method, body }: Request, input: unknown, init: RequestInit | undefined): boolean {
  const given = init?.body ?? undefined
  if (given !== undefined) return REPEATABLE.test(Object.prototype.toString.call(given))
  const mayHideBody = input instanceof Request || init instanceof Request
  return body === null || !mayHideBody || method === 'GET' || method === 'HEAD'
}

/** Types of bodies that can be read more than once, by name, so that objects of another realm match too. */
const REPEATABLE = /^\[object (String|URLSearchParams|FormData|Blob|File|(Shared)?ArrayBuffer|DataView|\w+Array)\]$/

function send({ fetch }: Pick<HaiiloHost, 'fetch'>, request: Request, token: string): Promise<Response> {
  request.headers.set('authorization', `Bearer ${token}`)
  // called without `this`: browsers throw if `this` is an object other than the window
  return fetch(request)
}

/**
 * Returns a token other than the refused one. Requests that fail at the same time share one new token.
 *
 * @throws {HaiiloError} An error of {@link HaiiloHost.getToken}.
 */
export async function anotherToken({ getToken }: Pick<HaiiloHost, 'getToken'>, refused: string): Promise<string> {
  const latest = await getToken()
  return latest === refused ? getToken({ fresh: true }) : latest
}
