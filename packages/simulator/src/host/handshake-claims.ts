import type { SimulatedConfig, SimulatedUser } from './simulated-host.js'

/** What a host tells pages of all instances. */
export interface TenantState {
  readonly tenantId: string
  readonly user: SimulatedUser
  /** Names of the context that are sent beside user and tenant. Default: all. */
  readonly contextNames: readonly string[] | undefined
  readonly editing: boolean
}

/** What the host knew when it loaded a page; later changes count from the next load. */
export interface LoadedState extends TenantState {
  readonly config: SimulatedConfig
}

/** Claims of a handshake beside the standard ones: flat dotted names. Without configuration there is no `cfg.` claim. */
export function handshakeClaims(state: LoadedState): SimulatedConfig {
  const { user, config, editing, contextNames = Object.keys(user) } = state
  const context = contextNames.map((name) => [`ctx.${name}`, user[name]] as const)
  const values = Object.entries(config).map(([key, value]) => [`cfg.${key}`, value] as const)
  return { ...Object.fromEntries([...context, ...values]), ...identityClaims(state), 'stt.edit': editing }
}

/** For whom and in which tenant the host speaks. */
export function identityClaims({ tenantId, user }: LoadedState): SimulatedConfig {
  return { 'ctx.tenantId': tenantId, 'ctx.userId': user.userId }
}
