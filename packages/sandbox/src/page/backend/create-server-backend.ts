import type { BackEndEntry, SentEventEntry } from '../../contract/back-end-entry.js'
import type { PageCheck } from '../../contract/page-check.js'
import { PATHS } from '../../contract/paths.js'
import type { PluginState } from '../../contract/plugin-state.js'
import type { BackendEvent, SandboxBackend } from '../../contract/sandbox-backend.js'

/** Milliseconds before the events are requested again after the server closed them. */
const PAUSE = 1_500

/** The backend of the sandbox's own page: the server that served it. */
export async function createServerBackend(): Promise<SandboxBackend> {
  let keyServer = await findKeyServer()

  function watch(listener: (event: BackendEvent) => void): () => void {
    let events: EventSource | undefined
    let retry: ReturnType<typeof setTimeout> | undefined
    let reachable = true

    function connect(): void {
      const source = new EventSource(PATHS.events)
      events = source
      source.addEventListener('open', () => void reportBack())
      source.addEventListener('plugin', ({ data }: MessageEvent<string>) =>
        listener({ type: 'plugin', plugin: JSON.parse(data) as PluginState }),
      )
      source.addEventListener('back-end', ({ data }: MessageEvent<string>) =>
        listener({ type: 'back-end', entry: JSON.parse(data) as BackEndEntry }),
      )
      source.addEventListener('error', () => {
        if (reachable) listener({ type: 'server', reachable: (reachable = false) })
        // the browser reconnects by itself, except after a response that is not a stream
        if (source.readyState === EventSource.CLOSED) retry = setTimeout(connect, PAUSE)
      })
    }

    async function reportBack(): Promise<void> {
      if (reachable) return
      keyServer = await findKeyServer()
      listener({ type: 'server', reachable: (reachable = true) })
    }

    connect()
    return () => {
      clearTimeout(retry)
      events?.close()
    }
  }

  return {
    get keyServer() {
      return keyServer
    },
    plugin: async () => (await (await request(PATHS.plugin)).json()) as PluginState,
    watch,
    async loadSetup() {
      const response = await request(PATHS.setup)
      return response.status === 204 ? undefined : ((await response.json()) as unknown)
    },
    async saveSetup(setup) {
      await request(PATHS.setup, { method: 'PUT', headers: JSON_TYPE, body: JSON.stringify(setup) })
    },
    checkPage: async (url) => (await post(PATHS.check, { url })) as PageCheck,
    sendEvent: async (event, instanceId) => (await post(PATHS.send, { event, instanceId })) as SentEventEntry,
  }
}

async function post(path: string, body: object): Promise<unknown> {
  const response = await request(path, { method: 'POST', headers: JSON_TYPE, body: JSON.stringify(body) })
  return response.json()
}

const JSON_TYPE = { 'content-type': 'application/json' }

async function request(path: string, init?: RequestInit): Promise<Response> {
  const response = await fetch(path, init)
  if (response.ok) return response
  throw new Error(`The sandbox’s server answered ${path} with the status ${response.status}.`)
}

/** Requests the script again, because a restarted server has another secret. Returns an empty string without a key server. */
async function findKeyServer(): Promise<string> {
  try {
    const script: unknown = await import(/* @vite-ignore */ `${PATHS.keyServerScript}?${Date.now()}`)
    const { keyServer } = script as { readonly keyServer?: unknown }
    return typeof keyServer === 'string' ? keyServer : ''
  } catch {
    return ''
  }
}
