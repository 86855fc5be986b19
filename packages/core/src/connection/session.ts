import { HaiiloError } from '../errors.js'
import { abortable } from '../lib/abortable.js'
import { deferred } from '../lib/deferred.js'
import { createEditMode } from './edit-mode.js'
import type { RequestOptions, VerifiedMessage } from './haiilo-host.js'
import type { Handlers } from './handlers.js'
import { requestHandshake, requireSource, requireWebCrypto } from './handshake.js'
import type { ReadySnapshot } from './host-snapshot.js'
import type { HostState } from './host-state.js'
import { createIncoming } from './incoming.js'
import type { HostSettings } from './options.js'
import { createOutgoing } from './outgoing.js'
import { createPendingRequests, type VerifiedResponse } from './pending-requests.js'
import { readySnapshot } from './ready-snapshot.js'
import type { ReplayGuard } from './replay-guard.js'
import { createTokenCache } from './token-cache.js'
import { createWireLog } from './wire-log.js'

/** The parts of a host that exist longer than one session. */
export interface SessionParts<Config> {
  readonly settings: HostSettings<Config>
  readonly state: HostState<Config>
  readonly handlers: Handlers
  readonly replayGuard: ReplayGuard
  /** Called once the host is verified, before queued messages are sent. */
  readonly onVerified: () => void
}

/**
 * The connection between two calls of `retry()`. It sends the handshake request and then talks only to the verified host. The queue,
 * the pending requests and the token belong to this session and end with it.
 */
export interface Session<Config> {
  /** Starts the handshake on the first call. */
  readonly open: () => void
  /** Resolves when the host is verified. Rejects with the error that ended the session. */
  readonly ready: () => Promise<ReadySnapshot<Config>>
  /** @throws {HaiiloError} The error that ended the session. */
  readonly send: (subject: string, payload: object, nonce?: string) => void
  readonly request: (subject: string, payload: object, options?: RequestOptions) => Promise<VerifiedMessage>
  readonly getToken: (minTtl: number, fresh: boolean) => Promise<string>
  readonly close: () => void
}

/** How long a save waits for the first handler, in milliseconds. */
const SAVE_HANDLER_LIMIT = 2_000

export function createSession<Config>(parts: SessionParts<Config>): Session<Config> {
  const { settings, state, handlers } = parts
  const { transport, source, clock } = settings
  const lifetime = new AbortController()
  const log = createWireLog(settings.onWire, clock)
  const outgoing = createOutgoing(source, transport, log)
  const requests = createPendingRequests()
  const tokens = createTokenCache(refreshToken, clock)
  const editMode = createEditMode(state)
  const incoming = createIncoming({
    ...parts,
    requests,
    editMode,
    log,
    signal: lifetime.signal,
    expects: (subject) =>
      handlers.has(subject) || subject === 'edit' || (subject === 'save' && settings.view === 'config'),
    onNotification,
    onIdentityChange: fail,
  })
  const queue: (() => void)[] = []
  let readiness = deferred<ReadySnapshot<Config>>()
  let phase: 'idle' | 'handshake' | 'verified' = 'idle'
  let ended: HaiiloError | undefined
  let stopListening: (() => void) | undefined
  let keyImport: ReturnType<typeof setTimeout> | undefined

  function open(): void {
    if (phase !== 'idle' || ended) return
    phase = 'handshake'
    if (!transport) return readiness.reject(noWindow())
    try {
      requireWebCrypto()
      stopListening = transport.listen({ message: incoming.receive, restored })
      requireSource(source)
      requestHandshake(settings, { outgoing, requests, log, receive: incoming.receive })
        .then(applyHandshake)
        .catch(fail)
      // a browser forwards `init` to the process of the host only after this task: import the keys later, while the host answers
      const { hint } = transport
      if (hint) keyImport = setTimeout(() => settings.verifier().importKeys(hint))
    } catch (error) {
      fail(error)
    }
  }

  /** Pins the origin and publishes the snapshot, in one step. A later handshake brings a new token and everything else that changed. */
  function applyHandshake(response: VerifiedResponse): void {
    if (ended) throw ended
    const { message } = response
    const snapshot = readySnapshot(message, state.getSnapshot(), settings.parseConfig)
    outgoing.pinOrigin(message.origin)
    incoming.pinHost(message)
    tokens.store(response)
    editMode.apply(message)
    if (phase === 'handshake') sendQueue()
    state.ready(snapshot)
    // a listener may have ended the session; then this promise is rejected already
    readiness.resolve(snapshot)
  }

  function sendQueue(): void {
    phase = 'verified'
    parts.onVerified()
    for (const send of queue.splice(0)) send()
  }

  function onNotification(message: VerifiedMessage): void {
    editMode.apply(message)
    if (message.subject === 'save' && !handlers.has('save')) void handleUnexpectedSave(message)
    else handlers.call(message)
  }

  /** The user can press "save" before the application has rendered its form and registered the first handler. */
  async function handleUnexpectedSave(message: VerifiedMessage): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined
    const limit = new Promise<void>((resolve) => (timer = setTimeout(resolve, SAVE_HANDLER_LIMIT)))
    try {
      await abortable(Promise.race([handlers.firstAdded('save'), limit]), lifetime.signal)
      if (handlers.has('save')) handlers.call(message)
      else refuseSave(message)
    } catch {
      // the session has ended
    } finally {
      clearTimeout(timer)
    }
  }

  function refuseSave({ nonce }: VerifiedMessage): void {
    settings.warn(
      new HaiiloError(
        'ERR_SAVE_UNHANDLED',
        'No handler for "save" is registered. Call onSave(host, handler) in the configuration view.',
      ),
    )
    send('setConfig', { data: false }, nonce)
  }

  /** The page came back from the back/forward cache. Responses to earlier requests are lost. */
  function restored(): void {
    requests.resend('init')
    tokens.clear()
  }

  function send(subject: string, payload: object, nonce: string = crypto.randomUUID()): void {
    if (ended) throw ended
    if (phase === 'verified') post(subject, payload, nonce)
    else if (transport) queue.push(() => post(subject, payload, nonce))
  }

  function post(subject: string, payload: object, nonce: string): void {
    if (ended) throw ended
    try {
      outgoing.post(subject, payload, nonce)
    } catch (error) {
      // the transport reports that the frame was detached
      if (error instanceof HaiiloError) close()
      throw error
    }
  }

  function sendRequest(subject: string, payload: object, options: RequestOptions = {}): Promise<VerifiedResponse> {
    if (ended) throw ended
    const { timeout = settings.timeout, signal } = options
    return requests.start({ subject, timeout, signal, send: (nonce) => post(subject, payload, nonce) })
  }

  async function request(subject: string, payload: object, options?: RequestOptions): Promise<VerifiedMessage> {
    await abortable(readiness.promise, options?.signal)
    return (await sendRequest(subject, payload, options)).message
  }

  async function getToken(minTtl: number, fresh: boolean): Promise<string> {
    await readiness.promise
    if (ended) throw ended
    return tokens.get(minTtl, fresh)
  }

  async function refreshToken(): Promise<void> {
    const response = await sendRequest('init', {})
    try {
      applyHandshake(response)
    } catch (error) {
      fail(error)
    }
    // a listener may have closed the connection, or the configuration may be invalid
    if (ended) throw ended
  }

  function fail(error: unknown): void {
    if (ended) return
    const reason = error instanceof HaiiloError ? error : connectionFailed(error)
    if (reason.code === 'ERR_CONNECTION_CLOSED') close()
    else end(reason, () => state.failed(reason))
  }

  /** Also closes a connection that has failed. */
  function close(): void {
    if (ended?.code !== 'ERR_CONNECTION_CLOSED') end(closedError(), state.closed)
  }

  function end(reason: HaiiloError, publish: () => void): void {
    ended = reason
    stopListening?.()
    stopListening = undefined
    clearTimeout(keyImport)
    lifetime.abort(reason)
    tokens.clear()
    requests.rejectAll(reason)
    readiness.reject(reason)
    // late callers must not get the snapshot of a connection that has ended
    if (phase === 'verified') readiness = deferred()
    readiness.reject(reason)
    publish()
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
  return new HaiiloError('ERR_CONNECTION_CLOSED', 'The connection to the host was closed. Connect again with retry().')
}

function connectionFailed(cause: unknown): HaiiloError {
  return new HaiiloError('ERR_CONNECTION_FAILED', 'The transport threw an error; see `cause`.', { cause })
}

function noWindow(): HaiiloError {
  return new HaiiloError('ERR_NO_WINDOW', 'A server has no host. Call this only in a browser.')
}
