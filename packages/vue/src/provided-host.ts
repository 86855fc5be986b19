import type { HaiiloHost } from '@haiilo-kit/core'
import { providerMissing } from '@haiilo-kit/core/binding'
import { getCurrentInstance, inject } from 'vue'
import type { ComponentInternalInstance } from 'vue'

/** The key under which apps and components provide their host. */
export const hostKey: unique symbol = Symbol()

/** A component instance with its `provides` object, which Vue's types omit. */
interface Providing extends ComponentInternalInstance {
  readonly provides: { readonly [hostKey]?: HaiiloHost<unknown> }
}

/**
 * Returns the host that the component, one of its ancestors or the app provides.
 *
 * @param component Default: the component that is being set up. Outside a set-up, the app of `runWithContext` is used.
 * @throws {HaiiloError} `ERR_PROVIDER_MISSING`
 */
export function providedHost(component: ComponentInternalInstance | null = getCurrentInstance()): HaiiloHost<unknown> {
  // reads `provides` because `inject` skips what the component itself provides, and fails in directives
  const host = component ? (component as Providing).provides[hostKey] : inject(hostKey, undefined)
  if (host) return host
  throw providerMissing('Call app.use(HaiiloHostPlugin, host).')
}
