import type { HaiiloHost, HostSnapshot } from '@haiilo-kit/core'
import { hostState, isShallowEqual } from '@haiilo-kit/core/binding'
import type { HaiiloHostState } from './host-state.js'
import type { RegisteredConfig } from './register.js'

/** Selects a value from the state of the host. */
export type Select<Selection> = (state: HaiiloHostState) => Selection

interface Last<Selection> {
  readonly snapshot: HostSnapshot<RegisteredConfig>
  readonly select: Select<Selection>
  readonly selection: Selection
}

/**
 * Creates a function that selects from the state of a host. Its result keeps its identity until a member changes, as
 * `useSyncExternalStore` requires. This holds even if the selector returns a new object, or is a new function, on each render.
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
