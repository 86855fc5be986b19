import { createHaiiloHost } from '../connection/create-haiilo-host.js'
import type { HaiiloHost, HaiiloHostOptions } from '../connection/haiilo-host.js'

/** A host that lives as long as its provider is mounted. */
export interface OwnHost {
  readonly host: HaiiloHost<unknown>
  /** To be called when the provider mounts. Gives back what is to be called when it unmounts. */
  readonly mount: () => () => void
}

/**
 * Makes a host that closes a microtask after its provider unmounted, unless that mounted again in the meantime: StrictMode and hot
 * reloading do so in one go, and the page must send one `init`, not two. A provider that comes back later, out of a hidden
 * part of the page, opens its host again.
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
