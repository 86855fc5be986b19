import type { Claims } from '@haiilo-kit/core/token'
import { BackendError } from '../errors.js'
import type { Installation } from '../store/haiilo-store.js'

/** The names of events, as the host appends them to the URL. */
export const eventNames = ['install', 'uninstall', 'instance_add', 'instance_remove', 'access_token'] as const

/** The name of a lifecycle event. */
export type EventName = (typeof eventNames)[number]

/** An event of a plug-in in a tenant. It is verified. */
export interface InstallationEvent extends Installation {
  readonly event: EventName
  /** When the host issued the event, in whole seconds since 1970. */
  readonly eventAt: number
  readonly claims: Claims
}

/** An event of a widget on a page of the tenant. It is verified. */
export interface InstanceEvent extends InstallationEvent {
  readonly instanceId: string
}

/** The longest id that is accepted, in characters. */
const MAX_ID_LENGTH = 255

/**
 * Reads the claims of an event.
 *
 * @throws {BackendError} `ERR_EVENT_CLAIMS` An id is missing, or cannot be part of a URL.
 */
export function readEvent(
  event: EventName,
  claims: Claims,
  issuer: string,
): InstallationEvent & Partial<InstanceEvent> {
  const isOfInstance = event === 'instance_add' || event === 'instance_remove'
  return Object.freeze({
    event,
    issuer,
    tenantId: readId(claims, 'tenantId'),
    pluginId: readId(claims, 'pluginId'),
    eventAt: Math.floor(Number(claims['iat'])),
    claims,
    ...(isOfInstance && { instanceId: readId(claims, 'instanceId') }),
  })
}

function readId(claims: Claims, name: string): string {
  const id = claims[name]
  // dots alone would change the path of a URL, even if they are encoded
  if (typeof id === 'string' && id.length <= MAX_ID_LENGTH && !/^\.{0,2}$|[\p{Cc}\p{Cs}]/u.test(id)) return id
  throw new BackendError(
    'ERR_EVENT_CLAIMS',
    `The claim "${name}" of the event is missing or is not an id of at most ${MAX_ID_LENGTH} characters.`,
  )
}
