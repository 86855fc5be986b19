import type { HaiiloHost, HaiiloHostOptions } from '../connection/haiilo-host.js'

/** What a provider takes in one argument: a host that was made elsewhere, or the options of one. */
export type HostOrOptions = HaiiloHost<unknown> | HaiiloHostOptions<unknown>

/**
 * Tells a host from options.
 *
 * @param provider What the author wrote, for the error.
 * @throws {TypeError} It is neither: nothing at all, or an object that holds a host, options or both of them by name.
 */
export function isHost(given: HostOrOptions, provider: string): given is HaiiloHost<unknown> {
  if (typeof given !== 'object' || given === null || 'host' in given || 'options' in given) {
    throw new TypeError(
      `${provider} needs one argument: a host, as createHaiiloHost() makes it, or the options of one.`,
    )
  }
  return 'getSnapshot' in given
}
