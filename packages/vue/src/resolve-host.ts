import type { HaiiloHost } from '@haiilo-kit/core'
import { createOwnHost, isHost } from '@haiilo-kit/core/binding'
import type { HostOrOptions, OwnHost } from '@haiilo-kit/core/binding'

/**
 * Hosts whose provider ended, by their options. The next provider with the same options object gets the host back. With hot reloading, this
 * happens in the same task, so the host is not closed in between.
 */
const released = new WeakMap<object, OwnHost>()

/**
 * Returns the given host, or creates one from the given options and closes it when the provider ends.
 *
 * @param provider The name of the function that the author called, for the error message.
 * @param onEnd Registers a callback for the end of the provider.
 * @throws {TypeError} `given` is neither a host nor options.
 */
export function resolveHost(
  given: HostOrOptions,
  provider: string,
  onEnd: (end: () => void) => void,
): HaiiloHost<unknown> {
  if (isHost(given, provider)) return given
  const own = released.get(given) ?? createOwnHost(given)
  released.delete(given)
  const unmount = own.mount()
  onEnd(() => {
    released.set(given, own)
    unmount()
  })
  return own.host
}
