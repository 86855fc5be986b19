import type { ShallowRef } from 'vue'
import type { RegisteredConfig } from './register.js'
import { useReadyField } from './use-ready-field.js'

/**
 * Returns the configuration of the plug-in, with the type from {@link HaiiloRegister}. It stays the same object until it changes. Call
 * it inside a ready {@link HaiiloHostBoundary}.
 *
 * @throws {HaiiloError} `ERR_HOST_NOT_READY` if the host is not ready, now or when the value is read later; `ERR_PROVIDER_MISSING`
 * @example
 * ```ts
 * import { computed } from 'vue'
 *
 * const config = useHaiiloConfig()
 * const menu = computed(() => menus[String(config.value.canteen)])
 * ```
 */
export function useHaiiloConfig(): Readonly<ShallowRef<RegisteredConfig>> {
  return useReadyField('config')
}
