import { HaiiloError, type PluginView } from '@haiilo-kit/core'
import { checkPluginMessage, type PluginMessage } from './check-plugin-message.js'
import { handshakeClaims, identityClaims, type LoadedState } from '../host/handshake-claims.js'
import type { SignedDelivery, SimulatedFault } from '../faults/faults.js'
import { createOutbox } from './message-sender.js'
import type { SimulatedConfig, SubjectHandler } from '../host/simulated-host.js'
import type { WireLogEntry } from '../host/wire-log.js'

/** What a page asks of its host. */
export interface PageHost {
  readonly issuer: string
  readonly subjects: Readonly<Record<string, SubjectHandler>>
  readonly clock: () => number
  readonly settings: () => { readonly fault: SimulatedFault | undefined; readonly latency: number }
  readonly mint: (delivery: SignedDelivery) => Promise<string>
  readonly record: (entry: Omit<WireLogEntry, 'id' | 'at'>) => void
}

export interface PageOptions {
  readonly source: string
  readonly view: PluginView
  readonly state: LoadedState
  /** Whether the page lives in a real frame. */
  readonly embedded: boolean
  /** The nonce of a handshake on an earlier load of this instance. */
  readonly earlierNonce: string
  /** Whether somebody listens there: not yet, now, or no more. Default: now, as in a frame. */
  readonly listener?: () => 'coming' | 'here' | 'gone'
  /** Posts into the page; `origin` where the window poses as another one. */
  readonly post: (data: unknown, origin?: string) => void
  readonly onHandshake: (nonce: string) => void
  readonly onHeight: (height: number) => void
  readonly onClose: (page: LoadedPage) => void
}

/** One page of the plug-in from load to leave. */
export interface LoadedPage {
  readonly source: string
  readonly view: PluginView
  readonly listener: () => 'coming' | 'here' | 'gone'
  /** Takes in what the page posted, whatever it is. */
  readonly receive: (data: unknown) => void
  /** Notes a message that did not get as far as the check, or that none came. */
  readonly note: (verdict: 'refused' | 'silent', reason: string) => void
  /** Signs and posts a message of the host's own accord. */
  readonly send: (subject: string, claims: SimulatedConfig) => void
  /** Asks the page to save once its handshake is answered, and resolves to its answer. */
  readonly save: (timeout: number) => Promise<boolean | SimulatedConfig>
  readonly close: () => void
}

interface PendingSave {
  readonly nonce: string
  /** Takes any nonce, because the request had none. */
  readonly anyNonce: boolean
  readonly resolve: (answer: boolean | SimulatedConfig) => void
}

/** Plays the host's part towards one loaded page: checks what it says, answers, and notes both. */
export function createLoadedPage(host: PageHost, page: PageOptions): LoadedPage {
  const { source, view, state, earlierNonce, embedded } = page
  const saves = new Set<PendingSave>()
  const left = new AbortController()
  let handshakes = 0
  const handshake = Promise.withResolvers<unknown>()
  const outbox = createOutbox({
    ...host,
    post: page.post,
    scene: () => ({ handshakes, earlierNonce, embedded }),
    note: (note) => host.record({ direction: 'host-to-plugin', source, view, ...note }),
  })

  function receive(data: unknown): void {
    if (left.signal.aborted) return
    const message = checkPluginMessage(data, {
      source,
      view,
      knows: (subject) => Object.hasOwn(host.subjects, subject),
    })
    if (message.reason !== undefined) return note('refused', message)
    if (message.subject === 'setConfig') return takeAnswer(message)
    // before the note: who hears of it shall find the height changed
    if (message.subject === 'setHeight') page.onHeight(Number(message.payload['height']))
    note('accepted', message)
    if (message.subject === 'init') answerHandshake(message)
    else if (message.subject !== 'setHeight') void answerRequest(message)
  }

  function answerHandshake({ nonce = crypto.randomUUID() }: PluginMessage): void {
    handshakes += 1
    page.onHandshake(nonce)
    handshake.resolve(outbox.deliver('init', nonce, handshakeClaims(state)))
  }

  async function answerRequest(message: PluginMessage): Promise<void> {
    const { subject, nonce = crypto.randomUUID(), payload } = message
    try {
      const claims = await host.subjects[subject]?.(payload, { user: state.user })
      if (claims) await outbox.deliver(subject, nonce, { ...identityClaims(state), ...claims })
    } catch (error) {
      note('refused', { ...message, reason: `the handler of this subject failed: ${String(error)}` })
    }
  }

  function save(timeout: number): Promise<boolean | SimulatedConfig> {
    const { promise, resolve, reject } = Promise.withResolvers<boolean | SimulatedConfig>()
    let isOver = false
    let pending: PendingSave | undefined
    const timer = setTimeout(() => reject(saveTimeout(timeout, pending !== undefined)), timeout)
    const leave = (): void => {
      reject(new HaiiloError('ERR_CONNECTION_CLOSED', 'The configuration view was left before it answered “save”.'))
    }
    const ask = (): void => {
      pending = { nonce: crypto.randomUUID(), anyNonce: host.settings().fault === 'no-jti', resolve }
      saves.add(pending)
      void outbox.deliver('save', pending.nonce, { 'ctx.userId': state.user.userId })
    }
    left.signal.addEventListener('abort', leave)
    void handshake.promise.then(() => (isOver ? undefined : ask()))
    return promise.finally(() => {
      isOver = true
      clearTimeout(timer)
      left.signal.removeEventListener('abort', leave)
      if (pending) saves.delete(pending)
    })
  }

  function takeAnswer(message: PluginMessage): void {
    const save = [...saves].find(({ nonce, anyNonce }) => anyNonce || nonce === message.nonce)
    if (!save) return note('refused', { ...message, reason: 'answers no save that is under way' })
    saves.delete(save)
    const stored = host.settings().fault !== 'refuses-save'
    note(stored ? 'accepted' : 'refused', stored ? message : { ...message, reason: 'refuses-save' })
    save.resolve(stored && asStored(message.payload['data']))
  }

  function note(
    verdict: 'accepted' | 'refused' | 'silent',
    message: Pick<WireLogEntry, 'subject' | 'nonce' | 'payload' | 'reason'>,
  ): void {
    host.record({ direction: 'plugin-to-host', source, view, verdict, ...message })
  }

  const loaded: LoadedPage = {
    source,
    view,
    listener: page.listener ?? (() => 'here'),
    receive,
    save,
    note: (verdict, reason) => note(verdict, { reason }),
    send: (subject, claims) =>
      void outbox.deliver(subject, crypto.randomUUID(), { ...identityClaims(state), ...claims }),
    close() {
      left.abort()
      outbox.close()
      page.onClose(loaded)
    },
  }
  return loaded
}

function saveTimeout(timeout: number, isAsked: boolean): HaiiloError {
  const message = isAsked
    ? `No answer to “save” within ${timeout} ms. Does the plug-in call onSave in its configuration view?`
    : `The configuration view did not ask for a handshake within ${timeout} ms. Does it call createHaiiloHost?`
  return new HaiiloError('ERR_SAVE_TIMEOUT', message)
}

/** As JSON keeps it: the check on arrival made sure that it can. */
function asStored(data: unknown): boolean | SimulatedConfig {
  return JSON.parse(JSON.stringify(data)) as boolean | SimulatedConfig // a boolean or a plain object, by the same check
}
