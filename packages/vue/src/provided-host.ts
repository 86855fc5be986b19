import type { HaiiloHost } from '@haiilo-kit/core'
import { providerMissing } from '@haiilo-kit/core/binding'
import { getCurrentInstance, inject } from 'vue'
import type { ComponentInternalInstance } from 'vue'

/** What apps and components provide their host by. */
export const hostKey: unique symbol = Symbol()

/** What a component and those above it provide. */
interface Providing extends ComponentInternalInstance {
  readonly provides: { readonly [hostKey]?: HaiiloHost<unknown> }
}

/**
 * The host that is provided for a component, also by its own set-up. The one place where a missing one is noticed.
 *
 * @param component Default: the one whose set-up runs; outside a set-up, the app of `runWithContext` counts.
 */
export function providedHost(component: ComponentInternalInstance | null = getCurrentInstance()): HaiiloHost<unknown> {
  // a cast to what the types of Vue leave out: `inject` passes over what the component provides itself, and fails in directives
  const host = component ? (component as Providing).provides[hostKey] : inject(hostKey, undefined)
  if (host) return host
  throw providerMissing('Call app.use(HaiiloHostPlugin, host).')
}
