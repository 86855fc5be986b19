import { observeHeight } from '@haiilo-kit/core'
import type { ObserveHeightOptions } from '@haiilo-kit/core'
import { toValue, watchPostEffect } from 'vue'
import type { MaybeRefOrGetter } from 'vue'
import { whileShown } from './while-shown.js'

/** An element, or a component whose root is one element; absent while it is not there. */
export type HeightTarget = Element | { readonly $el: Element } | null | undefined

/**
 * Gives the frame the height of an element: that of a template ref, which may come and go. The lowest bottom edge of all observed elements
 * counts.
 *
 * @param options Read when an element appears.
 * @throws {TypeError} What appeared is no element; goes to the error handler of Vue.
 * @throws {HaiiloError} `ERR_PROVIDER_MISSING`
 * @example
 * ```ts
 * useHaiiloHeight(useTemplateRef('content'), { min: 200 })
 * ```
 */
export function useHaiiloHeight(target: MaybeRefOrGetter<HeightTarget>, options?: ObserveHeightOptions): void {
  whileShown((host) =>
    watchPostEffect((onCleanup) => {
      const present = toValue(target)
      const element = present && '$el' in present ? present.$el : present
      if (element) onCleanup(observeHeight(host, element, options))
    }),
  )
}
