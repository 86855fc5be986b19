import type { HostContext } from '@haiilo-kit/core'
import type { ShallowRef } from 'vue'
import { useReadyField } from './use-ready-field.js'

/**
 * Returns the verified user and tenant. It stays the same object until it changes. Call it inside a ready {@link HaiiloHostBoundary}.
 *
 * @throws {HaiiloError} `ERR_HOST_NOT_READY` if the host is not ready, now or when the value is read later; `ERR_PROVIDER_MISSING`
 * @example
 * ```ts
 * import { computed } from 'vue'
 *
 * const context = useHaiiloContext()
 * const greeting = computed(() => `Enjoy, ${context.value.userName}`)
 * ```
 */
export function useHaiiloContext(): Readonly<ShallowRef<HostContext>> {
  return useReadyField('context')
}
