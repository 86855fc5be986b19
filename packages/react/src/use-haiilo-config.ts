import type { RegisteredConfig } from './register.js'
import { useReadySelection } from './use-ready-selection.js'

/**
 * The configuration of the plug-in, of the type that {@link HaiiloRegister} says, and the same object while equal. Only below a ready
 * {@link HaiiloHostBoundary}.
 *
 * @throws {HaiiloError} `ERR_HOST_NOT_READY` outside a ready boundary; `ERR_PROVIDER_MISSING`
 * @example
 * ```tsx
 * const { canteen } = useHaiiloConfig()
 * ```
 */
export function useHaiiloConfig(): RegisteredConfig {
  return useReadySelection('useHaiiloConfig', ({ config }) => config)
}
