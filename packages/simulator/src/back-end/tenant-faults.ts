import type { FaultDescription } from '../faults/faults.js'

/** The names of all faults of a tenant. */
export const tenantFaults = [
  'unsigned-event',
  'wrong-key-event',
  'expired-event',
  'wrong-subject-event',
  'foreign-tenant-event',
  'foreign-addresses',
  'code-refused',
  'refresh-refused',
  'tokens-down',
  'tokens-redirect',
  'token-revoked',
  'api-down',
  'api-busy',
  'api-refuses',
] as const

/** The name of a fault of a tenant. */
export type TenantFault = (typeof tenantFaults)[number]

/** Describes a fault for people. */
export function describeTenantFault(fault: TenantFault): FaultDescription {
  return DESCRIPTIONS[fault]
}

const DESCRIPTIONS: Readonly<Record<TenantFault, FaultDescription>> = {
  'unsigned-event': { does: 'sends events without a signature', reaction: 'answers 401' },
  'wrong-key-event': { does: 'signs events with a key that is not its own', reaction: 'answers 401' },
  'expired-event': { does: 'sends events that have expired', reaction: 'answers 401' },
  'wrong-subject-event': { does: 'sends events to the route of another event', reaction: 'answers 401' },
  'foreign-tenant-event': { does: 'signs events with the issuer of another tenant', reaction: 'answers 401' },
  'foreign-addresses': {
    does: 'names addresses of another server in `access_token`',
    reaction: 'answers 400 and sends nothing there',
  },
  'code-refused': { does: 'refuses the authorization code', reaction: 'answers 400 and redeems the next code' },
  'refresh-refused': {
    does: 'refuses the refresh token',
    reaction: 'calls `trigger_event` and works again after the next `access_token`',
  },
  'tokens-down': { does: 'answers 503 at the token endpoint', reaction: 'fails with a code and tries again later' },
  'tokens-redirect': { does: 'redirects the token endpoint to another server', reaction: 'does not follow' },
  'token-revoked': {
    does: 'refuses access tokens that have not expired',
    reaction: 'refreshes the token and sends again',
  },
  'api-down': { does: 'answers 503 to notifications', reaction: 'sends again with growing pauses' },
  'api-busy': { does: 'answers 429 with `Retry-After` to notifications', reaction: 'waits and sends again' },
  'api-refuses': { does: 'answers 400 to notifications', reaction: 'fails with a code and does not send again' },
}
