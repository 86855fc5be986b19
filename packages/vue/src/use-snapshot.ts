import { CONNECTING } from '@haiilo-kit/core'
import type { HaiiloHost, HostSnapshot } from '@haiilo-kit/core'
import { getCurrentInstance, inject, onMounted, onScopeDispose, shallowRef, ssrContextKey } from 'vue'
import type { ShallowRef } from 'vue'

/**
 * The present snapshot of a host, followed until the scope ends. What a server renders, and what takes that over, begins with
 * `connecting`: hydration must match.
 */
export function useSnapshot<Config>(host: HaiiloHost<Config>): Readonly<ShallowRef<HostSnapshot<Config>>> {
  const snapshot = shallowRef<HostSnapshot<Config>>(CONNECTING)
  let stop: (() => void) | undefined

  function update(): void {
    snapshot.value = host.getSnapshot()
  }

  function follow(): void {
    stop = host.subscribe(update)
    update()
  }

  // on a server nothing is ever mounted
  if (inject(ssrContextKey, undefined) || isHydrating()) onMounted(follow)
  else follow()
  onScopeDispose(() => stop?.())
  return snapshot
}

/** The component was given an element that is in the page already. One that its vnode kept of a former life is not. */
function isHydrating(): boolean {
  return Boolean(getCurrentInstance()?.vnode.el?.isConnected)
}
