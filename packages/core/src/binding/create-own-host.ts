import { createHaiiloHost } from '../connection/create-haiilo-host.js'
import type { HaiiloHost, HaiiloHostOptions } from '../connection/haiilo-host.js'

/** A host that is open while its provider is mounted. */
export interface OwnHost {
  readonly host: HaiiloHost<unknown>
  /** Call it when the provider mounts. It returns the function to call when the provider unmounts. */
  readonly mount: () => () => void
}

/**
 * Creates a host for a provider. The host closes one microtask after the provider unmounts, unless the provider mounts again before.
 * StrictMode and hot reloading unmount and mount synchronously, and the page must send only one `init`. If the provider mounts again
 * later, for instance in a part of the page that was hidden, the host opens again.
 */
export function createOwnHost(options: HaiiloHostOptions<unknown>): OwnHost {
  const host = createHaiiloHost(options)
  let mounted = false
  let closed = false

  function mount(): () => void {
    mounted = true
    if (closed) host.retry()
    closed = false
    return () => {
      mounted = false
      queueMicrotask(closeUnlessMounted)
    }
  }

  function closeUnlessMounted(): void {
    if (mounted) return
    closed = true
    host.close()
  }

  return { host, mount }
}
