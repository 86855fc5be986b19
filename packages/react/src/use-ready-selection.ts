import type { ReadySnapshot } from '@haiilo-kit/core'
import { hostNotReady } from '@haiilo-kit/core/binding'
import type { RegisteredConfig } from './register.js'
import { useHaiiloHost } from './use-haiilo-host.js'

/**
 * Returns the result of `select` for a ready host.
 *
 * @param hook The name of the calling hook, for the error message.
 * @throws {HaiiloError} `ERR_HOST_NOT_READY`; `ERR_PROVIDER_MISSING`
 */
export function useReadySelection<Selection>(
  hook: string,
  select: (snapshot: ReadySnapshot<RegisteredConfig>) => Selection,
): Selection {
  const selected = useHaiiloHost((state) => (state.status === 'ready' ? { selection: select(state) } : undefined))
  if (selected) return selected.selection
  throw hostNotReady(`${hook}()`, 'Put <HaiiloHostBoundary> around this component.')
}
