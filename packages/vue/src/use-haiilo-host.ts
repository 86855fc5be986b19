import { hostState, isShallowEqual } from '@haiilo-kit/core/binding'
import { computed } from 'vue'
import type { ShallowRef } from 'vue'
import type { HaiiloHostRefs, HaiiloHostState } from './host-state.js'
import { useHaiiloConnection } from './use-haiilo-connection.js'
import { useSnapshot } from './use-snapshot.js'
import { toPlainData } from './to-plain-data.js'

/**
 * Returns the state of the host as readonly shallow refs, and the commands of the host.
 *
 * @throws {HaiiloError} `ERR_PROVIDER_MISSING`
 * @example
 * ```ts
 * const { status, context, retry } = useHaiiloHost()
 * ```
 */
export function useHaiiloHost(): HaiiloHostRefs
/**
 * Returns a readonly ref with the result of `select`. The ref triggers only when the result changes. Plain objects and arrays are compared
 * member by member, other values by identity. `select` may also read your own reactive state.
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
  const commands: typeof host = {
    ...host,
    send: (subject, payload, options) => host.send(subject, toPlainData(payload), options),
    request: (subject, payload, options) => host.request(subject, toPlainData(payload), options),
  }
  if (select) {
    return computed((previous?: unknown) => {
      const selected = select(hostState(commands, snapshot.value))
      return isShallowEqual(previous, selected) ? previous : selected
    })
  }
  return {
    ...commands,
    snapshot: computed(() => snapshot.value),
    status: computed(() => snapshot.value.status),
    context: computed(() => snapshot.value.context),
    config: computed(() => snapshot.value.config),
    error: computed(() => snapshot.value.error),
  }
}
