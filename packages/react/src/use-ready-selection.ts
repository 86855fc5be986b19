import type { ReadySnapshot } from '@haiilo-kit/core'
import { hostNotReady } from '@haiilo-kit/core/binding'
import type { RegisteredConfig } from './register.js'
import { useHaiiloHost } from './use-haiilo-host.js'

/** What `select` picks out of a ready host. `hook` is named in the error for a host that is not. */
export function useReadySelection<Selection>(
  hook: string,
  select: (snapshot: ReadySnapshot<RegisteredConfig>) => Selection,
): Selection {
  const selected = useHaiiloHost((state) => (state.status === 'ready' ? { selection: select(state) } : undefined))
  if (selected) return selected.selection
  throw hostNotReady(`${hook}()`, 'Put <HaiiloHostBoundary> around this component.')
}
