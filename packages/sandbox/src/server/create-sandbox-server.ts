import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createKeyServer } from '@haiilo-kit/simulator/key-server'
import sirv from 'sirv'
import { HOSTS } from '../contract/hosts.js'
import { eventUrls } from '../contract/event-urls.js'
import { PATHS } from '../contract/paths.js'
import type { PluginState } from '../contract/plugin-state.js'
import { checkPage } from './check-page.js'
import { createTenants } from './create-tenants.js'
import { createEventStream } from './event-stream.js'
import { HttpError, readJson, sendJson } from './json.js'
import { eventToSend } from './event-to-send.js'
import { linkFragment } from './link-fragment.js'
import { manifestPages } from './manifest-pages.js'
import { PAGE_FOLDER, PAGE_POLICY, pageHeaders } from './page-files.js'
import { requireKnownHost, requireSameOrigin, requireServer, requireTenant } from './request-guards.js'
import { createSetupFile } from './setup-file.js'

/** The port if the caller sets none. */
const DEFAULT_PORT = 4400

/** How many ports after the default one it tries. */
const MORE_PORTS = 9

/** The options of `createSandboxServer`. */
export interface SandboxServerOptions {
  /** Default: 4400, or the next free one up to 4409. */
  readonly port?: number | undefined
  /** Absolute path of the file for the set-up of the page, usually `.haiilo/sandbox.json` in the project. Default: the set-up is not saved. */
  readonly setupFile?: string | undefined
  /** Called if the set-up file cannot be read or written. Default: `console.warn`. */
  readonly onWarning?: ((message: string) => void) | undefined
}

/** A running server of the sandbox. */
export interface SandboxServer {
  /** Address of the page: `http://home.localhost:4400/`. */
  readonly url: string
  readonly port: number
  /** Shows another plug-in, or another state of the same one, on all open pages. */
  readonly show: (plugin: PluginState) => void
  /**
   * Returns the address that shows a page of the plug-in. Without such a page in the manifest, returns {@link SandboxServer.url}.
   *
   * @param page The absolute URL of an entry point or of its configuration view.
   */
  readonly linkTo: (page: string) => string
  /** Closes all connections. Resolves when the port is free. */
  readonly close: () => Promise<void>
}

type Route = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

const NO_PLUGIN: PluginState = {
  manifest: undefined,
  manifestUrl: undefined,
  findings: [],
  problem: 'The manifest has not been read yet.',
}

/**
 * Starts the server of the sandbox. It serves the page, the simulator's key server and the data for the page. It listens only on the
 * loopback interface and answers only requests for its own hosts. It signs only lifecycle events, and sends them only to the URLs in the
 * manifest.
 *
 * @returns The server, once it listens.
 * @throws {Error} The port is in use.
 * @example
 * ```ts
 * const sandbox = await createSandboxServer()
 * sandbox.show({ manifest, manifestUrl: 'http://localhost:5173/manifest.json', findings: [] })
 * console.log(sandbox.url)
 * ```
 */
export async function createSandboxServer({
  port,
  setupFile,
  onWarning = console.warn,
}: SandboxServerOptions = {}): Promise<SandboxServer> {
  const keyServer = createKeyServer()
  const events = createEventStream()
  const setup = createSetupFile(setupFile, onWarning)
  const servePage = sirv(PAGE_FOLDER, { dev: true, setHeaders: setHeaders(PAGE_POLICY) })
  const serveWrapper = sirv(PAGE_FOLDER, { dev: true, setHeaders: setHeaders(WRAPPER_POLICY) })
  let plugin = NO_PLUGIN
  const tenants = createTenants({
    port: () => portOf(server),
    accessTokenUrl: () => eventUrls(plugin).get('access_token'),
    onEntry: (entry) => events.send('back-end', entry),
  })

  const routes: Readonly<Record<string, Route>> = {
    [`GET ${PATHS.plugin}`]: (_, response) => sendJson(response, 200, plugin),
    [`GET ${PATHS.events}`]: (_, response) => events.add(response, 'plugin', plugin),
    async [`GET ${PATHS.setup}`](_, response) {
      const saved = await setup.read()
      if (saved === undefined) response.writeHead(204).end()
      else sendJson(response, 200, saved)
    },
    async [`PUT ${PATHS.setup}`](request, response) {
      await setup.write(await readJson(request))
      response.writeHead(204).end()
    },
    async [`POST ${PATHS.check}`](request, response) {
      const { url } = await readJson(request)
      if (typeof url !== 'string' || !manifestPages(plugin).has(url))
        throw new HttpError(400, 'The manifest does not contain this URL.')
      sendJson(response, 200, await checkPage(url, `http://${request.headers.host ?? ''}`))
    },
    async [`POST ${PATHS.send}`](request, response) {
      const tenant = requireTenant(request)
      sendJson(response, 200, await tenants.send(tenant, eventToSend(await readJson(request), plugin)))
    },
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const host = requireKnownHost(request)
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    if (host === 'wrapper') {
      const isServed = pathname === PATHS.wrapper || pathname.startsWith(PATHS.assets)
      return isServed ? serveWrapper(request, response, notFound(response)) : notFound(response)()
    }
    if (isKeyDocument(pathname)) return sendKey(request, response, pathname)
    if (pathname.startsWith(PATHS.api)) {
      requireServer(request)
      return tenants.answerApi(request, response)
    }
    const route = routes[`${request.method} ${pathname}`]
    if (route) {
      requireSameOrigin(request)
      return route(request, response)
    }
    if (host === 'tenant') return keyServer(request, response, () => servePage(request, response, notFound(response)))
    // on localhost, this page would be same-site with a plug-in on localhost, which a tenant never is
    response.writeHead(302, { location: addressOf(server) }).end()
  }

  /** Every client on this machine may read public keys, also by the name `localhost`. */
  async function sendKey(request: IncomingMessage, response: ServerResponse, pathname: string): Promise<void> {
    if (pathname !== PATHS.key) return keyServer(request, response, notFound(response))
    sendJson(response, 200, await tenants.keyDocument(), 'cross-origin')
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (response.headersSent) return response.destroy()
      const known = error instanceof HttpError ? error : new HttpError(500, 'The server of the sandbox failed.')
      sendJson(response, known.status, { message: known.message })
    })
  })
  await listen(server, port)

  return {
    url: addressOf(server),
    port: portOf(server),
    show(next) {
      plugin = next
      events.send('plugin', next)
    },
    linkTo: (page) => addressOf(server) + linkFragment(page, plugin),
    async close() {
      events.close()
      await closeServer(server)
      await setup.settled()
    },
  }
}

/** Where the key server of the simulator serves key documents. */
const KEY_DOCUMENTS = '/__haiilo-simulator/keys/'

function isKeyDocument(pathname: string): boolean {
  return pathname === PATHS.key || pathname.startsWith(KEY_DOCUMENTS)
}

/** Only the pages of the tenants may embed the wrapper page. */
const WRAPPER_POLICY = [
  "default-src 'self'",
  'frame-src *',
  "base-uri 'none'",
  "form-action 'none'",
  `frame-ancestors http://${HOSTS.first}:* http://${HOSTS.second}:*`,
].join('; ')

function setHeaders(policy: string): (response: ServerResponse) => void {
  return (response) => {
    for (const [name, value] of Object.entries(pageHeaders(policy))) response.setHeader(name, value)
  }
}

function notFound(response: ServerResponse): () => void {
  return () => sendJson(response, 404, { message: 'This file does not exist.' })
}

/** @throws {Error} The port is in use. */
async function listen(server: Server, port: number | undefined): Promise<void> {
  const last = DEFAULT_PORT + MORE_PORTS
  for (let candidate = port ?? DEFAULT_PORT; candidate <= (port ?? last); candidate += 1) {
    if (await tryToListen(server, candidate)) return
  }
  throw new Error(
    port === undefined
      ? `The ports ${DEFAULT_PORT} to ${last} are in use. Choose another port.`
      : `Port ${port} is in use. Stop the other program, or choose another port.`,
  )
}

/** @returns Whether it listens; `false` if the port is in use. */
async function tryToListen(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException): void => {
      if (error.code === 'EADDRINUSE') resolve(false)
      else reject(error)
    }
    server.once('error', onError)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', onError)
      resolve(true)
    })
  })
}

/** Closes a server and its connections. Resolves when its port is free. */
export async function closeServer(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

function addressOf(server: Server): string {
  return `http://${HOSTS.first}:${portOf(server)}/`
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port
}
