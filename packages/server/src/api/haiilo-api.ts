import { SpanKind } from '@opentelemetry/api'
import { BackendError, refusalOf } from '../errors.js'
import type { Log } from '../observe/log.js'
import type { Telemetry } from '../observe/telemetry.js'
import type { Installation } from '../store/haiilo-store.js'
import type { ApiAccess, ApiCredentials } from './api-access.js'
import { asFolder } from './api-grant.js'
import { notificationBody, type Notification } from './notification.js'
import { tenantUrl } from './tenant-url.js'

/** The API of one tenant, for one plug-in. */
export interface HaiiloApi {
  /**
   * Sends a notification to a user of the tenant. Repeats the request after 429 and 5xx, and if there was no connection, at most four times in
   * all. It is not repeated if the tenant got it and did not answer: the notification may have been sent, and the API has no id that would
   * prevent a second one.
   *
   * @throws {BackendError} `ERR_API_REFUSED`, `ERR_API_UNAVAILABLE`, `ERR_API_UNANSWERED`, `ERR_API_ACCESS_MISSING`
   * @throws {TypeError} The notification is not valid.
   */
  readonly notify: (notification: Notification, options?: { readonly signal?: AbortSignal }) => Promise<void>
}

export interface HaiiloApiSettings {
  readonly access: ApiAccess
  readonly fetch: typeof fetch
  /** With `{pluginId}` and `{instanceId}`, relative to the tenant's base URL. */
  readonly notificationPath: string | undefined
  /** The first pause before a request is repeated, in milliseconds. Each further pause is twice as long. */
  readonly retryDelay: number
  readonly telemetry: Telemetry
  readonly log: Log
  /** Delays the end of the server until the promise settles. */
  readonly track: (work: Promise<unknown>) => void
}

const MAX_ATTEMPTS = 4
/** The longest `Retry-After` that is waited for, in milliseconds. */
const MAX_PAUSE = 30_000

/** Creates the function that returns the API of an installation. */
export function createHaiiloApi(settings: HaiiloApiSettings): (installation: Installation) => HaiiloApi {
  const { access, notificationPath, retryDelay, telemetry, log, track } = settings

  return (installation) => {
    function notificationUrl({ baseUrl }: ApiCredentials, instanceId: string): string {
      if (notificationPath === undefined) {
        throw new TypeError(
          'notify: set `api.notificationPath`, for instance "api/plugins/{pluginId}/instances/{instanceId}/notifications". The vendor knows the path.',
        )
      }
      if (/^\.{0,2}$/.test(instanceId)) throw new TypeError('notify: instanceId is not valid.')
      const path = notificationPath
        .replaceAll('{pluginId}', () => encodeURIComponent(installation.pluginId))
        .replaceAll('{instanceId}', () => encodeURIComponent(instanceId))
      return tenantUrl(path, { base: asFolder(new URL(baseUrl)), issuer: installation.issuer }).href
    }

    async function send(instanceId: string, body: string, signal: AbortSignal | undefined): Promise<void> {
      let rejected: string | undefined
      for (let attempt = 1; ; attempt++) {
        const credentials = await untilAborted(access.credentials(installation, rejected), signal)
        const url = notificationUrl(credentials, instanceId)
        const response = await post(url, body, credentials.accessToken, signal)
        if (response?.ok) return
        const isFirstRefusal = response?.status === 401 && rejected === undefined
        if (isFirstRefusal) rejected = credentials.accessToken
        else if (response && response.status < 500 && response.status !== 429) throw refused(response.status)
        else if (attempt >= MAX_ATTEMPTS) throw unavailable()
        else await pause(pauseBefore(attempt, response), signal)
      }
    }

    async function post(url: string, body: string, token: string, signal?: AbortSignal): Promise<Response | undefined> {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
      try {
        return await settings.fetch(url, { method: 'POST', headers, body, ...(signal && { signal }) })
      } catch (error) {
        signal?.throwIfAborted()
        if (isUnconnected(error)) return undefined
        throw new BackendError(
          'ERR_API_UNANSWERED',
          'The API of the tenant did not answer. The notification may have been sent.',
        )
      }
    }

    function pauseBefore(attempt: number, response: Response | undefined): number {
      const wanted = retryAfter(response?.headers.get('retry-after') ?? '')
      // a random part keeps many servers from repeating at the same time
      const backOff = retryDelay * 2 ** (attempt - 1) * (1 + Math.random() / 2)
      if (wanted > MAX_PAUSE) throw unavailable()
      return Math.max(wanted, backOff)
    }

    async function notify(notification: Notification, signal: AbortSignal | undefined): Promise<void> {
      const body = JSON.stringify(notificationBody(notification))
      const started = performance.now()
      let outcome = 'sent'
      try {
        await telemetry.span(
          'haiilo.api notify',
          {},
          () => send(notification.instanceId, body, signal),
          SpanKind.CLIENT,
        )
      } catch (error) {
        outcome = refusalOf(error).code
        throw error
      } finally {
        telemetry.countApi('notify', outcome)
        const duration = performance.now() - started
        if (outcome === 'sent') log({ level: 'info', action: 'api', kind: 'notify', outcome, duration })
        else log({ level: 'warn', action: 'api', kind: 'notify', outcome: 'failed', code: outcome, duration })
      }
    }

    return {
      notify(notification, { signal } = {}) {
        const sending = notify(notification, signal)
        track(sending)
        return sending
      },
    }
  }
}

/**
 * Whether there was no connection, so that the tenant cannot have handled the request. Node says why a request failed. In other runtimes, no
 * request is repeated without an answer.
 */
function isUnconnected(error: unknown): boolean {
  const cause: unknown = error instanceof Error ? error.cause : undefined
  return typeof cause === 'object' && cause !== null && 'code' in cause && UNCONNECTED.includes(cause.code)
}

const UNCONNECTED: readonly unknown[] = [
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'UND_ERR_CONNECT_TIMEOUT',
]

/** Rejects when the signal aborts. The work goes on, because other callers can wait for it. */
async function untilAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work
  signal.throwIfAborted()
  let abort: (() => void) | undefined
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(signal.reason as Error)
    signal.addEventListener('abort', abort)
  })
  try {
    return await Promise.race([work, aborted])
  } finally {
    if (abort) signal.removeEventListener('abort', abort)
  }
}

/** Seconds or a date (RFC 9110 §10.2.3), as milliseconds from now. */
function retryAfter(value: string): number {
  if (/^\d+$/.test(value)) return Number(value) * 1000
  const at = Date.parse(value)
  return Number.isNaN(at) ? 0 : Math.max(0, at - Date.now())
}

async function pause(duration: number, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted()
  await new Promise<void>((resolve) => {
    const end = (): void => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, duration)
    signal?.addEventListener('abort', end)
  })
  signal?.throwIfAborted()
}

function refused(status: number): BackendError {
  return new BackendError(
    'ERR_API_REFUSED',
    `The API of the tenant refused the notification with the status ${status}.`,
  )
}

function unavailable(): BackendError {
  return new BackendError(
    'ERR_API_UNAVAILABLE',
    'The API of the tenant does not answer, or asks to wait longer than 30 s.',
  )
}
