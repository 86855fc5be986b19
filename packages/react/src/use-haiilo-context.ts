import type { HostContext } from '@haiilo-kit/core'
import { useReadySelection } from './use-ready-selection.js'

/**
 * Returns the verified user and tenant. It stays the same object until it changes. Call it inside a ready {@link HaiiloHostBoundary}.
 *
 * @throws {HaiiloError} `ERR_HOST_NOT_READY` if the host is not ready; `ERR_PROVIDER_MISSING`
 * @example
 * ```tsx
 * const { userName } = useHaiiloContext()
 * ```
 */
export function useHaiiloContext(): HostContext {
  return useReadySelection('useHaiiloContext', ({ context }) => context)
}
