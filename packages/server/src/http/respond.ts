import type { Refusal } from '../errors.js'

/** In seconds. When a host or plug-in may try again, if the failure is temporary. */
const RETRY_AFTER = 2

/** An answer for programs. It contains no text of the request. */
export function answer(status: number, body: object, headers: Readonly<Record<string, string>> = {}): Response {
  return Response.json(body, {
    status,
    headers: { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', ...headers },
  })
}

/** The answer to a refused request: `{ "error": "ERR_…" }`. */
export function refuse({ code, status }: Refusal): Response {
  return answer(status, { error: code }, headersFor(status))
}

/**
 * The headers that belong to a status.
 *
 * @param methods The methods of the path, for 405.
 */
export function headersFor(status: number, methods = ''): Readonly<Record<string, string>> {
  if (status === 405) return { allow: methods }
  if (status === 401) return { 'www-authenticate': 'Bearer error="invalid_token"' }
  if (status === 503) return { 'retry-after': String(RETRY_AFTER) }
  return {}
}
