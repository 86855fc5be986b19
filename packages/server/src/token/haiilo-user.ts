import type { Claims, HostContext } from '@haiilo-kit/core/token'
import type { Installation } from '../store/haiilo-store.js'

/** A verified user of a tenant that has installed the plug-in. */
export interface HaiiloUser {
  /** Identifies the user across all tenants: issuer, tenant id and user id. Use it as the key in your data, never the name or e-mail address. */
  readonly key: string
  /** The tenant's URL as an origin. */
  readonly issuer: string
  readonly tenantId: string
  readonly userId: string
  /** The other claims of the context, such as `userName`, if the manifest requests them. People can change them. */
  readonly context: HostContext
  readonly claims: Claims
  /** The plug-ins that the tenant has installed from this back end. A token does not say which of them it was made for. */
  readonly installations: readonly Installation[]
  /** Milliseconds since 1970. */
  readonly expiresAt: number
}

/** Joins the three ids. JSON keeps them apart, even if they contain quotes or commas. */
export function userKey(issuer: string, tenantId: string, userId: string): string {
  return JSON.stringify([issuer, tenantId, userId])
}
