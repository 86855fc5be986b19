import { observeHeight } from '@haiilo-kit/core'
import type { ObserveHeightOptions } from '@haiilo-kit/core'
import { toValue, watchPostEffect } from 'vue'
import type { MaybeRefOrGetter } from 'vue'
import { whileShown } from './while-shown.js'

/** An element, or a component with a single root element. `null` or `undefined` while it is not rendered. */
export type HeightTarget = Element | { readonly $el: Element } | null | undefined

/**
 * Fits the height of the frame to an element, usually a template ref. The element may be added and removed at any time. If several
 * elements are observed, the lowest bottom edge determines the height.
 *
 * @param options Read each time the element appears.
 * @throws {TypeError} The target is not an element. Vue's error handler gets the error.
 * @throws {HaiiloError} `ERR_PROVIDER_MISSING`
 * @example
 * ```ts
 * import { useTemplateRef } from 'vue'
 *
 * useHaiiloHeight(useTemplateRef('content'), { min: 200 })
 * ```
 */
export function useHaiiloHeight(target: MaybeRefOrGetter<HeightTarget>, options?: ObserveHeightOptions): void {
  whileShown((host) =>
    watchPostEffect((onCleanup) => {
      const current = toValue(target)
      const element = current && '$el' in current ? current.$el : current
      if (element) onCleanup(observeHeight(host, element, options))
    }),
  )
}
