import { memoryTransport } from '@haiilo-kit/core'
import type { HostTransport, TrustRule, WireEntry } from '@haiilo-kit/core'
import type { TokenFactory } from './token-factory.js'

/** A message of the plug-in, as a host reads it. */
export interface PluginPost {
  readonly source: string
  readonly subject: string
  readonly nonce: string
  readonly data: Readonly<Record<string, unknown>>
  readonly targetOrigin: string
}

/** Complete options for `createHaiiloHost`. */
export interface ScriptedOptions {
  readonly source: string
  readonly transport: HostTransport
  readonly trust: readonly TrustRule[]
  readonly onWire: (entry: WireEntry) => void
  readonly clock?: () => number
}

/** A host that does what a test says, and nothing else: unlike the simulated one it knows no rule that it could keep. */
export interface ScriptedHost {
  readonly options: ScriptedOptions
  /** All that the plug-in posted, oldest first. */
  readonly sent: readonly PluginPost[]
  /** All that the plug-in said of the wire, oldest first. */
  readonly wire: readonly WireEntry[]
  /** How many receivers listen now. */
  readonly listening: () => number
  /** Resolves with the oldest message of that subject that was not given out yet, past or future. */
  readonly next: (subject: string) => Promise<PluginPost>
  /** Resolves with the oldest wire entry that fits and was not given out yet, past or future. */
  readonly seen: (expected: Partial<WireEntry>) => Promise<WireEntry>
  /** Posts data as the host's window would; by default from the tenant's origin. */
  readonly post: (data: unknown, from?: { readonly origin?: string; readonly fromHost?: boolean }) => void
  /** Signs a message of the host's own accord and posts it; `edit` unless the claims say otherwise. */
  readonly notify: (claims?: object) => Promise<string>
  /** The page comes back from the back/forward cache. */
  readonly restore: () => void
}

export interface ScriptedHostSettings {
  readonly tenant: TokenFactory
  /**
   * Answers a message of the plug-in with the data to post; `undefined` is silence. `turn` counts the messages of that subject, from 1.
   * Default: every `init` gets a right answer, all else is met with silence.
   */
  readonly answer?: ((message: PluginPost, turn: number) => unknown) | undefined
  /** Origin of the window that posts. Default: the issuer's. */
  readonly origin?: string
  /** Milliseconds since 1970, for the plug-in. */
  readonly clock?: () => number
}

/** Links a memory transport to a script. */
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
  readonly take: (fits: (item: T) => boolean) => Promise<T>
}

function createRecord<T>(): Recording<T> {
  const all: T[] = []
  const taken = new Set<T>()
  const waiting = new Set<() => void>()
  return {
    all,
    add(item) {
      all.push(item)
      for (const look of [...waiting]) look()
    },
    take: (fits) =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = all.find((item) => !taken.has(item) && fits(item))
          if (found === undefined) return
          taken.add(found)
          waiting.delete(look)
          resolve(found)
        }
        waiting.add(look)
        look()
      }),
  }
}
