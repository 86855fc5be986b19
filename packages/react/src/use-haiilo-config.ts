import type { RegisteredConfig } from './register.js'
import { useReadySelection } from './use-ready-selection.js'

/**
 * Returns the configuration of the plug-in, with the type from {@link HaiiloRegister}. It stays the same object until it changes. Call
 * it inside a ready {@link HaiiloHostBoundary}.
 *
 * @throws {HaiiloError} `ERR_HOST_NOT_READY` if the host is not ready; `ERR_PROVIDER_MISSING`
 * @example
 * ```tsx
 * const { canteen } = useHaiiloConfig()
 * ```
 */
export function useHaiiloConfig(): RegisteredConfig {
  return useReadySelection('useHaiiloConfig', ({ config }) => config)
}
