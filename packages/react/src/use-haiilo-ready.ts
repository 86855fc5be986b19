import { HaiiloError } from '@haiilo-kit/core'
import type { HaiiloHostReadyState } from './host-state.js'
import { useHaiiloConnection } from './use-haiilo-connection.js'
import { useHaiiloHost } from './use-haiilo-host.js'
import { useProvidedHost } from './use-provided-host.js'

/** What a promise of `ready()` rejected with, from the first rendering that waited for it. */
const rejections = new WeakMap<Promise<unknown>, { readonly reason: unknown }>()

/**
 * The state of a ready host; until it is ready, the nearest `<Suspense>` shows its fallback. For apps that work with Suspense anyway:
 * {@link HaiiloHostBoundary} needs none. On a server the fallback is what gets rendered.
 *
 * @throws {TypeError} The provider has `options`: its host is made while rendering, and React would make another at each attempt.
 * @throws {HaiiloError} To the nearest error boundary: the failure of the host; `ERR_CONNECTION_CLOSED`; on a server `ERR_NO_WINDOW`;
 *   `ERR_PROVIDER_MISSING`.
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
      'useHaiiloReady() needs a provider with host={host}, made by createHaiiloHost() outside rendering. With options={…}, use <HaiiloHostBoundary>.',
    )
  }
  if (state.status === 'ready') return state
  if (state.status === 'failed') throw state.error
  if (state.status === 'closed') {
    throw new HaiiloError('ERR_CONNECTION_CLOSED', 'The host was closed. Open it again with retry().')
  }
  throw waitFor(ready())
}

/** A promise to throw, as Suspense wants it: one that rejected would be asked for ever, so its reason is thrown in its place. */
function waitFor(promise: Promise<unknown>): unknown {
  const rejection = rejections.get(promise)
  if (rejection) return rejection.reason
  promise.catch((reason: unknown) => rejections.set(promise, { reason }))
  return promise
}
