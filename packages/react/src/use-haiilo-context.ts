import type { HostContext } from '@haiilo-kit/core'
import { useReadySelection } from './use-ready-selection.js'

/**
 * Who is looking at the plug-in: verified, and the same object while equal. Only below a ready {@link HaiiloHostBoundary}.
 *
 * @throws {HaiiloError} `ERR_HOST_NOT_READY` outside a ready boundary; `ERR_PROVIDER_MISSING`
 * @example
 * ```tsx
 * const { userName } = useHaiiloContext()
 * ```
 */
export function useHaiiloContext(): HostContext {
  return useReadySelection('useHaiiloContext', ({ context }) => context)
}
