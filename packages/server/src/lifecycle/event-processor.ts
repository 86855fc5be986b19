import { excerpt, type TokenVerifier } from '@haiilo-kit/core/token'
import { apiLeaseKey, type ApiAccess } from '../api/api-access.js'
import { BackendError, isBackendError } from '../errors.js'
import type { BodyLimits } from '../http/read-body.js'
import { tokenInBody } from '../http/token-in-body.js'
import { withDeadline } from '../lib/with-deadline.js'
import type { HaiiloStore, Lease, StoreChange } from '../store/haiilo-store.js'
import type { SqlStatement } from '../store/sql-database.js'
import { decide } from './decide.js'
import { readEvent, type EventName, type InstallationEvent, type InstanceEvent } from './events.js'
import { collectStatements } from './handler-statements.js'
import type { HandlerTools, LifecycleHandlers } from './handlers.js'

export interface EventProcessorSettings {
  readonly store: HaiiloStore
  readonly verifier: TokenVerifier
  readonly on: LifecycleHandlers
  readonly limits: BodyLimits
  /** In milliseconds. */
  readonly handlerTimeout: number
  /** `undefined` if the manifest does not request it. */
  readonly api: ApiAccess | undefined
  /** Gets the errors of handlers. */
  readonly onError: (error: unknown) => void
  /** Delays the end of the server until the promise settles. */
  readonly track: (work: Promise<unknown>) => void
}

/** What was done with an event that succeeded. */
export type EventOutcome = 'handled' | 'repeated'

type Event = InstallationEvent & Partial<InstanceEvent>

/** In characters. */
const MAX_REASON_LENGTH = 200
/** How much longer than its handler a lease is valid, in milliseconds. */
const LEASE_MARGIN = 5000

/**
 * Creates the function that processes events. An event is leased while its handler runs, and done after its change was stored. If the handler
 * fails, the lease ends, and the next attempt of the host runs it again. The state decides whether an event is a repetition (`decide`).
 */
export function createEventProcessor({
  store,
  verifier,
  on,
  limits,
  handlerTimeout,
  api,
  onError,
  track,
}: EventProcessorSettings): (name: EventName, request: Request) => Promise<EventOutcome> {
  async function verify(name: EventName, request: Request): Promise<Event> {
    const token = await tokenInBody(request, limits)
    const { context } = await verifier.verify(token, {
      subject: name,
      readContext: (claims, issuer) => readEvent(name, claims, issuer),
    })
    return context
  }

  async function decisionOn(event: Event): Promise<'run' | 'renew' | 'done'> {
    const records = await store.installationsOf(event.tenantId)
    const instance = isOfInstance(event) ? await store.findInstance(event) : undefined
    const decision = decide(event, records, instance)
    switch (decision) {
      case 'run':
      case 'renew':
      case 'done':
        return decision
      case 'early':
        throw new BackendError(
          'ERR_EVENT_EARLY',
          'The plug-in is not installed in this tenant yet. Send the event again.',
        )
      case 'moved':
        throw new BackendError(
          'ERR_TENANT_MOVED',
          'Another issuer has installed this plug-in with the same tenant id. Uninstall it there first.',
        )
    }
  }

  async function processUnderLease(event: Event, lease: Lease, signal: AbortSignal): Promise<EventOutcome> {
    const { atCommit, take } = collectStatements(store.acceptsStatements ?? false)
    try {
      const decision = await decisionOn(event)
      const change = decision === 'done' ? undefined : await changeAfter(decision, event, { signal, atCommit })
      // the host waits for no second answer to `install`: for the host, the installation has failed
      if (signal.aborted && event.event === 'install') throw lateError()
      if (!change) {
        await store.release(lease)
        return 'repeated'
      }
      if (await commit(lease, change, take())) return decision === 'run' ? 'handled' : 'repeated'
      throw new BackendError(
        'ERR_EVENT_RUNNING',
        'The lease of the event ended before its handler. Send the event again.',
      )
    } catch (error) {
      await store.release(lease).catch(() => undefined)
      throw error
    }
  }

  async function commit(lease: Lease, change: StoreChange, statements: readonly SqlStatement[]): Promise<boolean> {
    try {
      return await store.commit(lease, change, statements)
    } catch (error) {
      if (isBackendError(error) && error.code === 'ERR_HANDLER_FAILED') onError(error.cause)
      throw error
    }
  }

  /** @returns The change to store, or `undefined` if there is none. */
  async function changeAfter(
    decision: 'run' | 'renew',
    event: Event,
    tools: HandlerTools,
  ): Promise<StoreChange | undefined> {
    const { event: name, issuer, tenantId, pluginId, eventAt } = event
    if (name === 'access_token') return api?.redeem(event, tools.signal)
    if (decision === 'run') await runHandler(event, tools)
    const installation = { issuer, tenantId, pluginId }
    if (name === 'install' || name === 'uninstall') return { type: name, installation, eventAt }
    return isOfInstance(event)
      ? { type: name, instance: { ...installation, instanceId: event.instanceId }, eventAt }
      : undefined
  }

  async function runHandler(event: Event, tools: HandlerTools): Promise<void> {
    switch (event.event) {
      case 'install': {
        const refusal = await call(async (...args) => readRefusal(await on.install?.(...args)), event, tools)
        if (refusal !== undefined) throw new InstallRefusedError(refusal)
        return
      }
      case 'uninstall':
        return call(on.uninstall, event, tools)
      case 'instance_add':
        return isOfInstance(event) ? call(on.instanceAdd, event, tools) : undefined
      case 'instance_remove':
        return isOfInstance(event) ? call(on.instanceRemove, event, tools) : undefined
      case 'access_token':
    }
  }

  async function call<E, T, R>(
    handler: ((event: E, tools: T) => R | Promise<R>) | undefined,
    event: E,
    tools: T,
  ): Promise<R | undefined> {
    try {
      return await handler?.(event, tools)
    } catch (cause) {
      onError(cause)
      throw new BackendError('ERR_HANDLER_FAILED', 'The handler of the event failed. See `onError` for its error.', {
        cause,
      })
    }
  }

  function lateError(): BackendError {
    return new BackendError('ERR_HANDLER_TIMEOUT', `The handler of the event took longer than ${handlerTimeout} ms.`)
  }

  /** The tokens are stored, so a failure of this handler does not fail the event. */
  async function announceApi(event: Event): Promise<void> {
    const done = await withDeadline(
      (signal) => call(on.accessToken, event, { signal }).catch(() => undefined),
      handlerTimeout,
    )
    if (done.isLate) track(done.rest)
  }

  return async (name, request) => {
    const event = await verify(name, request)
    const lease = await store.acquire(leaseKey(event), handlerTimeout + LEASE_MARGIN)
    if (!lease) {
      throw new BackendError(
        'ERR_EVENT_RUNNING',
        'Another request is handling an event of the same thing. Send the event again.',
      )
    }
    const result = await withDeadline((signal) => processUnderLease(event, lease, signal), handlerTimeout)
    if (result.isLate) {
      // if it still succeeds before the lease ends, the change is stored, and the next attempt is a repetition
      track(result.rest.catch(() => undefined))
      throw lateError()
    }
    if (name === 'access_token' && result.value === 'handled') await announceApi(event)
    return result.value
  }
}

function isOfInstance(event: Event): event is InstanceEvent {
  return event.instanceId !== undefined
}

/**
 * Returns the reason of a refusal, or `undefined`.
 *
 * @param result What `install` returned, also in code without types.
 * @throws {TypeError} It is neither nothing nor a refusal. If it is `false`, the author probably wants to refuse, too.
 */
function readRefusal(result: unknown): string | undefined {
  if (result === undefined) return undefined
  if (typeof result === 'object' && result !== null && 'refusal' in result && typeof result.refusal === 'string')
    return result.refusal
  throw new TypeError('on.install: expected no result, or the one of refuseInstall("…").')
}

/** Carries the reason for the administrator of the tenant. */
export class InstallRefusedError extends BackendError {
  /** At most 200 characters, which is the limit of the host. */
  readonly reason: string
  constructor(reason: string) {
    super('ERR_INSTALL_REFUSED', 'The handler of `install` refused the installation.')
    const text = reason.replaceAll(/\s+/g, ' ').trim() || 'The plug-in refused the installation.'
    this.reason = excerpt(text, text.length > MAX_REASON_LENGTH ? MAX_REASON_LENGTH - 1 : MAX_REASON_LENGTH)
  }
}

/**
 * Events of one thing run one after the other. All installations of a tenant id share a lease, so that two issuers cannot install with the
 * same one at the same time.
 */
function leaseKey(event: Event): string {
  const { issuer, tenantId, pluginId, instanceId } = event
  if (event.event === 'access_token') return apiLeaseKey(event)
  return instanceId === undefined
    ? `tenant ${JSON.stringify([tenantId])}`
    : `instance ${JSON.stringify([issuer, tenantId, pluginId, instanceId])}`
}
