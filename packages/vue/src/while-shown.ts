import type { HaiiloHost } from '@haiilo-kit/core'
import { getCurrentInstance, onActivated, onDeactivated, onMounted, onScopeDispose } from 'vue'
import type { ComponentInternalInstance } from 'vue'
import { isOnServer } from './is-on-server.js'
import { providedHost } from './provided-host.js'
import { scopeOwner } from './scope-owner.js'

/**
 * Calls `start` with the host, and later what `start` returned. In a scope that ends with a component: while that component is mounted
 * and not put away by `<KeepAlive>`. In any other scope, such as that of a store: at once, until the scope ends. Never on a server.
 */
export function whileShown(start: (host: HaiiloHost<unknown>) => () => void): void {
  const component = getCurrentInstance()
  const host = providedHost(component)
  const owner = scopeOwner(component)
  let stop: (() => void) | undefined
  let over = false

  function show(): void {
    // a child may be mounted behind the scenes
    if (!over && !isHidden(owner)) stop ??= start(host)
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
  // a scope may be run after its component was mounted
  if (owner ? owner.isMounted : !isOnServer()) show()
  onScopeDispose(() => {
    over = true
    hide()
  })
}

function isHidden(component: ComponentInternalInstance | null | undefined): boolean {
  return !!component && (component.isDeactivated || isHidden(component.parent))
}
