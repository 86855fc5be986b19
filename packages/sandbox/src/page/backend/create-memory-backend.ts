import type { BackEndEntry } from '../../contract/back-end-entry.js'
import type { PageCheck } from '../../contract/page-check.js'
import type { PluginState } from '../../contract/plugin-state.js'
import type { BackendEvent, SandboxBackend } from '../../contract/sandbox-backend.js'

/** The options of `createMemoryBackend`. */
export interface MemoryBackendOptions {
  readonly plugin: PluginState
  /** What was saved before. Default: nothing. */
  readonly setup?: unknown
  /** Default: every page can be shown. */
  readonly checkPage?: ((url: string) => PageCheck | Promise<PageCheck>) | undefined
  /** Default: the page cannot send events. */
  readonly sendEvent?: SandboxBackend['sendEvent']
  /** As `keyServer` of `createSimulatedHost`. Default: none. */
  readonly keyServer?: string | undefined
}

/** A backend without a server. */
export interface MemoryBackend extends SandboxBackend {
  /** Shows another plug-in, as after a change of its manifest. */
  readonly show: (plugin: PluginState) => void
  /** Simulates a server that stops or is back. */
  readonly setReachable: (reachable: boolean) => void
  /** Reports what the author's back end did without a request of the page. */
  readonly report: (entry: BackEndEntry) => void
}

/** Keeps everything in memory: for tests, and for pages that have no server of their own. */
export function createMemoryBackend({
  plugin,
  setup,
  checkPage,
  sendEvent,
  keyServer = '',
}: MemoryBackendOptions): MemoryBackend {
  const listeners = new Set<(event: BackendEvent) => void>()
  let shown = plugin
  let saved = setup

  function notify(event: BackendEvent): void {
    for (const listener of listeners) listener(event)
  }

  return {
    keyServer,
    sendEvent,
    plugin: () => Promise.resolve(shown),
    watch(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    loadSetup: () => Promise.resolve(saved),
    saveSetup(next) {
      saved = next
      return Promise.resolve()
    },
    checkPage: async (url) => checkPage?.(url) ?? Promise.resolve({ kind: 'ok', url, message: '' }),
    show(next) {
      shown = next
      notify({ type: 'plugin', plugin: next })
    },
    report: (entry) => notify({ type: 'back-end', entry }),
    setReachable: (reachable) => notify({ type: 'server', reachable }),
  }
}
