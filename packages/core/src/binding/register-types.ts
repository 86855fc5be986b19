import type { HaiiloHost } from '../connection/haiilo-host.js'

/** The type of the host that an app registered for its binding. Without one: a host with the raw configuration. */
export type HostOf<Register> = Register extends { readonly host: infer Host extends HaiiloHost<unknown> }
  ? Host
  : HaiiloHost

/** The type of the configuration of a host. */
export type ConfigOf<Host> = Host extends HaiiloHost<infer Config> ? Config : never
