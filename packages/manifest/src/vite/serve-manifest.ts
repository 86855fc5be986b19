import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Connect, Logger } from 'vite'
import { clientOrigin, type AllowedHosts } from './client-origin.js'
import { isManifestRequest, allowCrossOriginReads } from './allow-cross-origin.js'
import { errorReason } from './error-reason.js'

/** Settings for serving the manifest. */
export interface ServeSettings {
  /** Vite's base as a path. */
  readonly base: string
  /** The project's `server.origin`. */
  readonly origin: string | undefined
  /** The forwarded hosts that are accepted. */
  readonly allowedHosts: AllowedHosts
  readonly logger: Pick<Logger, 'error' | 'warn'>
  /**
   * @param own The address of the manifest for the client.
   * @returns The text of the manifest; `undefined` if it has errors.
   */
  readonly answer: (own: string) => Promise<string | undefined>
}

/** Serves `manifest.json` below `base` to every origin. */
export function serveManifest(middlewares: Connect.Server, { base, answer, ...settings }: ServeSettings): void {
  const originOf = createOriginReader(settings)
  allowCrossOriginReads(middlewares, base)
  middlewares.use((request, response, next) => {
    if (!isManifestRequest(request, base)) return next()
    // an error must not reach Vite, because its error page quotes source code
    Promise.resolve()
      .then(() => answer(new URL(`${base}manifest.json`, originOf(request)).href))
      .then(
        (text) => (text === undefined ? sendFailure(response) : sendManifest(response, text)),
        (error: unknown) => {
          settings.logger.error(`[haiilo-manifest] The manifest could not be served: ${errorReason(error)}`)
          sendFailure(response)
        },
      )
  })
}

function sendManifest(response: ServerResponse, text: string): void {
  response.writeHead(200, { ...HEADERS, 'content-type': 'application/json' })
  response.end(text)
}

/** The reason may quote source code, so only the terminal and the overlay show it. */
function sendFailure(response: ServerResponse): void {
  response.writeHead(500, { ...HEADERS, 'content-type': 'text/plain; charset=utf-8' })
  response.end(FAILED)
}

const HEADERS = { 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' }
const FAILED = 'The manifest has errors. The terminal and the page of the plug-in show them.'

/** Returns the origin that a client sees, and warns once about a forwarded host that is not allowed. */
function createOriginReader({
  origin: given,
  allowedHosts,
  logger,
}: Omit<ServeSettings, 'base' | 'answer'>): (request: IncomingMessage) => string {
  let hasWarned = false
  return (request) => {
    if (given !== undefined) return given
    const { origin, refusedHost } = clientOrigin(request, allowedHosts)
    if (refusedHost !== undefined && !hasWarned) {
      hasWarned = true
      logger.warn(
        `[haiilo-manifest] A proxy forwarded a request for the manifest from "${refusedHost}". The addresses in the manifest start with ${origin}, ` +
          'because server.allowedHosts does not contain that host. If it is your tunnel, add it to server.allowedHosts.',
      )
    }
    return origin
  }
}
