import { haiiloFetch } from '@haiilo-kit/core'
import { providedHost } from './provided-host.js'

/** A `fetch` that adds a fresh token from the host. */
export type HaiiloFetch = (input: RequestInfo | URL, init?: RequestInit) => Promise<Response>

/**
 * Returns a `fetch` that adds a fresh token from the host. It rejects requests to origins
 * that the host's option `backends` does not list.
 *
 * @throws {HaiiloError} `ERR_PROVIDER_MISSING`
 * @example
 * ```ts
 * const fetch = useHaiiloFetch()
 * const { data } = useQuery({ queryKey: ['menu'], queryFn: async () => (await fetch('/api/menu')).json() })
 * ```
 */
export function useHaiiloFetch(): HaiiloFetch {
  const host = providedHost()
  return (input, init) => haiiloFetch(host, input, init)
}
