import { HaiiloError } from '../errors.js'
import { abortable } from '../lib/abortable.js'
import { deferred } from '../lib/deferred.js'
import { createEditMode } from './edit-mode.js'
import type { RequestOptions, VerifiedMessage } from './haiilo-host.js'
import type { Handlers } from './handlers.js'
import { requireSource, requireWebCrypto, shakeHands } from './handshake.js'
import type { ReadySnapshot } from './host-snapshot.js'
import type { HostState } from './host-state.js'
import { createIncoming } from './incoming.js'
import type { HostSettings } from './options.js'
import { createOutgoing } from './outgoing.js'
import { createPendingRequests, type Exchange } from './pending-requests.js'
import { readySnapshot } from './ready-snapshot.js'
import type { ReplayGuard } from './replay-guard.js'
import { createTokenKeeper } from './token-keeper.js'
import { createWireLog } from './wire-log.js'

/** The parts of a host that live longer than one session. */
export interface SessionParts<Config> {
  readonly settings: HostSettings<Config>
  readonly state: HostState<Config>
  readonly handlers: Handlers
  readonly replayGuard: ReplayGuard
  /** Called once the host is verified, before anything that was queued is sent. */
  readonly onVerified: () => void
}

/**
 * One opening of the connection. It asks who embeds the page, and then talks to the verified host only. The queue, the pending requests
 * and the token belong to this session and end with it.
 */
export interface Session<Config> {
  /** Starts the handshake, the first time. */
  readonly open: () => void
  /** Resolves when the host is verified, and rejects with the reason for which the session ended. */
  readonly ready: () => Promise<ReadySnapshot<Config>>
  /** @throws {HaiiloError} The reason for which the session ended. */
  readonly send: (subject: string, payload: object, nonce?: string) => void
  readonly request: (subject: string, payload: object, options?: RequestOptions) => Promise<VerifiedMessage>
  readonly getToken: (minTtl: number, fresh: boolean) => Promise<string>
  readonly close: () => void
}

export function createSession<Config>(parts: SessionParts<Config>): Session<Config> {
  const { settings, state, handlers } = parts
  const { transport, source, clock } = settings
  const life = new AbortController()
  const log = createWireLog(settings.onWire, clock)
  const outgoing = createOutgoing(source, transport, log)
  const requests = createPendingRequests()
  const tokens = createTokenKeeper(refresh, clock)
  const editMode = createEditMode(state)
  const incoming = createIncoming({
    ...parts,
    requests,
    editMode,
    log,
    signal: life.signal,
    expects: (subject) =>
      handlers.has(subject) || subject === 'edit' || (subject === 'save' && settings.view === 'config'),
    onNotification,
    onIdentityChange: fail,
  })
  const queue: (() => void)[] = []
  let readiness = deferred<ReadySnapshot<Config>>()
  let progress: 'idle' | 'asking' | 'verified' = 'idle'
  let ended: HaiiloError | undefined
  let stopListening: (() => void) | undefined

  function open(): void {
    if (progress !== 'idle' || ended) return
    progress = 'asking'
    if (!transport) return readiness.reject(noWindow())
    try {
      requireWebCrypto()
      stopListening = transport.listen({ message: incoming.receive, restored })
      requireSource(source)
      // ask first: the rest happens while the host answers
      shakeHands(settings, { outgoing, requests, log, receive: incoming.receive }).then(establish).catch(fail)
      settings.verifier.warm(transport.hint)
    } catch (error) {
      fail(error)
    }
  }

  /** Pins the origin and makes the host ready, in one step. A later handshake brings a new token and whatever else changed. */
  function establish(exchange: Exchange): void {
    if (ended) throw ended
    const { message } = exchange
    const snapshot = readySnapshot(message, state.getSnapshot(), settings.parseConfig)
    outgoing.pin(message.origin)
    incoming.pin(message)
    tokens.keep(exchange)
    editMode.follow(message)
    if (progress === 'asking') sendQueue()
    state.ready(snapshot)
    // a listener may have ended the session; then this promise is rejected already
    readiness.resolve(snapshot)
  }

  function sendQueue(): void {
    progress = 'verified'
    parts.onVerified()
    for (const send of queue.splice(0)) send()
  }

  /** The page came back from the back/forward cache: an answer that was on its way is lost. */
  function restored(): void {
    requests.resend('init')
    tokens.drop()
  }

  function onNotification(message: VerifiedMessage): void {
    editMode.follow(message)
    if (message.subject === 'save' && !handlers.has('save')) refuseSave(message)
    handlers.call(message)
  }

  function refuseSave({ nonce }: VerifiedMessage): void {
    settings.warn(
      new HaiiloError(
        'ERR_SAVE_UNHANDLED',
        'The host asked to save, and nothing here answers. Call onSave(host, handler) in the configuration view.',
      ),
    )
    send('setConfig', { data: false }, nonce)
  }

  function send(subject: string, payload: object, nonce: string = crypto.randomUUID()): void {
    if (ended) throw ended
    if (progress === 'verified') post(subject, payload, nonce)
    else if (transport) queue.push(() => post(subject, payload, nonce))
  }

  function post(subject: string, payload: object, nonce: string): void {
    if (ended) throw ended
    try {
      outgoing.post(subject, payload, nonce)
    } catch (error) {
      // the transport says that the frame was detached
      if (error instanceof HaiiloError) close()
      throw error
    }
  }

  function ask(subject: string, payload: object, options: RequestOptions = {}): Promise<Exchange> {
    if (ended) throw ended
    const { timeout = settings.timeout, signal } = options
    return requests.open({ subject, timeout, signal, send: (nonce) => post(subject, payload, nonce) })
  }

  async function request(subject: string, payload: object, options?: RequestOptions): Promise<VerifiedMessage> {
    await abortable(readiness.promise, options?.signal)
    return (await ask(subject, payload, options)).message
  }

  async function getToken(minTtl: number, fresh: boolean): Promise<string> {
    await readiness.promise
    if (ended) throw ended
    return tokens.get(minTtl, fresh)
  }

  async function refresh(): Promise<void> {
    const exchange = await ask('init', {})
    try {
      establish(exchange)
    } catch (error) {
      fail(error)
    }
    // a listener may have closed the connection, and the configuration may have failed it
    if (ended) throw ended
  }

  function fail(error: unknown): void {
    if (ended) return
    const reason = error instanceof HaiiloError ? error : connectionFailed(error)
    if (reason.code === 'ERR_CONNECTION_CLOSED') close()
    else end(reason, () => state.failed(reason))
  }

  /** A failed connection can be closed, too. */
  function close(): void {
    if (ended?.code !== 'ERR_CONNECTION_CLOSED') end(closedError(), state.closed)
  }

  function end(reason: HaiiloError, tell: () => void): void {
    ended = reason
    stopListening?.()
    stopListening = undefined
    life.abort(reason)
    tokens.drop()
    requests.rejectAll(reason)
    readiness.reject(reason)
    // late callers must not get the snapshot of a connection that has ended
    if (progress === 'verified') readiness = deferred()
    readiness.reject(reason)
    tell()
  }

  return {
    open,
    ready: () => readiness.promise,
    send,
    request,
    getToken,
    close,
  }
}

function closedError(): HaiiloError {
  return new HaiiloError('ERR_CONNECTION_CLOSED', 'The connection to the host was closed. Open it again with retry().')
}

function connectionFailed(cause: unknown): HaiiloError {
  return new HaiiloError('ERR_CONNECTION_FAILED', 'The transport threw an error; see `cause`.', { cause })
}

function noWindow(): HaiiloError {
  return new HaiiloError('ERR_NO_WINDOW', 'There is no host on a server. Ask once the page runs in a browser.')
}
