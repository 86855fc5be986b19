import type { HaiiloHost } from '../connection/haiilo-host.js'
import type { HostSnapshot, ReadySnapshot } from '../connection/host-snapshot.js'

/** What a component can ask of its host. The same functions for the life of the host. */
export type HostCommands<Config> = Pick<
  HaiiloHost<Config>,
  'send' | 'request' | 'on' | 'setHeight' | 'getToken' | 'retry' | 'close'
>

/** The fields of the present snapshot, a union on `status`, and the commands. Destructuring narrows: `ready` means there is a `context`. */
export type HostState<Config> = HostSnapshot<Config> & HostCommands<Config>

/** The state of a host that is ready: context and configuration are there. */
export type ReadyHostState<Config> = ReadySnapshot<Config> & HostCommands<Config>

/** One snapshot and the commands of its host in one frozen object. `token` stays out of logs and spreads, as in the snapshot. */
export function hostState<Config>(host: HaiiloHost<Config>, snapshot: HostSnapshot<Config>): HostState<Config> {
  const commands: HostCommands<Config> = { ...host }
  // a cast, because TypeScript does not follow property descriptors; a spread would make `token` enumerable or lose it
  return Object.freeze(
    Object.defineProperties(commands, Object.getOwnPropertyDescriptors(snapshot)),
  ) as HostState<Config>
}
