import type { HaiiloHost } from '@haiilo-kit/core'
import { getCurrentInstance, onActivated, onDeactivated, onMounted, onScopeDispose } from 'vue'
import type { ComponentInternalInstance } from 'vue'
import { isOnServer } from './is-on-server.js'
import { providedHost } from './provided-host.js'
import { scopeOwner } from './scope-owner.js'

/**
 * Calls `start` with the host, and later the clean-up function that `start` returned. If a component owns the effect scope, this runs
 * while the component is mounted and not deactivated by `<KeepAlive>`. In any other scope, such as a store, it runs from now until the
 * scope ends. It never runs on a server.
 */
export function whileShown(start: (host: HaiiloHost<unknown>) => () => void): void {
  const component = getCurrentInstance()
  const host = providedHost(component)
  const owner = scopeOwner(component)
  let stop: (() => void) | undefined
  let ended = false

  function show(): void {
    // a component can be mounted inside a deactivated one
    if (!ended && !isHidden(owner)) stop ??= start(host)
  }

  function hide(): void {
    stop?.()
    stop = undefined
  }

  if (owner) {
    onMounted(show, owner)
    onActivated(show, owner)
    onDeactivated(hide, owner)
  }
  // code may run in the scope after its component was mounted
  if (owner ? owner.isMounted : !isOnServer()) show()
  onScopeDispose(() => {
    ended = true
    hide()
  })
}

function isHidden(component: ComponentInternalInstance | null | undefined): boolean {
  return !!component && (component.isDeactivated || isHidden(component.parent))
}
