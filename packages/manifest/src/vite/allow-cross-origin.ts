import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Connect } from 'vite'

/**
 * Allows every origin to read a successful response for the manifest, because Haiilo Home and sandboxes have other origins. Does not allow
 * other origins to read an error, because it may quote source code. Applies only to the path of the manifest, and overrides the project's
 * `cors` there.
 *
 * Inserts the middleware before all existing ones, because the one for the project's `cors` answers every preflight.
 */
export function allowCrossOriginReads(middlewares: Connect.Server, base: string): void {
  const handle: Connect.NextHandleFunction = (request, response, next) => {
    if (!isManifest(request, base)) return next()
    if (isPreflight(request)) return sendPreflight(request, response)
    if (isRead(request)) openSuccess(response)
    next()
  }
  middlewares.stack.unshift({ route: '', handle })
}

/** Whether a request is a GET or HEAD request for the manifest. */
export function isManifestRequest(request: IncomingMessage, base: string): boolean {
  return isRead(request) && isManifest(request, base)
}

function isManifest({ url = '' }: IncomingMessage, base: string): boolean {
  return url.replace(/[?#].*$/s, '') === `${base}manifest.json`
}

function isRead({ method }: IncomingMessage): boolean {
  return method === 'GET' || method === 'HEAD'
}

function isPreflight({ method, headers }: IncomingMessage): boolean {
  return method === 'OPTIONS' && headers['access-control-request-method'] !== undefined
}

/** A preflight reveals nothing about the manifest, so it also succeeds if the manifest has errors. */
function sendPreflight({ headers }: IncomingMessage, response: ServerResponse): void {
  const isPrivate = headers['access-control-request-private-network'] === 'true'
  response.writeHead(204, {
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'GET, HEAD',
    'access-control-allow-headers': '*',
    ...(isPrivate && { 'access-control-allow-private-network': 'true' }),
  })
  response.end()
}

/** Sets the header when the status is written, because only then it is known to be a success. */
function openSuccess(response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response) as (...parts: unknown[]) => ServerResponse
  response.writeHead = (status: number, ...rest: unknown[]) => {
    for (const name of response.getHeaderNames()) if (name.startsWith('access-control-')) response.removeHeader(name)
    if (SUCCESS.includes(status)) response.setHeader('access-control-allow-origin', '*')
    return writeHead(status, ...rest)
  }
}

/** OK, Partial Content and Not Modified. */
const SUCCESS = [200, 206, 304]
