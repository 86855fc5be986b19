import type { BackEndEntry, BackEndEventName } from '../../contract/back-end-entry.js'
import type { PluginState } from '../../contract/plugin-state.js'
import type { SandboxSetup } from '../../contract/setup.js'
import type { ShownEntryPoint } from './entry-points.js'
import type { PanelSizes } from './panel-sizes.js'

export type SideTab = 'page' | 'widget' | 'plugin' | 'back-end'

export type OpenDialog =
  | { readonly name: 'add-widget' | 'shortcuts' | 'users' | 'global-config' }
  | { readonly name: 'settings'; readonly instanceId: string }

/** What the page knows of the author's back end. */
export interface BackEndState {
  /** Whether the page can send events. It needs a server for it. */
  readonly canSend: boolean
  /** Whether a widget that is added or removed sends its event. Off after each load, because it sends requests without a click on a button. */
  readonly sendsAutomatically: boolean
  /** The events that wait for their answer. */
  readonly waiting: readonly BackEndEventName[]
  /** What happened, newest first. */
  readonly entries: readonly ShownEntry[]
}

/** An entry with a key, so that its details stay open. */
export interface ShownEntry {
  readonly key: number
  readonly entry: BackEndEntry
}

/** Everything that the page is drawn from. It is never changed in place. */
export interface PageState {
  readonly setup: SandboxSetup
  readonly plugin: PluginState
  /** The entry points of `plugin`. */
  readonly entryPoints: readonly ShownEntryPoint[]
  /** What had to be replaced in the set-up, one sentence each. */
  readonly notices: readonly string[]
  /** As `keyServer` of `createSimulatedHost`. */
  readonly keyServer: string
  readonly serverReachable: boolean
  readonly selectedId: string | undefined
  readonly tab: SideTab
  readonly dialog: OpenDialog | undefined
  readonly panels: PanelSizes
  readonly backEnd: BackEndState
  /** The last message for screen readers. */
  readonly announcement: string
}

/** Holds the state of the page. Listeners run synchronously, so the page is up to date when `update` returns. */
export interface PageStore {
  readonly get: () => PageState
  readonly update: (changes: Partial<PageState>) => void
  readonly subscribe: (listener: (state: PageState) => void) => void
}

export function createPageStore(initial: PageState): PageStore {
  const listeners: ((state: PageState) => void)[] = []
  let state = initial
  return {
    get: () => state,
    update(changes) {
      state = { ...state, ...changes }
      for (const listener of listeners) listener(state)
    },
    subscribe: (listener) => void listeners.push(listener),
  }
}
