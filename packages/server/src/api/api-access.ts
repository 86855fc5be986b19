import { BackendError, isBackendError, refusalOf } from '../errors.js'
import { CLOCK_DIFFERENCE } from '../lifecycle/decide.js'
import type { InstallationEvent } from '../lifecycle/events.js'
import type { ApiRequestKind, Log } from '../observe/log.js'
import type { Telemetry } from '../observe/telemetry.js'
import type { SecretBox } from '../secrets/secret-box.js'
import type { HaiiloStore, Installation, Lease, StoreChange } from '../store/haiilo-store.js'
import { readGrant, type ApiGrant } from './api-grant.js'
import type { ApiTokens, TokenEndpoint } from './token-endpoint.js'

/** What is stored, encrypted, for the API of a tenant. */
export interface ApiCredentials extends Omit<ApiGrant, 'code'>, ApiTokens {
  /** When the host issued the event with the client secret. Seconds since 1970. */
  readonly eventAt: number
  /** When the back end requested another `access_token`, because the tenant refused the tokens. Milliseconds since 1970. */
  readonly triggeredAt?: number | undefined
}

/** Keeps a valid access token for each installation, across all processes. */
export interface ApiAccess {
  /**
   * Redeems the code of an `access_token` event.
   *
   * @returns The change to store, or `undefined` if this code was redeemed before, or that of a newer event.
   */
  readonly redeem: (event: InstallationEvent, signal: AbortSignal) => Promise<StoreChange | undefined>
  /**
   * Returns credentials with a valid access token. Of all processes, one refreshes it, and the others wait.
   *
   * @param rejected An access token that the API has refused. It is refreshed even if it seems valid.
   * @throws {BackendError} `ERR_API_ACCESS_MISSING`, `ERR_API_UNAVAILABLE`, `ERR_SECRET_UNREADABLE`, `ERR_STORE_UNAVAILABLE`
   */
  readonly credentials: (installation: Installation, rejected?: string) => Promise<ApiCredentials>
}

export interface ApiAccessSettings {
  readonly store: HaiiloStore
  readonly secrets: SecretBox
  readonly tokenEndpoint: TokenEndpoint
  readonly fetch: typeof fetch
  /** Milliseconds since 1970. */
  readonly clock: () => number
  readonly telemetry: Telemetry
  readonly log: Log
}

/** Longer than a request can take, so that a slow refresh is not repeated by another process. */
const LEASE_DURATION = 30_000
/** How long to try to store new tokens, because the old refresh token may be used up. Together with a request less than the lease. */
const STORE_LIMIT = 15_000
/** The shortest time between two requests for `access_token`, in milliseconds. */
const TRIGGER_INTERVAL = 60_000
/** How long to wait for the refresh of another process, and how often to look. In milliseconds. */
const WAIT_LIMIT = 35_000
const POLL_INTERVAL = 100

export function createApiAccess(settings: ApiAccessSettings): ApiAccess {
  const { store, secrets, tokenEndpoint, clock, telemetry, log } = settings
  const running = new Map<string, Promise<ApiCredentials>>()

  async function read(installation: Installation): Promise<ApiCredentials | undefined> {
    const sealed = await store.findCredentials(installation)
    // only this package writes the text, and the encryption protects it against changes
    return sealed === undefined
      ? undefined
      : (JSON.parse(await secrets.open(sealed, purposeOf(installation))) as ApiCredentials)
  }

  async function changeTo(installation: Installation, credentials: ApiCredentials): Promise<StoreChange> {
    const sealed = await secrets.seal(JSON.stringify(credentials), purposeOf(installation))
    return { type: 'credentials', installation, sealed }
  }

  async function readExisting(installation: Installation): Promise<ApiCredentials> {
    const credentials = await read(installation)
    if (credentials) return credentials
    throw new BackendError(
      'ERR_API_ACCESS_MISSING',
      'The tenant has not sent `access_token`, or has uninstalled the plug-in. Check `apiAccess` in the manifest.',
    )
  }

  function isUsable({ accessToken, refreshAt }: ApiCredentials, rejected: string | undefined): boolean {
    return accessToken !== rejected && refreshAt > clock()
  }

  /** Whether a request for `access_token` was sent a short time ago. One for each call would lead to many events. */
  function isAwaited({ triggeredAt }: ApiCredentials): boolean {
    return triggeredAt !== undefined && Math.abs(clock() - triggeredAt) < TRIGGER_INTERVAL
  }

  async function refreshAcrossProcesses(
    installation: Installation,
    rejected: string | undefined,
  ): Promise<ApiCredentials> {
    const deadline = performance.now() + WAIT_LIMIT
    while (performance.now() < deadline) {
      const lease = await store.acquire(apiLeaseKey(installation), LEASE_DURATION)
      try {
        // another process may have refreshed it since the last look
        const known = await readExisting(installation)
        if (isUsable(known, rejected)) return known
        if (isAwaited(known)) throw awaited()
        if (lease) {
          const renewed = await renew(known)
          if (await commitSoon(lease, await changeTo(installation, renewed))) {
            if (renewed.triggeredAt === undefined) return renewed
            // the lease has ended, because the host can send the event before it answers
            await trigger(renewed)
            throw awaited()
          }
        }
      } finally {
        if (lease) await store.release(lease).catch(() => undefined)
      }
      await pause()
    }
    throw new BackendError('ERR_API_UNAVAILABLE', 'Another process did not finish to refresh the access token.')
  }

  /** Returns credentials with new tokens. If the tenant refuses, with the time of the request for `access_token`. */
  async function renew(known: ApiCredentials): Promise<ApiCredentials> {
    try {
      if (known.refreshToken === undefined) throw new BackendError('ERR_API_TOKEN', 'There is no refresh token.')
      const { refreshToken } = known
      const tokens = await telemetry.span('haiilo.api token', {}, () => tokenEndpoint.refresh(known, refreshToken))
      record('token', 'refreshed')
      return { ...known, ...tokens, triggeredAt: undefined }
    } catch (error) {
      record('token', refusalOf(error).code)
      if (!isBackendError(error) || error.code !== 'ERR_API_TOKEN') throw error
      return { ...known, triggeredAt: clock() }
    }
  }

  /** Stores a change, even if the store is down for a moment. */
  async function commitSoon(lease: Lease, change: StoreChange): Promise<boolean> {
    const deadline = performance.now() + STORE_LIMIT
    for (;;) {
      try {
        return await store.commit(lease, change)
      } catch (error) {
        if (performance.now() > deadline) throw error
        await pause()
      }
    }
  }

  /** Asks the host to send the event again. */
  async function trigger({ trigger: wanted }: ApiCredentials): Promise<void> {
    if (!wanted) return
    const { url, method, body } = wanted
    const hasBody = body !== undefined && method !== 'GET'
    try {
      const { ok } = await settings.fetch(url, {
        method,
        ...(hasBody && { body, headers: { 'content-type': 'application/json' } }),
      })
      record('trigger', ok ? 'sent' : 'refused')
    } catch {
      record('trigger', 'unreachable')
    }
  }

  /** @param result An outcome, or the code of a failure. */
  function record(kind: ApiRequestKind, result: string): void {
    telemetry.countApi(kind, result)
    const isCode = result.startsWith('ERR_')
    const isFailure = isCode || result === 'refused' || result === 'unreachable'
    log({
      level: isFailure ? 'warn' : 'info',
      action: 'api',
      kind,
      outcome: isCode ? 'failed' : result,
      ...(isCode && { code: result }),
    })
  }

  return {
    async redeem({ claims, issuer, tenantId, pluginId, eventAt }, signal) {
      const installation = { issuer, tenantId, pluginId }
      const { code, ...grant } = await readGrant(claims, issuer)
      // a stored secret that cannot be read is replaced
      const known = await read(installation).catch((error: unknown) => {
        if (isBackendError(error) && error.code === 'ERR_SECRET_UNREADABLE') return undefined
        throw error
      })
      // the client secret of an older event may be replaced already
      if (known && (known.codeHash === grant.codeHash || known.eventAt > eventAt + CLOCK_DIFFERENCE)) return undefined
      const tokens = await telemetry.span('haiilo.api token', {}, () =>
        tokenEndpoint.redeem({ ...grant, code }, signal),
      )
      record('token', 'redeemed')
      return changeTo(installation, { ...grant, ...tokens, eventAt })
    },
    async credentials(installation, rejected) {
      const known = await readExisting(installation)
      if (isUsable(known, rejected)) return known
      const name = purposeOf(installation)
      const refreshing =
        running.get(name) ?? refreshAcrossProcesses(installation, rejected).finally(() => running.delete(name))
      running.set(name, refreshing)
      return refreshing
    },
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, POLL_INTERVAL))
}

function awaited(): BackendError {
  return new BackendError(
    'ERR_API_ACCESS_MISSING',
    'The refresh token is no longer valid. The back end has requested `access_token` again. Try again later.',
  )
}

/** Held while the credentials change, so that an event and a refresh do not overwrite each other. */
export function apiLeaseKey(installation: Installation): string {
  return `api ${purposeOf(installation)}`
}

function purposeOf({ issuer, tenantId, pluginId }: Installation): string {
  return JSON.stringify([issuer, tenantId, pluginId])
}
