/**
 * Hosts of the server: the two simulated tenants, and the simulated page of the mobile app. Browsers resolve all names below `localhost` to
 * this machine (RFC 6761 §6.3).
 */
export const HOSTS = { first: 'home.localhost', second: 'second.localhost', wrapper: 'app.localhost' } as const

/** Names of the two simulated tenants. */
export type TenantName = 'first' | 'second'

/** The tenant ids in the tokens of the simulated tenants. */
export const TENANT_IDS: Readonly<Record<TenantName, string>> = { first: 'tenant-1', second: 'tenant-2' }
