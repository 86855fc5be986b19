import type { HaiiloHost, HostSnapshot } from '@haiilo-kit/core'
import { hostState, isShallowEqual } from '@haiilo-kit/core/binding'
import type { HaiiloHostState } from './host-state.js'
import type { RegisteredConfig } from './register.js'

/** Picks something out of a host's state. */
export type Select<Selection> = (state: HaiiloHostState) => Selection

interface Last<Selection> {
  readonly snapshot: HostSnapshot<RegisteredConfig>
  readonly select: Select<Selection>
  readonly selection: Selection
}

/**
 * A selection of a host's state that keeps its identity while nothing in it changes: what useSyncExternalStore asks of a snapshot, also
 * of a selector that makes a new object or a new function at each rendering.
 */
export function createSelection<Selection>(
  host: HaiiloHost<RegisteredConfig>,
): (snapshot: HostSnapshot<RegisteredConfig>, select: Select<Selection>) => Selection {
  let last: Last<Selection> | undefined

  return (snapshot, select) => {
    if (last?.snapshot === snapshot && last.select === select) return last.selection
    const selected = select(hostState(host, snapshot))
    const selection = last && isShallowEqual(last.selection, selected) ? last.selection : selected
    last = { snapshot, select, selection }
    return selection
  }
}
