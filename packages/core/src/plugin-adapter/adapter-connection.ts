import { createHaiiloHost } from '../connection/create-haiilo-host.js'
import type { HaiiloHost, HaiiloHostOptions, PluginView } from '../connection/haiilo-host.js'
import { observeHeight } from '../frame/observe-height.js'
import { decodeToken } from '../token/decode-token.js'
import type { Claims } from '../protocol/subjects.js'
import { JwkStore } from './jwk-store.js'

/** Options of `createHaiiloHost` that the vendor's adapter does not have. `trust` replaces what {@link JwkStore} trusts. */
export type AdapterOptions = Omit<HaiiloHostOptions, 'config' | 'source' | 'timeout' | 'view'>

/** The vendor's adapter waits as long. In milliseconds. */
export const INIT_TIMEOUT = 60_000

/** One view of a plug-in, with at most one handler of each kind, as in the vendor's adapter. */
export interface AdapterConnection {
  /** The connection. The first call creates it, with what {@link JwkStore} trusts at that time. */
  readonly host: (timeout?: number) => HaiiloHost
  /** Resolves with a token of the host and its claims. Connects again if the connection failed. */
  readonly init: (timeout: number) => Promise<{ readonly claims: Claims; readonly token: string }>
  readonly observeHeight: (selectors: string) => () => void
  /** Replaces what is registered under this name. Returns the function that removes it. */
  readonly register: (name: 'height' | 'message', start: (host: HaiiloHost) => () => void) => () => void
}

export function createAdapterConnection(
  source: string,
  view: PluginView,
  options: AdapterOptions,
  warn: (message: string) => void,
): AdapterConnection {
  let created: HaiiloHost | undefined
  const registered = new Map<string, () => void>()

  function host(timeout = INIT_TIMEOUT): HaiiloHost {
    const { trust } = JwkStore.getInstance()
    return (created ??= createHaiiloHost({ trust, ...options, ...(source && { source }), view, timeout }))
  }

  function register(name: string, start: (host: HaiiloHost) => () => void): () => void {
    registered.get(name)?.()
    const stop = start(host())
    registered.set(name, stop)
    return stop
  }

  return {
    host,
    async init(timeout) {
      const { ready, retry, getToken } = host(timeout)
      // does nothing while the connection is open
      retry()
      await ready()
      const token = await getToken()
      // `getToken` verified it
      return { token, claims: decodeToken(token)?.claims as Claims }
    },
    observeHeight(selectors) {
      const found = document.querySelector(selectors)
      const element = found === document.documentElement ? document.body : found
      if (!element) warn(`observeHeight: no element matches "${selectors}".`)
      return register('height', (current) => (element ? observeHeight(current, element) : () => undefined))
    },
    register,
  }
}
