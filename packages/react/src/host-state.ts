import type { HaiiloHost, HostSnapshot, ReadySnapshot } from '@haiilo-kit/core'
import type { RegisteredConfig } from './register.js'

/** What a component can ask of its host. The same functions for the life of the host. */
export type HaiiloHostCommands = Pick<
  HaiiloHost<RegisteredConfig>,
  'send' | 'request' | 'on' | 'setHeight' | 'getToken' | 'retry' | 'close'
>

/** The fields of the present snapshot, a union on `status`, and the commands. Destructuring narrows: `ready` means there is a `context`. */
export type HaiiloHostState = HostSnapshot<RegisteredConfig> & HaiiloHostCommands

/** The state of a host that is ready: context and configuration are there. */
export type HaiiloHostReadyState = ReadySnapshot<RegisteredConfig> & HaiiloHostCommands

/** One snapshot and the commands of its host in one frozen object. `token` stays out of logs and spreads, as in the snapshot. */
export function hostState(
  host: HaiiloHost<RegisteredConfig>,
  snapshot: HostSnapshot<RegisteredConfig>,
): HaiiloHostState {
  const commands: HaiiloHostCommands = { ...host }
  // a cast, because TypeScript does not follow property descriptors; a spread would make `token` enumerable or lose it
  return Object.freeze(Object.defineProperties(commands, Object.getOwnPropertyDescriptors(snapshot))) as HaiiloHostState
}
