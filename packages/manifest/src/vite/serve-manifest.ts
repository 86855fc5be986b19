import type { IncomingMessage } from 'node:http'
import type { Connect } from 'vite'

/** What is answered to whoever asks for the manifest. */
export interface ManifestAnswer {
  readonly status: 200 | 500
  /** The manifest, or what is wrong with it. */
  readonly text: string
}

/** What a server with the manifest has to know. */
export interface ServeSettings {
  /** A path, as Vite has it while it serves. */
  readonly base: string
  /** The origin that the project says it is reached under. */
  readonly origin: string | undefined
  /** @param own Where the manifest lies for whoever asks. */
  readonly answer: (own: string) => Promise<ManifestAnswer>
}

/** Answers for `manifest.json` below `base`, whoever asks: Haiilo Home and sandboxes are of other origins. */
export function serveManifest({ base, origin, answer }: ServeSettings): Connect.NextHandleFunction {
  return (request, response, next) => {
    if (!asksForManifest(request, base)) return next()
    answer(new URL(`${base}manifest.json`, origin ?? originOf(request)).href)
      .then(({ status, text }) => {
        response.writeHead(status, {
          'content-type': status === 200 ? 'application/json' : 'text/plain; charset=utf-8',
          'access-control-allow-origin': '*',
          'cache-control': 'no-cache',
          'x-content-type-options': 'nosniff',
        })
        response.end(text)
      })
      .catch(next)
  }
}

/** Lets everybody read the manifest that was built; the preview server itself sends it. */
export function openManifest(base: string): Connect.NextHandleFunction {
  return (request, response, next) => {
    if (asksForManifest(request, base)) response.setHeader('access-control-allow-origin', '*')
    next()
  }
}

function asksForManifest({ method, url = '' }: IncomingMessage, base: string): boolean {
  return (method === 'GET' || method === 'HEAD') && url.replace(/[?#].*$/s, '') === `${base}manifest.json`
}

/** As seen from outside: a tunnel, which a plug-in needs to be seen in a real Haiilo Home, ends TLS before it reaches us. */
function originOf({ headers, socket }: IncomingMessage): string {
  const host = headers.host ?? headers[':authority']
  const isSecure = 'encrypted' in socket || headers['x-forwarded-proto'] === 'https'
  return URL.parse(`${isSecure ? 'https' : 'http'}://${String(host)}`)?.origin ?? 'http://localhost'
}
