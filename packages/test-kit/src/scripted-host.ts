import { memoryTransport } from '@haiilo-kit/core'
import type { HostTransport, TrustRule, WireEntry } from '@haiilo-kit/core'
import type { TokenFactory } from './token-factory.js'

/** A message that the plug-in posted. */
export interface PluginPost {
  readonly source: string
  readonly subject: string
  readonly nonce: string
  readonly data: Readonly<Record<string, unknown>>
  readonly targetOrigin: string
}

/** The options to pass to `createHaiiloHost`. */
export interface ScriptedOptions {
  readonly source: string
  readonly transport: HostTransport
  readonly trust: readonly TrustRule[]
  readonly onWire: (entry: WireEntry) => void
  readonly clock?: () => number
}

/** A host that the test controls completely. Unlike the simulated host, it can break every rule of the protocol. */
export interface ScriptedHost {
  readonly options: ScriptedOptions
  /** All messages that the plug-in posted, oldest first. */
  readonly sent: readonly PluginPost[]
  /** All wire entries that the plug-in reported, oldest first. */
  readonly wire: readonly WireEntry[]
  /** Returns the current number of receivers. */
  readonly listening: () => number
  /** Resolves with the oldest message with this subject that `next` has not returned yet. Waits if there is none. */
  readonly next: (subject: string) => Promise<PluginPost>
  /** Resolves with the oldest matching wire entry that `seen` has not returned yet. Waits if there is none. */
  readonly seen: (expected: Partial<WireEntry>) => Promise<WireEntry>
  /** Posts data to the plug-in, by default from the host's window and the tenant's origin. */
  readonly post: (data: unknown, from?: { readonly origin?: string; readonly fromHost?: boolean }) => void
  /** Signs and posts a message without a request. Its subject is `edit` unless `claims` has a `sub`. */
  readonly notify: (claims?: object) => Promise<string>
  /** Simulates that the page returns from the back/forward cache. */
  readonly restore: () => void
}

export interface ScriptedHostSettings {
  readonly tenant: TokenFactory
  /**
   * Returns the data to post as the answer to a message of the plug-in, or `undefined` for no answer. `turn` counts the messages with this
   * subject, starting at 1. Default: answers each `init` with a valid token, and nothing else.
   */
  readonly answer?: ((message: PluginPost, turn: number) => unknown) | undefined
  /** The origin of the window that posts. Default: the issuer. */
  readonly origin?: string
  /** The clock of the plug-in, in milliseconds since 1970. */
  readonly clock?: () => number
}

/** Creates a memory transport whose host side the test controls. */
export function scriptHost({ tenant, answer = answerInit(tenant), origin, clock }: ScriptedHostSettings): ScriptedHost {
  const link = memoryTransport()
  const sent = createRecord<PluginPost>()
  const wire = createRecord<WireEntry>()
  let listening = 0

  const post: ScriptedHost['post'] = (data, { origin: from = origin ?? tenant.issuer, ...rest } = {}) => {
    link.host.post(data, from, rest)
  }

  link.host.listen((data, targetOrigin) => {
    const message = readPost(data, targetOrigin)
    sent.add(message)
    const turn = sent.all.filter(({ subject }) => subject === message.subject).length
    void Promise.resolve(answer(message, turn)).then((response) => {
      if (response !== undefined) post(response)
    })
  })

  const transport: HostTransport = {
    ...link.plugin,
    listen(receiver) {
      const stop = link.plugin.listen(receiver)
      listening += 1
      return () => {
        listening -= 1
        stop()
      }
    },
  }

  return {
    options: { source: 'source-1', transport, trust: tenant.trust, onWire: wire.add, ...(clock && { clock }) },
    sent: sent.all,
    wire: wire.all,
    listening: () => listening,
    next: (subject) => sent.take((message) => message.subject === subject),
    seen: (expected) =>
      wire.take((entry) => Object.entries(expected).every(([name, value]) => entry[name as keyof WireEntry] === value)),
    post,
    async notify(claims) {
      const token = await tenant.sign({ sub: 'edit', jti: crypto.randomUUID(), ...claims })
      post(token)
      return token
    },
    restore: link.host.restore,
  }
}

function answerInit(tenant: TokenFactory): (message: PluginPost) => unknown {
  return ({ subject, nonce }) => (subject === 'init' ? tenant.sign({ jti: nonce }) : undefined)
}

function readPost(data: unknown, targetOrigin: string): PluginPost {
  const record = data as Record<string, unknown>
  const { iss, sub, jti } = record
  return { source: String(iss), subject: String(sub), nonce: String(jti), data: record, targetOrigin }
}

interface Recording<T> {
  readonly all: readonly T[]
  readonly add: (item: T) => void
  readonly take: (matches: (item: T) => boolean) => Promise<T>
}

function createRecord<T>(): Recording<T> {
  const all: T[] = []
  const taken = new Set<T>()
  const waiting = new Set<() => void>()
  return {
    all,
    add(item) {
      all.push(item)
      for (const check of [...waiting]) check()
    },
    take: (matches) =>
      new Promise((resolve) => {
        const check = (): void => {
          const found = all.find((item) => !taken.has(item) && matches(item))
          if (found === undefined) return
          taken.add(found)
          waiting.delete(check)
          resolve(found)
        }
        waiting.add(check)
        check()
      }),
  }
}
