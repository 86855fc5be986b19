import type { HaiiloHost, HaiiloHostOptions } from '../connection/haiilo-host.js'

/** The argument of a provider: a host, or options for a new host. */
export type HostOrOptions = HaiiloHost<unknown> | HaiiloHostOptions<unknown>

/**
 * Whether the argument of a provider is a host. Otherwise it is the options for one.
 *
 * @param provider The name of the provider, for the error.
 * @throws {TypeError} The argument is neither, for instance `undefined` or `{ host, options }`.
 */
export function isHost(given: HostOrOptions, provider: string): given is HaiiloHost<unknown> {
  if (typeof given !== 'object' || given === null || 'host' in given || 'options' in given) {
    throw new TypeError(`${provider} needs one argument: a host from createHaiiloHost(), or the options for a host.`)
  }
  return 'getSnapshot' in given
}
