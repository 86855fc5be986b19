import { CONNECTING } from '@haiilo-kit/core'
import { useMemo, useSyncExternalStore } from 'react'
import { createSelection } from './create-selection.js'
import type { Select } from './create-selection.js'
import type { HaiiloHostState } from './host-state.js'
import { useHaiiloConnection } from './use-haiilo-connection.js'

/**
 * Returns the state and the commands of the host. The component renders again on each change.
 *
 * @throws {HaiiloError} `ERR_PROVIDER_MISSING`
 * @example
 * ```tsx
 * const { status, context, retry } = useHaiiloHost()
 * if (status === 'ready') return <p>Hello, {context.userName}</p>
 * ```
 */
export function useHaiiloHost(): HaiiloHostState
/**
 * Returns the result of `select`. The component renders again only when the result changes. Plain objects and arrays are compared member
 * by member, other values by identity.
 *
 * @throws {HaiiloError} `ERR_PROVIDER_MISSING`
 * @example
 * ```tsx
 * const language = useHaiiloHost(({ context }) => context?.userLanguage ?? 'en')
 * ```
 */
export function useHaiiloHost<Selection>(select: (state: HaiiloHostState) => Selection): Selection
export function useHaiiloHost(select: Select<unknown> = wholeState): unknown {
  const host = useHaiiloConnection()
  const selection = useMemo(() => createSelection<unknown>(host), [host])
  return useSyncExternalStore(
    host.subscribe,
    () => selection(host.getSnapshot(), select),
    () => selection(CONNECTING, select), // always this constant: hydration must match the server
  )
}

function wholeState(state: HaiiloHostState): HaiiloHostState {
  return state
}
