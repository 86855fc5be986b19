import type { HaiiloHost } from '../connection/haiilo-host.js'

/** The host that an app wrote into the register of its binding; without one, a host with the configuration as it came. */
export type HostOf<Register> = Register extends { readonly host: infer Host extends HaiiloHost<unknown> }
  ? Host
  : HaiiloHost

/** The configuration of a host. */
export type ConfigOf<Host> = Host extends HaiiloHost<infer Config> ? Config : never
