import type { TokenVerifierOptions } from '@haiilo-kit/core/token'
import { SpanKind } from '@opentelemetry/api'
import { createApiAccess, type ApiAccess } from '../api/api-access.js'
import { boundedFetch } from '../api/bounded-fetch.js'
import { createHaiiloApi, type HaiiloApi } from '../api/haiilo-api.js'
import { createTokenEndpoint, type ClientAuthentication } from '../api/token-endpoint.js'
import { BackendError, refusalOf } from '../errors.js'
import { bearerToken } from '../http/bearer-token.js'
import { answer, headersFor, refuse } from '../http/respond.js'
import { callSafely } from '../lib/call-safely.js'
import { fetchOf } from '../lib/local-fetch.js'
import { withDeadline } from '../lib/with-deadline.js'
import { createEventProcessor, InstallRefusedError } from '../lifecycle/event-processor.js'
import type { EventName } from '../lifecycle/events.js'
import type { LifecycleHandlers } from '../lifecycle/handlers.js'
import { safeLog, type Log } from '../observe/log.js'
import { createTelemetry } from '../observe/telemetry.js'
import type { SecretBox } from '../secrets/secret-box.js'
import type { HaiiloStore, Installation } from '../store/haiilo-store.js'
import type { HaiiloUser } from '../token/haiilo-user.js'
import { createPluginTokenVerifier, type VerifyPluginTokenOptions } from '../token/plugin-token-verifier.js'
import { createServerTokenVerifier } from '../token/server-token-verifier.js'
import { routesOf, type BackendManifest } from './routes.js'
import { createRunningWork } from './running-work.js'
import { createWriteProbe } from './write-probe.js'

/** How the API of tenants is called. */
export interface ApiOptions {
  /**
   * The path for notifications, relative to the tenant's base URL, such as `api/plugins/{pluginId}/instances/{instanceId}/notifications`. The
   * path is not public. The vendor knows it.
   */
  readonly notificationPath?: string
  /** How the client secret is sent. Default: `basic`. */
  readonly clientAuthentication?: ClientAuthentication
  /** The first pause before a request is repeated, in milliseconds. Default: 500. */
  readonly retryDelay?: number
}

/** The options of `createHaiiloBackend`. */
export interface HaiiloBackendOptions extends TokenVerifierOptions {
  /** The manifest of the plug-in. `lifecycle.url` and `apiAccess.url` are the paths of the back end. */
  readonly manifest: BackendManifest
  /** Where installations are kept: `sqliteStore(file)` on one machine, `postgresStore(url)` on several. */
  readonly store: HaiiloStore
  /** The handlers of lifecycle events. */
  readonly on?: LifecycleHandlers
  /** Encrypts secrets of the API in the store. Required if the manifest has `apiAccess`. */
  readonly secrets?: SecretBox
  readonly api?: ApiOptions
  /** The largest body of an event, in bytes. Default: 65,536. */
  readonly maxBodyBytes?: number
  /** How long the body of an event may take, in milliseconds. Default: 10,000. */
  readonly bodyTimeout?: number
  /** How long a handler may take, in milliseconds. The host waits 30 s. Default: 25,000. */
  readonly handlerTimeout?: number
  /** The path that says whether the back end works. Default: `/healthz`. */
  readonly healthPath?: string
  /** Gets structured entries. Default: none. */
  readonly log?: Log
  /** Gets the errors that handlers throw, and failures of the store with their cause. They can contain your own data. Default: `console.error`. */
  readonly onError?: (error: unknown) => void
}

/** The back end of a plug-in: a web-standard handler with its functions. */
export interface HaiiloBackend {
  /** Answers lifecycle events and the health check. Never rejects. All other paths are answered with 404. */
  (request: Request): Promise<Response>
  /** The same handler, for runtimes that expect `export default { fetch }`. */
  readonly fetch: (request: Request) => Promise<Response>
  /** The paths that the handler answers. */
  readonly paths: readonly string[]
  /**
   * Verifies the user of a request by its `Authorization` header.
   *
   * @throws {TokenRejectedError} The token is not valid.
   * @throws {BackendError} `ERR_TOKEN_MISSING`, `ERR_TOKEN_AMBIGUOUS`, `ERR_TENANT_UNKNOWN`, `ERR_STORE_UNAVAILABLE`, `ERR_STORE_VERSION`,
   *   `ERR_SHUTTING_DOWN`
   */
  readonly authenticate: (request: Request, options?: VerifyPluginTokenOptions) => Promise<HaiiloUser>
  /** Verifies a token that was sent in another way. Throws like `authenticate`. */
  readonly verifyPluginToken: (token: string, options?: VerifyPluginTokenOptions) => Promise<HaiiloUser>
  /** The API of a tenant. */
  readonly haiiloApi: (installation: Installation) => HaiiloApi
  /**
   * Answers new requests with 503, waits for running events, handlers and notifications, and closes the store. Close your HTTP server before:
   * then your own routes can use the back end until they have finished.
   *
   * @param options.timeout The longest time to wait in all, in milliseconds. Default: 30,000.
   */
  readonly close: (options?: { readonly timeout?: number }) => Promise<void>
}

/**
 * Creates the back end of a plug-in. It knows which tenants have installed the plug-in, verifies their users, and calls their API.
 *
 * @throws {TypeError} An option is missing or invalid.
 * @example
 * ```ts
 * const backend = createHaiiloBackend({ manifest, store: sqliteStore('haiilo.db') })
 * ```
 */
export function createHaiiloBackend(options: HaiiloBackendOptions): HaiiloBackend {
  const { manifest, store, secrets, healthPath = '/healthz', clock = Date.now } = options
  const routes = routesOf(manifest, healthPath)
  if (manifest.apiAccess && !secrets) {
    throw new TypeError(
      'secrets: required for `apiAccess` of the manifest. Pass secretBox(process.env.HAIILO_SECRET_KEYS).',
    )
  }
  const log = safeLog(options.log ?? (() => undefined))
  const telemetry = createTelemetry()
  const work = createRunningWork()
  const fetcher = fetchOf(options)
  const verifier = createServerTokenVerifier(options)
  const users = createPluginTokenVerifier(options, verifier, (isKnown) =>
    telemetry.countToken(isKnown ? 'known' : 'verified'),
  )
  const authentication = options.api?.clientAuthentication ?? 'basic'
  const apiAccess =
    secrets &&
    createApiAccess({
      store,
      secrets,
      tokenEndpoint: createTokenEndpoint(boundedFetch(fetcher, 'read'), clock, authentication),
      fetch: boundedFetch(fetcher, 'ignored'),
      clock,
      telemetry,
      log,
    })
  const processEvent = createEventProcessor({
    store,
    verifier,
    on: options.on ?? {},
    limits: { maxBytes: options.maxBodyBytes ?? 65_536, timeout: options.bodyTimeout ?? 10_000 },
    handlerTimeout: options.handlerTimeout ?? 25_000,
    api: apiAccess,
    onError: report,
    track: work.track,
  })
  const isWritable = createWriteProbe(store, HEALTH_LIMIT, (error) => {
    const { code } = refusalOf(error)
    reportFault(error, code)
    log({ level: 'error', action: 'health', code, status: 200 })
  })
  let closing: Promise<void> | undefined

  /** Reports what only the operator can repair. The answer and the log contain no more than a code. */
  function reportFault(error: unknown, code: string): void {
    if (FAULTS.includes(code)) report(error)
  }

  function report(error: unknown): void {
    callSafely(options.onError ?? console.error, error)
  }

  async function answerEvent(event: EventName, request: Request): Promise<Response> {
    const started = performance.now()
    const done = (level: 'info' | 'warn' | 'error', status: number, outcome: string, code?: string): void => {
      telemetry.countEvent(event, code ?? outcome)
      const duration = performance.now() - started
      log({ level, action: 'event', event, status, outcome, duration, ...(code !== undefined && { code }) })
    }
    try {
      if (request.method !== 'POST') throw new BackendError('ERR_METHOD_NOT_ALLOWED', 'Events are sent with POST.')
      const outcome = await telemetry.span(
        'haiilo.event',
        { 'haiilo.event': event },
        () => processEvent(event, request),
        SpanKind.SERVER,
      )
      done('info', 201, outcome)
      return answer(201, {})
    } catch (error) {
      const { code, status } = refusalOf(error)
      reportFault(error, code)
      done(status >= 500 ? 'error' : 'warn', status, 'failed', code)
      const message = error instanceof InstallRefusedError ? error.reason : `The event failed: ${code}`
      // the format that the host documents
      return answer(status, { code: status, message }, headersFor(status, 'POST'))
    }
  }

  async function answerHealth({ method }: Request): Promise<Response> {
    try {
      if (method !== 'GET' && method !== 'HEAD') throw new BackendError('ERR_METHOD_NOT_ALLOWED', 'Use GET.')
      const ping = await withDeadline(() => store.ping(), HEALTH_LIMIT)
      if (ping.isLate)
        throw new BackendError('ERR_STORE_UNAVAILABLE', `The store did not answer in ${HEALTH_LIMIT} ms.`)
      // also 200 if it cannot be written: it still verifies users, and another server would not have another store
      return answer(200, { status: (await isWritable()) ? 'ok' : 'read-only' })
    } catch (error) {
      const { code, status } = refusalOf(error)
      reportFault(error, code)
      log({ level: status >= 500 ? 'error' : 'warn', action: 'health', code, status })
      return answer(status, { error: code }, headersFor(status, 'GET, HEAD'))
    }
  }

  async function route(request: Request): Promise<Response> {
    const wanted = routes.get(new URL(request.url).pathname)
    if (!wanted) return refuse({ code: 'ERR_ROUTE_UNKNOWN', status: 404 })
    if (closing) return refuse({ code: 'ERR_SHUTTING_DOWN', status: 503 })
    return wanted.type === 'health' ? answerHealth(request) : answerEvent(wanted.event, request)
  }

  async function handle(request: Request): Promise<Response> {
    const answering = route(request)
    work.track(answering)
    return answering
  }

  async function verifyUser(
    token: () => string,
    verifyOptions: VerifyPluginTokenOptions | undefined,
  ): Promise<HaiiloUser> {
    try {
      if (closing) throw new BackendError('ERR_SHUTTING_DOWN', 'The server is shutting down.')
      return await users.verify(token(), verifyOptions)
    } catch (error) {
      const { code, status } = refusalOf(error)
      reportFault(error, code)
      telemetry.countToken(code)
      log({ level: status >= 500 ? 'error' : 'warn', action: 'authenticate', code, status })
      throw error
    }
  }

  async function close(timeout: number): Promise<void> {
    const started = performance.now()
    await work.settled(timeout)
    // a database that does not answer may not confirm the end, either
    await withDeadline(() => store.close(), Math.max(0, timeout - (performance.now() - started)))
    log({ level: 'info', action: 'close' })
  }

  return Object.assign(handle, {
    fetch: handle,
    paths: [...routes.keys()],
    authenticate: (request: Request, verifyOptions?: VerifyPluginTokenOptions) =>
      verifyUser(() => bearerToken(request), verifyOptions),
    verifyPluginToken: (token: string, verifyOptions?: VerifyPluginTokenOptions) =>
      verifyUser(() => token, verifyOptions),
    haiiloApi: createHaiiloApi({
      access: apiAccess ?? NO_API,
      fetch: boundedFetch(fetcher, 'ignored'),
      notificationPath: options.api?.notificationPath,
      retryDelay: options.api?.retryDelay ?? 500,
      telemetry,
      log,
      track: work.track,
    }),
    close: ({ timeout = 30_000 } = {}) => (closing ??= close(timeout)),
  })
}

/** How long `/healthz` waits for the store, in milliseconds. */
const HEALTH_LIMIT = 5000

/** The codes of failures that `onError` gets. */
const FAULTS: readonly string[] = ['ERR_STORE_UNAVAILABLE', 'ERR_STORE_VERSION', 'ERR_UNEXPECTED']

const NO_API: ApiAccess = {
  redeem: () => Promise.resolve(undefined),
  credentials: () =>
    Promise.reject(
      new BackendError('ERR_API_ACCESS_MISSING', 'The manifest has no `apiAccess`, or the back end has no `secrets`.'),
    ),
}
