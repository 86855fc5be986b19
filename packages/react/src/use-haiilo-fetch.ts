import { haiiloFetch } from '@haiilo-kit/core'
import { useCallback } from 'react'
import { useHaiiloConnection } from './use-haiilo-connection.js'

/** `fetch` with a fresh token of the host. */
export type HaiiloFetch = (input: RequestInfo | URL, init?: RequestInit) => Promise<Response>

/**
 * A `fetch` that sends a fresh token of the host along, to the `backends` of the host's options only. The same function for the life of
 * the host, so that it can stand in a list of dependencies.
 *
 * @throws {HaiiloError} `ERR_PROVIDER_MISSING`
 * @example
 * ```tsx
 * const fetch = useHaiiloFetch()
 * const { data } = useQuery({ queryKey: ['menu'], queryFn: async () => (await fetch('/api/menu')).json() })
 * ```
 */
export function useHaiiloFetch(): HaiiloFetch {
  const host = useHaiiloConnection()
  return useCallback<HaiiloFetch>((input, init) => haiiloFetch(host, input, init), [host])
}
