import { onSave } from '@haiilo-kit/core'
import type { SaveHandler } from '@haiilo-kit/core'
import { toPlainData } from './to-plain-data.js'
import { whileShown } from './while-shown.js'

/**
 * Answers "save" requests of the host on a configuration view, while the component is mounted and not deactivated by `<KeepAlive>`. In an
 * effect scope that no component owns, such as a store, it answers until the scope ends. `handler` may return reactive state, or a
 * promise of it.
 *
 * @throws {TypeError} The page is not a configuration view. Vue's error handler gets the error when the component is mounted.
 * @throws {HaiiloError} `ERR_PROVIDER_MISSING`
 * @example
 * ```ts
 * import { reactive } from 'vue'
 *
 * const form = reactive({ canteen: 'north' })
 * useHaiiloSave(() => (form.canteen ? form : false))
 * ```
 */
export function useHaiiloSave(handler: SaveHandler): void {
  whileShown((host) => onSave(host, async (request) => toPlainData(await handler(request))))
}
