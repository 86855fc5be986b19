import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Plugin } from 'vite'

/** The path of the back end, on the origin of the page that runs the tests. */
export const BACK_END = '/__back-end/'

/** A request that the back end received. */
export interface ReceivedRequest {
  readonly method: string
  readonly path: string
  readonly cookie: string | undefined
  readonly authorization: string | undefined
  readonly contentType: string | undefined
  readonly body: string
  /** Whether the page aborted the request before the response was complete. */
  aborted: boolean
}

/**
 * A back end on the test server, and therefore on the page's own origin, where browsers send cookies and follow redirects by default. The
 * first segment of each path is the name of a test. The path `log` returns the requests of that test.
 */
export function backEnd(): Plugin {
  const received = new Map<string, ReceivedRequest[]>()

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '', 'http://localhost')
    const [name = '', path = ''] = pathname.slice(1).split('/')
    const log = received.get(name) ?? []
    received.set(name, log)
    if (path === 'log') return void response.end(JSON.stringify(log))
    const { headers, method = '' } = request
    const entry: ReceivedRequest = {
      method,
      path: request.url ?? '',
      cookie: headers.cookie,
      authorization: headers.authorization,
      contentType: headers['content-type'],
      body: await textOf(request),
      aborted: false,
    }
    log.push(entry)
    response.on('close', () => (entry.aborted = !response.writableFinished))
    ANSWERS[path]?.(response, entry, log)
  }

  return {
    name: 'back-end',
    configureServer({ middlewares }) {
      middlewares.use(BACK_END.slice(0, -1), (request, response, next) => void serve(request, response).catch(next))
    },
  }
}

const JSON_TYPE = { 'content-type': 'application/json' }

const ANSWERS: Record<
  string,
  (response: ServerResponse, entry: ReceivedRequest, log: readonly ReceivedRequest[]) => void
> = {
  echo: (response, entry) => response.writeHead(200, JSON_TYPE).end(JSON.stringify(entry)),
  redirect: (response) => response.writeHead(302, { location: 'echo' }).end(),
  expired: (response, { authorization }, [first]) =>
    response.writeHead(authorization === first?.authorization ? 401 : 200, JSON_TYPE).end('{"dish":"soup"}'),
  never: (response) => response.writeHead(200, { 'content-type': 'text/plain' }).write('soup'),
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('latin1')
}
