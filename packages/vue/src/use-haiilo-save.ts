import { onSave } from '@haiilo-kit/core'
import type { SaveHandler } from '@haiilo-kit/core'
import { unwrap } from './unwrap.js'
import { whileShown } from './while-shown.js'

/**
 * Answers the host's "save" on a configuration view, while the component is mounted and not put away by `<KeepAlive>`. In a
 * scope that does not end with the component, such as that of a store: until the scope ends. The answer may be reactive state, or a
 * promise of it.
 *
 * @throws {TypeError} This is not a configuration view; goes to the error handler of Vue when the component is mounted.
 * @throws {HaiiloError} `ERR_PROVIDER_MISSING`
 * @example
 * ```ts
 * const form = reactive({ canteen: 'north' })
 * useHaiiloSave(() => (form.canteen ? form : false))
 * ```
 */
export function useHaiiloSave(handler: SaveHandler): void {
  whileShown((host) => onSave(host, async (request) => unwrap(await handler(request))))
}
