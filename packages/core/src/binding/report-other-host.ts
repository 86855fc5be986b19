import type { HaiiloHost } from '../connection/haiilo-host.js'
import { HaiiloError } from '../errors.js'
import { stored } from '../lib/host-store.js'
import type { HostOrOptions } from './host-or-options.js'

/**
 * Warns, once per host, if a provider gets another host than its first one. The provider keeps the first: each host needs its own
 * handshake, and a host that is created on every render would be replaced before it is ready.
 *
 * @param other The new argument of the provider: a host, or the options for one.
 * @param fix What to write.
 */
export function reportOtherHost(first: HaiiloHost<unknown>, other: HostOrOptions, fix: string): void {
  if (other === first) return
  // a component that creates a host while rendering creates one on every render
  stored(first, 'other host', () =>
    first.warn(new HaiiloError('ERR_HOST_CHANGED', `A provider got another host and keeps the first one. ${fix}`)),
  )
}
