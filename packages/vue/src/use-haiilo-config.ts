import type { ShallowRef } from 'vue'
import type { RegisteredConfig } from './register.js'
import { useReadyField } from './use-ready-field.js'

/**
 * The configuration of the plug-in, of the type that {@link HaiiloRegister} says, and the same object while equal. Only below a ready
 * {@link HaiiloHostBoundary}.
 *
 * @throws {HaiiloError} `ERR_HOST_NOT_READY` outside a ready boundary, and when the value is read of a host that is ready no longer;
 *   `ERR_PROVIDER_MISSING`
 * @example
 * ```ts
 * const config = useHaiiloConfig()
 * const menu = computed(() => menus[config.value.canteen])
 * ```
 */
export function useHaiiloConfig(): Readonly<ShallowRef<RegisteredConfig>> {
  return useReadyField('config')
}
