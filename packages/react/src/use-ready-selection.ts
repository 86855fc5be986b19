import { HaiiloError } from '@haiilo-kit/core'
import type { ReadySnapshot } from '@haiilo-kit/core'
import type { RegisteredConfig } from './register.js'
import { useHaiiloHost } from './use-haiilo-host.js'

/** What `select` picks out of a ready host. `hook` is named in the error for a host that is not. */
export function useReadySelection<Selection>(
  hook: string,
  select: (snapshot: ReadySnapshot<RegisteredConfig>) => Selection,
): Selection {
  const selected = useHaiiloHost((state) => (state.status === 'ready' ? { selection: select(state) } : undefined))
  if (selected) return selected.selection
  throw new HaiiloError(
    'ERR_HOST_NOT_READY',
    `${hook}() needs a ready host. Put <HaiiloHostBoundary> around this component.`,
  )
}
