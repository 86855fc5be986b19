import type { HaiiloHost } from '../connection/haiilo-host.js'
import type { HostSnapshot, ReadySnapshot } from '../connection/host-snapshot.js'

/** The functions of a host for components. They stay the same functions as long as the host exists. */
export type HostCommands<Config> = Pick<
  HaiiloHost<Config>,
  'send' | 'request' | 'on' | 'setHeight' | 'getToken' | 'retry' | 'close'
>

/** The fields of the current snapshot and the commands. A union on `status`: with `ready`, `context` is defined, also after destructuring. */
export type HostState<Config> = HostSnapshot<Config> & HostCommands<Config>

/** The state of a host that is ready: context and configuration are defined. */
export type ReadyHostState<Config> = ReadySnapshot<Config> & HostCommands<Config>

/** Returns a snapshot and the commands of its host as one frozen object. `token` is not enumerable, as in the snapshot. */
export function hostState<Config>(host: HaiiloHost<Config>, snapshot: HostSnapshot<Config>): HostState<Config> {
  const commands: HostCommands<Config> = { ...host }
  // a cast, because TypeScript does not follow property descriptors; a spread would make `token` enumerable or lose it
  return Object.freeze(
    Object.defineProperties(commands, Object.getOwnPropertyDescriptors(snapshot)),
  ) as HostState<Config>
}
