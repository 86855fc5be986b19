import { CONNECTING } from '@haiilo-kit/core'
import type { HaiiloHost, HostSnapshot } from '@haiilo-kit/core'
import { getCurrentInstance, onMounted, onScopeDispose, shallowRef } from 'vue'
import type { ShallowRef } from 'vue'
import { isOnServer } from './is-on-server.js'

/**
 * Returns a ref with the current snapshot of a host. It stops updating when the effect scope ends. On a server and during hydration it
 * starts with `connecting`, so that both renders match.
 */
export function useSnapshot<Config>(host: HaiiloHost<Config>): Readonly<ShallowRef<HostSnapshot<Config>>> {
  const snapshot = shallowRef<HostSnapshot<Config>>(CONNECTING)
  let stop: (() => void) | undefined
  let ended = false

  function update(): void {
    snapshot.value = host.getSnapshot()
  }

  function subscribe(): void {
    // the scope may end before its component is mounted
    if (ended) return
    stop = host.subscribe(update)
    update()
  }

  // on a server, no component is ever mounted
  if (isOnServer() || isHydrating()) onMounted(subscribe)
  else subscribe()
  onScopeDispose(() => {
    ended = true
    stop?.()
  })
  return snapshot
}

/** Checks whether the component has an element that is already in the page. An element left from an earlier mount is not in the page. */
function isHydrating(): boolean {
  return Boolean(getCurrentInstance()?.vnode.el?.isConnected)
}
