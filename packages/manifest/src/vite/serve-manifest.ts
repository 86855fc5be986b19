import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Connect } from 'vite'
import { clientOrigin, type AllowedHosts } from './client-origin.js'

/** What a server with the manifest has to know. */
export interface ServeSettings {
  /** A path, as Vite has it while it serves. */
  readonly base: string
  /** The origin that the project says it is reached under. */
  readonly origin: string | undefined
  /** The hosts that a proxy may name as the one that the client uses. */
  readonly allowedHosts: AllowedHosts
  /** Prints what the developer has to know. */
  readonly warn: (message: string) => void
  /**
   * @param own The address of the manifest, as the client sees it.
   * @returns The text of the manifest; `undefined` if it has errors.
   */
  readonly answer: (own: string) => Promise<string | undefined>
}

/** Serves `manifest.json` below `base`. Every origin may read it: Haiilo Home and sandboxes run on origins of their own. */
export function serveManifest({ base, answer, ...settings }: ServeSettings): Connect.NextHandleFunction {
  const originOf = createOriginReader(settings)
  return (request, response, next) => {
    if (!asksForManifest(request, base)) return next()
    answer(new URL(`${base}manifest.json`, originOf(request)).href)
      .then((text) => (text === undefined ? sendFailure(response) : sendManifest(response, text)))
      .catch(next)
  }
}

function sendManifest(response: ServerResponse, text: string): void {
  response.writeHead(200, { ...HEADERS, 'content-type': 'application/json', 'access-control-allow-origin': '*' })
  response.end(text)
}

/** The reason may quote source code, so it is shown in the terminal and on the page only. */
function sendFailure(response: ServerResponse): void {
  response.removeHeader('access-control-allow-origin')
  response.writeHead(500, { ...HEADERS, 'content-type': 'text/plain; charset=utf-8' })
  response.end(FAILED)
}

const HEADERS = { 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' }
const FAILED = 'The manifest has errors. The terminal and the page of the plug-in show them.'

/** Lets every origin read the manifest that was built. The preview server sends it, and an error response stays private. */
export function openManifest(base: string): Connect.NextHandleFunction {
  return (request, response, next) => {
    if (asksForManifest(request, base)) openSuccess(response)
    next()
  }
}

/** Whether there is a manifest is known only when the status is written. */
function openSuccess(response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response) as (...parts: unknown[]) => ServerResponse
  response.writeHead = (status: number, ...rest: unknown[]) => {
    if (SUCCESS.includes(status)) response.setHeader('access-control-allow-origin', '*')
    return writeHead(status, ...rest)
  }
}

/** Whole, in part, and unchanged since the last request. */
const SUCCESS = [200, 206, 304]

function asksForManifest({ method, url = '' }: IncomingMessage, base: string): boolean {
  return (method === 'GET' || method === 'HEAD') && url.replace(/[?#].*$/s, '') === `${base}manifest.json`
}

/** Tells the origin that a client sees, and warns of the first proxy whose host does not count. */
function createOriginReader({
  origin: given,
  allowedHosts,
  warn,
}: Omit<ServeSettings, 'base' | 'answer'>): (request: IncomingMessage) => string {
  let hasWarned = false
  return (request) => {
    if (given !== undefined) return given
    const { origin, refusedHost } = clientOrigin(request, allowedHosts)
    if (refusedHost !== undefined && !hasWarned) {
      hasWarned = true
      warn(
        `[haiilo-manifest] A proxy forwarded a request for the manifest from "${refusedHost}". The manifest names its pages by ${origin}, ` +
          'because server.allowedHosts does not contain that host. If it is your tunnel, add it to server.allowedHosts.',
      )
    }
    return origin
  }
}
