import { CONNECTING } from '@haiilo-kit/core'
import type { HaiiloHost, HostSnapshot } from '@haiilo-kit/core'
import { getCurrentInstance, onMounted, onScopeDispose, shallowRef } from 'vue'
import type { ShallowRef } from 'vue'
import { isOnServer } from './is-on-server.js'

/**
 * The present snapshot of a host, followed until the scope ends. What a server renders, and what takes that over, begins with
 * `connecting`: hydration must match.
 */
export function useSnapshot<Config>(host: HaiiloHost<Config>): Readonly<ShallowRef<HostSnapshot<Config>>> {
  const snapshot = shallowRef<HostSnapshot<Config>>(CONNECTING)
  let stop: (() => void) | undefined
  let over = false

  function update(): void {
    snapshot.value = host.getSnapshot()
  }

  function follow(): void {
    // the scope may end before its component is mounted
    if (over) return
    stop = host.subscribe(update)
    update()
  }

  // on a server nothing is ever mounted
  if (isOnServer() || isHydrating()) onMounted(follow)
  else follow()
  onScopeDispose(() => {
    over = true
    stop?.()
  })
  return snapshot
}

/** The component was given an element that is in the page already. One that its vnode kept of a former life is not. */
function isHydrating(): boolean {
  return Boolean(getCurrentInstance()?.vnode.el?.isConnected)
}
