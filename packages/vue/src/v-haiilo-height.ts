import { observeHeight } from '@haiilo-kit/core'
import type { ObserveHeightOptions } from '@haiilo-kit/core'
import { isShallowEqual } from '@haiilo-kit/core/binding'
import type { ComponentInternalInstance, DirectiveBinding, ObjectDirective } from 'vue'
import { providedHost } from './provided-host.js'

const stops = new WeakMap<Element, () => void>()

/**
 * `v-haiilo-height` fits the height of the frame to this element. The value may set `min`, `max` and `reserve`. If several elements are
 * observed, the lowest bottom edge determines the height. The directive uses the host of the component whose template contains it.
 *
 * @throws {HaiiloError} `ERR_PROVIDER_MISSING`. Vue's error handler gets the error.
 * @example
 * ```vue
 * <main v-haiilo-height="{ min: 200 }">…</main>
 * ```
 */
export const vHaiiloHeight: ObjectDirective<Element, ObserveHeightOptions | undefined> = {
  mounted: observe,
  updated(element, binding, vnode) {
    if (isShallowEqual(binding.value, binding.oldValue)) return
    stop(element)
    observe(element, binding, vnode)
  },
  beforeUnmount: stop,
}

function observe(element: Element, { value }: DirectiveBinding<ObserveHeightOptions | undefined>, vnode: object): void {
  // reads `ctx`, which Vue's types omit, because `binding.instance` is missing in functional components
  const { ctx } = vnode as { readonly ctx: ComponentInternalInstance }
  stops.set(element, observeHeight(providedHost(ctx), element, value))
}

function stop(element: Element): void {
  stops.get(element)?.()
}
