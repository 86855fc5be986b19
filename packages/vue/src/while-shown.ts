import type { HaiiloHost } from '@haiilo-kit/core'
import { getCurrentInstance, onActivated, onDeactivated, onMounted, onScopeDispose } from 'vue'
import type { ComponentInternalInstance } from 'vue'
import { providedHost } from './provided-host.js'

/**
 * Calls `start` with the host when the component is mounted or comes back out of `<KeepAlive>`, and what it gave back when the component
 * goes there or its scope ends. In a scope without a component: at once, until the scope ends. Never on a server.
 */
export function whileShown(start: (host: HaiiloHost<unknown>) => () => void): void {
  const component = getCurrentInstance()
  const host = providedHost(component)
  let stop: (() => void) | undefined
  let over = false

  function show(): void {
    // a child may be mounted behind the scenes
    if (!over && !isHidden(component)) stop ??= start(host)
  }

  function hide(): void {
    stop?.()
    stop = undefined
  }

  if (component) {
    onMounted(show)
    onActivated(show)
    onDeactivated(hide)
  } else show()
  onScopeDispose(() => {
    over = true
    hide()
  })
}

function isHidden(component: ComponentInternalInstance | null): boolean {
  return !!component && (component.isDeactivated || isHidden(component.parent))
}
