import { hostState, isShallowEqual } from '@haiilo-kit/core/binding'
import { computed } from 'vue'
import type { ShallowRef } from 'vue'
import type { HaiiloHostRefs, HaiiloHostState } from './host-state.js'
import { useHaiiloConnection } from './use-haiilo-connection.js'
import { useSnapshot } from './use-snapshot.js'
import { unwrap } from './unwrap.js'

/**
 * The state of the host in readonly shallow refs, and what can be asked of it.
 *
 * @throws {HaiiloError} `ERR_PROVIDER_MISSING`
 * @example
 * ```ts
 * const { status, context, retry } = useHaiiloHost()
 * ```
 */
export function useHaiiloHost(): HaiiloHostRefs
/**
 * What `select` picks out of the state, which may read reactive state too. Triggers only when that changes: by identity, or by one of its
 * members where it is a plain object or an array.
 *
 * @throws {HaiiloError} `ERR_PROVIDER_MISSING`
 * @example
 * ```ts
 * const language = useHaiiloHost(({ context }) => context?.userLanguage ?? 'en')
 * ```
 */
export function useHaiiloHost<Selection>(select: (state: HaiiloHostState) => Selection): Readonly<ShallowRef<Selection>>
export function useHaiiloHost(
  select?: (state: HaiiloHostState) => unknown,
): HaiiloHostRefs | Readonly<ShallowRef<unknown>> {
  const host = useHaiiloConnection()
  const snapshot = useSnapshot(host)
  const unwrapping: typeof host = {
    ...host,
    send: (subject, payload, options) => host.send(subject, unwrap(payload), options),
    request: (subject, payload, options) => host.request(subject, unwrap(payload), options),
  }
  if (select) {
    return computed((former?: unknown) => {
      const selected = select(hostState(unwrapping, snapshot.value))
      return isShallowEqual(former, selected) ? former : selected
    })
  }
  return {
    ...unwrapping,
    snapshot: computed(() => snapshot.value),
    status: computed(() => snapshot.value.status),
    context: computed(() => snapshot.value.context),
    config: computed(() => snapshot.value.config),
    error: computed(() => snapshot.value.error),
  }
}
