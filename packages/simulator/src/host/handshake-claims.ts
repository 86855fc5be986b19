import type { SimulatedConfig, SimulatedUser } from './simulated-host.js'

/** The state that all instances of a host share. */
export interface TenantState {
  readonly tenantId: string
  readonly user: SimulatedUser
  /** Names of the user's properties to send in addition to `userId`. `undefined` sends all. */
  readonly contextNames: readonly string[] | undefined
  readonly editing: boolean
}

/** The state with which a page was loaded. Later changes take effect on the next load. */
export interface LoadedState extends TenantState {
  readonly config: SimulatedConfig
}

/** Returns the claims of a handshake besides the standard ones, with flat dotted names. Without a configuration there is no `cfg.` claim. */
export function handshakeClaims(state: LoadedState): SimulatedConfig {
  const { user, config, editing, contextNames = Object.keys(user) } = state
  const context = contextNames.map((name) => [`ctx.${name}`, user[name]] as const)
  const values = Object.entries(config).map(([key, value]) => [`cfg.${key}`, value] as const)
  return { ...Object.fromEntries([...context, ...values]), ...identityClaims(state), 'stt.edit': editing }
}

/** Returns the claims that identify the user and the tenant. */
export function identityClaims({ tenantId, user }: LoadedState): SimulatedConfig {
  return { 'ctx.tenantId': tenantId, 'ctx.userId': user.userId }
}
