import type { PageCheck } from './page-check.js'
import type { PluginState } from './plugin-state.js'

/** What the page needs from its server. A Storybook implements it in the page itself. */
export interface SandboxBackend {
  /** The plug-in as it is now. */
  readonly plugin: () => Promise<PluginState>
  /**
   * Calls the listener when the plug-in changes, and when the server goes away or comes back.
   *
   * @returns Stops that.
   */
  readonly watch: (listener: (event: BackendEvent) => void) => () => void
  /** The set-up that was saved last, not validated; `undefined` if there is none. */
  readonly loadSetup: () => Promise<unknown>
  readonly saveSetup: (setup: object) => Promise<void>
  /** @param url A page that the manifest names; the server asks no other. */
  readonly checkPage: (url: string) => Promise<PageCheck>
  /** Address of the simulator's key server and the secret to publish a key. */
  readonly keyServer: string
}

export type BackendEvent =
  { readonly type: 'plugin'; readonly plugin: PluginState } | { readonly type: 'server'; readonly reachable: boolean }
