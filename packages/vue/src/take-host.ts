import type { HaiiloHost } from '@haiilo-kit/core'
import { createOwnHost, isHost } from '@haiilo-kit/core/binding'
import type { HostOrOptions, OwnHost } from '@haiilo-kit/core/binding'

/** Hosts that nobody uses now. Hot reloading sets a component up anew in the same task: the same options then get their host back. */
const released = new WeakMap<object, OwnHost>()

/**
 * The host that was given, or one of the options that were given.
 *
 * @param provider What the author wrote, for the error.
 * @param onEnd Takes what is to be called when the provider ends.
 * @throws {TypeError} It is neither a host nor options.
 */
export function takeHost(
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
