import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Connect } from 'vite'

/**
 * Lets every origin read a successful response for the manifest: Haiilo Home and sandboxes run on origins of their own. No other origin
 * reads an error, as that may quote source code. This holds for the path of the manifest only, whatever `cors` the project sets.
 *
 * It comes before all middlewares that are there, since that for `cors` of the project answers every preflight.
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

/** Whether a request reads the manifest. */
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

/** A preflight tells nothing about the manifest, so it succeeds for one with errors, too. */
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

/** Whether it is a success is known only when the status is written. */
function openSuccess(response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response) as (...parts: unknown[]) => ServerResponse
  response.writeHead = (status: number, ...rest: unknown[]) => {
    for (const name of response.getHeaderNames()) if (name.startsWith('access-control-')) response.removeHeader(name)
    if (SUCCESS.includes(status)) response.setHeader('access-control-allow-origin', '*')
    return writeHead(status, ...rest)
  }
}

/** Whole, in part, and unchanged since the last request. */
const SUCCESS = [200, 206, 304]
