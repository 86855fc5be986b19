import type { BackEndEntry, BackEndEventName, SentEventEntry } from './back-end-entry.js'
import type { PageCheck } from './page-check.js'
import type { PluginState } from './plugin-state.js'

/** What the page needs from its server. `createMemoryBackend` implements it without a server. */
export interface SandboxBackend {
  /** The current state of the plug-in. */
  readonly plugin: () => Promise<PluginState>
  /**
   * Calls the listener when the plug-in changes, and when the server stops or is back.
   *
   * @returns A function that stops it.
   */
  readonly watch: (listener: (event: BackendEvent) => void) => () => void
  /** The set-up that was saved last, not validated; `undefined` if there is none. */
  readonly loadSetup: () => Promise<unknown>
  /** Stores the set-up of the page. */
  readonly saveSetup: (setup: object) => Promise<void>
  /**
   * Checks whether a page answers and can be shown in a frame.
   *
   * @param url A page that the manifest names; the server refuses all others.
   */
  readonly checkPage: (url: string) => Promise<PageCheck>
  /**
   * Sends an event to the author's back end, to the URL in the manifest. Without it, the page says that it cannot send events.
   *
   * @param instanceId The widget, for `instance_add` and `instance_remove`.
   */
  readonly sendEvent?: ((event: BackEndEventName, instanceId?: string) => Promise<SentEventEntry>) | undefined
  /** Address of the simulator's key server and the secret to publish a key. */
  readonly keyServer: string
}

/** What a back end reports to the page. */
export type BackendEvent =
  | { readonly type: 'plugin'; readonly plugin: PluginState }
  | { readonly type: 'server'; readonly reachable: boolean }
  | { readonly type: 'back-end'; readonly entry: BackEndEntry }
