import type { HostContext } from '@haiilo-kit/core'
import type { ShallowRef } from 'vue'
import { useReadyField } from './use-ready-field.js'

/**
 * Who is looking at the plug-in: verified, and the same object while equal. Only below a ready {@link HaiiloHostBoundary}.
 *
 * @throws {HaiiloError} `ERR_HOST_NOT_READY` outside a ready boundary, and when the value is read of a host that is ready no longer;
 *   `ERR_PROVIDER_MISSING`
 * @example
 * ```ts
 * const context = useHaiiloContext()
 * const greeting = computed(() => `Enjoy, ${context.value.userName}`)
 * ```
 */
export function useHaiiloContext(): Readonly<ShallowRef<HostContext>> {
  return useReadyField('context')
}
