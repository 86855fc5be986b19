import type { HaiiloHost } from '../connection/haiilo-host.js'
import { HaiiloError } from '../errors.js'
import type { HostOrOptions } from './host-or-options.js'

/** Hosts about which this was reported: a component that makes a host while rendering makes one at each rendering. */
const reported = new WeakSet<HaiiloHost<unknown>>()

/**
 * Warns, once per host, if a provider that has a host is given another one. It keeps the first: a new host means a new handshake, and a
 * host that is made while rendering would be replaced before it is ready.
 *
 * @param other What the provider got now: a host, or the options of another one.
 * @param fix What to write.
 */
export function reportOtherHost(first: HaiiloHost<unknown>, other: HostOrOptions, fix: string): void {
  if (other === first || reported.has(first)) return
  reported.add(first)
  first.warn(new HaiiloError('ERR_HOST_CHANGED', `A provider was given another host, and keeps the first one. ${fix}`))
}
