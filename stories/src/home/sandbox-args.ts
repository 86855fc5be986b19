import type { SimulatedConfig, SimulatedFault, SimulatedUser } from '@haiilo-kit/simulator'

import type { Framework } from '../plugins/frameworks.js'

/** The values of the controls of the sandbox. */
export interface SandboxArgs {
  readonly framework: Framework
  readonly userName: string
  readonly userId: string
  readonly userLanguage: string
  readonly canteen: string
  readonly dishes: number
  /** Milliseconds. */
  readonly latency: number
  /** `memory`, or a frame of another origin: with its own origin (`same-origin`) or an opaque one. */
  readonly sandbox: 'memory' | 'same-origin' | 'opaque'
  readonly fault: SimulatedFault | 'none'
}

export function userOf({
  userName,
  userId,
  userLanguage,
}: SandboxArgs): Required<Pick<SimulatedUser, 'userId'>> & SimulatedUser {
  return { userName, userId, userLanguage }
}

export function configOf({ canteen, dishes }: SandboxArgs): SimulatedConfig {
  return { canteen, dishes }
}

export function faultOf({ fault }: SandboxArgs): SimulatedFault | undefined {
  return fault === 'none' ? undefined : fault
}
