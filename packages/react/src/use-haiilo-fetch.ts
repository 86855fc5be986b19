import { haiiloFetch } from '@haiilo-kit/core'
import { useCallback } from 'react'
import { useHaiiloConnection } from './use-haiilo-connection.js'

/** A `fetch` that adds a fresh token from the host. */
export type HaiiloFetch = (input: RequestInfo | URL, init?: RequestInit) => Promise<Response>

/**
 * Returns a `fetch` that adds a fresh token from the host. It rejects requests to origins that the host's option `backends` does not
 * list. It stays the same function for the lifetime of the host, so it is safe in a dependency array.
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
