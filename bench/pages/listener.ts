import { PluginAdapter } from '@coyoapp/plugin-adapter'
import { createHaiiloHost } from '@haiilo-kit/core'

type Listener = (event: MessageEvent<unknown>) => void
type Name = 'empty' | 'kit' | 'vendor'
interface Options {
  readonly rounds: number
  /** Messages per round and listener. */
  readonly messages: number
}

const listeners = ready()

/** Resolves with the cost of a message in microseconds, including the dispatch, for each listener and round. */
async function messageCost(data: readonly unknown[], { rounds, messages }: Options): Promise<Record<Name, number[]>> {
  const all = await listeners
  const times: Record<Name, number[]> = { empty: [], kit: [], vendor: [] }
  const events = data.map((item) => messageOfHost(item))
  for (let round = -2; round < rounds; round += 1) {
    for (const name of Object.keys(all) as Name[]) {
      const time = timeDispatch(all[name], events, messages)
      if (round >= 0) times[name].push((time / messages) * 1000)
    }
    // lets frames and timers run
    await new Promise((resolve) => setTimeout(resolve))
  }
  return times
}

/** Resolves with the time that each listener takes for one large message in the shape of a token, in milliseconds. */
async function largeMessageTime(megabytes: number): Promise<Record<Name, number>> {
  const { empty, kit, vendor } = await listeners
  const claims = { jti: 'unknown nonce', padding: 'x'.repeat(megabytes * 750_000) }
  const segments = [{ alg: 'RS512' }, claims].map((part) => btoa(JSON.stringify(part)).replaceAll('=', ''))
  const events = [messageOfHost(`${segments.join('.')}.AAAA`)]
  return {
    empty: timeDispatch(empty, events, 1),
    kit: timeDispatch(kit, events, 1),
    vendor: timeDispatch(vendor, events, 1),
  }
}

function timeDispatch(listener: Listener, events: readonly Event[], messages: number): number {
  addEventListener('message', listener)
  const started = performance.now()
  for (let index = 0; index < messages; index += 1) dispatchEvent(events[index % events.length] as Event)
  const time = performance.now() - started
  removeEventListener('message', listener)
  return time
}

function messageOfHost(data: unknown): MessageEvent {
  return new MessageEvent('message', { data, origin: ISSUER, source: parent })
}

/** Resolves with the message listener of each connected client, removed from the window so that each can be measured alone. */
async function ready(): Promise<Record<Name, Listener>> {
  const kit = await listenerOf(() => createHaiiloHost({ trust: [{ issuer: ISSUER, keys: [KEY] }] }).ready())
  const vendor = await listenerOf(() => new PluginAdapter().init(false, 60_000, false))
  return { empty: () => undefined, kit, vendor }
}

async function listenerOf(connect: () => Promise<unknown>): Promise<Listener> {
  const added: Listener[] = []
  const watching = (type: string, listener: EventListener): void => {
    if (type === 'message') added.push(listener)
    EventTarget.prototype.addEventListener.call(window, type, listener)
  }
  Reflect.set(window, 'addEventListener', watching)
  const connected = connect()
  Reflect.deleteProperty(window, 'addEventListener')
  await connected
  const [listener] = added
  if (!listener) throw new Error('The client added no message listener.')
  removeEventListener('message', listener)
  return listener
}

Object.assign(globalThis, { messageCost, largeMessageTime })
