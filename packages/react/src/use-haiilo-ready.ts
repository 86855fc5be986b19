import { HaiiloError } from '@haiilo-kit/core'
import type { HaiiloHostReadyState } from './host-state.js'
import { useHaiiloConnection } from './use-haiilo-connection.js'
import { useHaiiloHost } from './use-haiilo-host.js'
import { useProvidedHost } from './use-provided-host.js'

/** The rejection reason of each promise from `ready()` that a render waited for. */
const rejections = new WeakMap<Promise<unknown>, { readonly reason: unknown }>()

/**
 * Returns the state of a ready host. Until the host is ready, and on a server, the nearest `<Suspense>` shows its fallback. Use it in apps
 * that already use Suspense. {@link HaiiloHostBoundary} works without it.
 *
 * @throws {TypeError} The provider has `options`. Its host is created while rendering, and React would create another one on each attempt.
 * @throws {HaiiloError} The error of the host; `ERR_CONNECTION_CLOSED` after it was closed; `ERR_NO_WINDOW` on a server;
 *   `ERR_PROVIDER_MISSING`. The nearest error boundary gets the error.
 * @example
 * ```tsx
 * const { context, config } = useHaiiloReady()
 * ```
 */
export function useHaiiloReady(): HaiiloHostReadyState {
  const { own } = useProvidedHost()
  const { ready } = useHaiiloConnection()
  const state = useHaiiloHost()
  if (own) {
    throw new TypeError(
      'useHaiiloReady() needs <HaiiloHostProvider host={host}>, with a host that createHaiiloHost() creates outside rendering. With options={…}, use <HaiiloHostBoundary>.',
    )
  }
  if (state.status === 'ready') return state
  if (state.status === 'failed') throw state.error
  if (state.status === 'closed') {
    throw new HaiiloError('ERR_CONNECTION_CLOSED', 'The host was closed. Open it again with retry().')
  }
  throw promiseOrReason(ready())
}

/** Returns what to throw: the promise, or its rejection reason. React would retry forever with a rejected promise. */
function promiseOrReason(promise: Promise<unknown>): unknown {
  const rejection = rejections.get(promise)
  if (rejection) return rejection.reason
  promise.catch((reason: unknown) => rejections.set(promise, { reason }))
  return promise
}
