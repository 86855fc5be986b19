import { HaiiloError, type PluginView } from '@haiilo-kit/core'
import { checkPluginMessage, type PluginMessage } from './check-plugin-message.js'
import { handshakeClaims, identityClaims, type LoadedState } from '../host/handshake-claims.js'
import type { SignedMessage, SimulatedFault } from '../faults/faults.js'
import { createMessageSender } from './message-sender.js'
import type { SimulatedConfig, SubjectHandler } from '../host/simulated-host.js'
import type { WireLogEntry } from '../host/wire-log.js'

/** The parts of a host that its sessions share. */
export interface SessionHost {
  readonly issuer: string
  readonly subjects: Readonly<Record<string, SubjectHandler>>
  readonly clock: () => number
  readonly settings: () => { readonly fault: SimulatedFault | undefined; readonly latency: number }
  readonly sign: (message: SignedMessage) => Promise<string>
  readonly record: (entry: Omit<WireLogEntry, 'id' | 'at'>) => number
}

export interface PageSessionOptions {
  readonly source: string
  readonly view: PluginView
  readonly state: LoadedState
  /** Whether the page is in a real frame. */
  readonly embedded: boolean
  /** The nonce of a handshake of an earlier load of this instance. */
  readonly earlierNonce: string
  /** Whether the page listens for messages: not yet, now, or no longer. Default: `present`, as in a frame. */
  readonly presence?: () => Presence
  /** Posts into the page. `origin` is set if the message must appear to come from another origin. */
  readonly post: (data: unknown, origin?: string) => void
  readonly onHandshake: (nonce: string) => void
  readonly onHeight: (height: number) => void
  readonly onClose: (session: PageSession) => void
}

type Presence = 'expected' | 'present' | 'gone'

/** The host's side of the conversation with one plug-in page, from its load until it is closed or reloaded. */
export interface PageSession {
  readonly source: string
  readonly view: PluginView
  readonly presence: () => Presence
  /** Handles any data that the page posted. */
  readonly receive: (data: unknown) => void
  /** Logs a message that was refused before `receive`, or that the page is silent. */
  readonly record: (verdict: 'refused' | 'silent', reason: string) => void
  /** Signs and posts an unprompted message. */
  readonly send: (subject: string, claims: SimulatedConfig) => void
  /** Posts the message with this id of the log again. Returns whether there was such a message. */
  readonly sendAgain: (id: number) => boolean
  /** Sends `save` as soon as the handshake is answered. Resolves to the page's answer. */
  readonly save: (timeout: number) => Promise<boolean | SimulatedConfig>
  readonly close: () => void
}

interface PendingSave {
  readonly nonce: string
  /** Whether to accept an answer with any nonce, because the request had none. */
  readonly anyNonce: boolean
  readonly resolve: (answer: boolean | SimulatedConfig) => void
}

/** Opens a session with a page: checks its messages, answers them, and logs both. */
export function createPageSession(host: SessionHost, page: PageSessionOptions): PageSession {
  const { source, view, state, earlierNonce, embedded } = page
  const saves = new Set<PendingSave>()
  const closing = new AbortController()
  let handshakes = 0
  const handshake = Promise.withResolvers<unknown>()
  const sender = createMessageSender({
    ...host,
    post: page.post,
    faultContext: () => ({ handshakes, earlierNonce, embedded }),
    record: (entry) => host.record({ direction: 'host-to-plugin', source, view, ...entry }),
  })

  function receive(data: unknown): void {
    if (closing.signal.aborted) return
    const message = checkPluginMessage(data, {
      source,
      view,
      isKnownSubject: (subject) => Object.hasOwn(host.subjects, subject),
    })
    if (message.reason !== undefined) return record('refused', message)
    if (message.subject === 'setConfig') return finishSave(message)
    // before the log entry, so that its listeners read the new height
    if (message.subject === 'setHeight') page.onHeight(Number(message.payload['height']))
    record('accepted', message)
    if (message.subject === 'init') answerHandshake(message)
    else if (message.subject !== 'setHeight') void answerRequest(message)
  }

  function answerHandshake({ nonce = crypto.randomUUID() }: PluginMessage): void {
    handshakes += 1
    page.onHandshake(nonce)
    handshake.resolve(sender.send('init', nonce, handshakeClaims(state)))
  }

  async function answerRequest(message: PluginMessage): Promise<void> {
    const { subject, nonce = crypto.randomUUID(), payload } = message
    try {
      const claims = await host.subjects[subject]?.(payload, { user: state.user })
      if (claims) await sender.send(subject, nonce, { ...identityClaims(state), ...claims })
    } catch (error) {
      record('refused', { ...message, reason: `the handler of this subject failed: ${String(error)}` })
    }
  }

  function save(timeout: number): Promise<boolean | SimulatedConfig> {
    const { promise, resolve, reject } = Promise.withResolvers<boolean | SimulatedConfig>()
    let isOver = false
    let pending: PendingSave | undefined
    const timer = setTimeout(() => reject(saveTimeout(timeout, pending !== undefined)), timeout)
    const abort = (): void => {
      reject(new HaiiloError('ERR_CONNECTION_CLOSED', 'The configuration view was closed before it answered “save”.'))
    }
    const request = (): void => {
      pending = { nonce: crypto.randomUUID(), anyNonce: host.settings().fault === 'no-jti', resolve }
      saves.add(pending)
      void sender.send('save', pending.nonce, { 'ctx.userId': state.user.userId })
    }
    closing.signal.addEventListener('abort', abort)
    void handshake.promise.then(() => (isOver ? undefined : request()))
    return promise.finally(() => {
      isOver = true
      clearTimeout(timer)
      closing.signal.removeEventListener('abort', abort)
      if (pending) saves.delete(pending)
    })
  }

  function finishSave(message: PluginMessage): void {
    const save = [...saves].find(({ nonce, anyNonce }) => anyNonce || nonce === message.nonce)
    if (!save) return record('refused', { ...message, reason: 'no save is waiting for this answer' })
    saves.delete(save)
    const isStored = host.settings().fault !== 'refuses-save'
    record(isStored ? 'accepted' : 'refused', isStored ? message : { ...message, reason: 'refuses-save' })
    save.resolve(isStored && toJson(message.payload['data']))
  }

  function record(
    verdict: 'accepted' | 'refused' | 'silent',
    message: Pick<WireLogEntry, 'subject' | 'nonce' | 'payload' | 'reason'>,
  ): void {
    host.record({ direction: 'plugin-to-host', source, view, verdict, ...message })
  }

  const session: PageSession = {
    source,
    view,
    presence: page.presence ?? (() => 'present'),
    receive,
    save,
    sendAgain: sender.sendAgain,
    record: (verdict, reason) => record(verdict, { reason }),
    send: (subject, claims) => void sender.send(subject, crypto.randomUUID(), { ...identityClaims(state), ...claims }),
    close() {
      closing.abort()
      sender.close()
      page.onClose(session)
    },
  }
  return session
}

function saveTimeout(timeout: number, isSent: boolean): HaiiloError {
  const message = isSent
    ? `No answer to “save” within ${timeout} ms. Does the plug-in call onSave in its configuration view?`
    : `The configuration view did not send a handshake request within ${timeout} ms. Does it call createHaiiloHost?`
  return new HaiiloError('ERR_SAVE_TIMEOUT', message)
}

/** Converts an answer to what a host that stores JSON returns. `checkPluginMessage` has checked that this is possible. */
function toJson(data: unknown): boolean | SimulatedConfig {
  return JSON.parse(JSON.stringify(data)) as boolean | SimulatedConfig // checked there: a boolean or a plain object
}
