import { haiiloFetch } from '@haiilo-kit/core'
import { providedHost } from './provided-host.js'

/** `fetch` with a fresh token of the host. */
export type HaiiloFetch = (input: RequestInfo | URL, init?: RequestInit) => Promise<Response>

/**
 * A `fetch` that sends a fresh token of the host along, to the `backends` of the host's options only.
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
