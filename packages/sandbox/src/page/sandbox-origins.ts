import { HOSTS } from '../contract/hosts.js'
import type { TenantOrigins } from './state/initial-setup.js'

export interface SandboxOrigins {
  readonly tenants: TenantOrigins
  /** Origin of the simulated page of the mobile app. */
  readonly wrapper: string
}

/** The origins of the server that served this page. `undefined` if it is not the server of the sandbox. */
export function sandboxOrigins(): SandboxOrigins | undefined {
  const { protocol, hostname, port } = location
  if (!Object.values<string>(HOSTS).includes(hostname)) return undefined
  const origin = (host: string): string => `${protocol}//${host}${port && `:${port}`}`
  return { tenants: { first: origin(HOSTS.first), second: origin(HOSTS.second) }, wrapper: origin(HOSTS.wrapper) }
}
