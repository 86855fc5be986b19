import type { HaiiloHost } from '../connection/haiilo-host.js'
import type { HostSnapshot } from '../connection/host-snapshot.js'
import { hostState, type HostState } from './host-state.js'
import { isShallowEqual } from './is-shallow-equal.js'

/** Picks something out of a host's state. */
export type Select<Selection, Config> = (state: HostState<Config>) => Selection

interface Last<Selection, Config> {
  readonly snapshot: HostSnapshot<Config>
  readonly select: Select<Selection, Config>
  readonly selection: Selection
}

/**
 * A selection of a host's state that keeps its identity while nothing in it changes, also of a selector that makes a new object, or is a
 * new function, each time.
 */
export function createSelection<Selection, Config>(
  host: HaiiloHost<Config>,
): (snapshot: HostSnapshot<Config>, select: Select<Selection, Config>) => Selection {
  let last: Last<Selection, Config> | undefined

  return (snapshot, select) => {
    if (last?.snapshot === snapshot && last.select === select) return last.selection
    const selected = select(hostState(host, snapshot))
    const selection = last && isShallowEqual(last.selection, selected) ? last.selection : selected
    last = { snapshot, select, selection }
    return selection
  }
}
