import { CONNECTING } from '@haiilo-kit/core'
import { useMemo, useSyncExternalStore } from 'react'
import { createSelection } from './create-selection.js'
import type { Select } from './create-selection.js'
import type { HaiiloHostState } from './host-state.js'
import { useHaiiloConnection } from './use-haiilo-connection.js'

/**
 * The state of the host and what can be asked of it. Renders anew at each change.
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
 * What `select` picks out of the state. Renders anew only when that changes: by identity, or by one of its members where it is a plain
 * object or an array.
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
    () => selection(CONNECTING, select), // one constant: hydration must match the server
  )
}

function wholeState(state: HaiiloHostState): HaiiloHostState {
  return state
}
