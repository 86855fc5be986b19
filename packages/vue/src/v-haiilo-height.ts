import { observeHeight } from '@haiilo-kit/core'
import type { ObserveHeightOptions } from '@haiilo-kit/core'
import { isShallowEqual } from '@haiilo-kit/core/binding'
import type { ComponentInternalInstance, DirectiveBinding, ObjectDirective } from 'vue'
import { providedHost } from './provided-host.js'

const stops = new WeakMap<Element, () => void>()

/**
 * `v-haiilo-height`: gives the frame the height of this element. The value may hold `min`, `max` and `reserve`. The lowest bottom edge of
 * all observed elements counts. The host is that of the component whose template says it.
 *
 * @throws {HaiiloError} `ERR_PROVIDER_MISSING`; goes to the error handler of Vue, like all that directives throw.
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
  // a cast to what the types of Vue leave out: `binding.instance` is missing in functional components
  const { ctx } = vnode as { readonly ctx: ComponentInternalInstance }
  stops.set(element, observeHeight(providedHost(ctx), element, value))
}

function stop(element: Element): void {
  stops.get(element)?.()
}
