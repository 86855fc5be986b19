import { HaiiloError } from '../errors.js'
import { abortable } from '../lib/abortable.js'
import { clonePayload } from '../lib/clone-payload.js'
import { deferred } from '../lib/deferred.js'
import { callEach, guarded } from '../lib/guarded.js'
import { parseAlgorithms } from '../token/algorithm.js'
import { claimGroup, isEqualJson } from '../token/claims.js'
import { haiiloTrust } from '../token/haiilo-trust.js'
import { compileTrust } from '../token/trust.js'
import { createVerifier } from '../token/verifier.js'
import { parseOrigins } from './check-embedder.js'
import type { HaiiloHost, HaiiloHostOptions, VerifiedMessage } from './haiilo-host.js'
import { CONNECTING, type HostSnapshot, type RawConfig, type ReadySnapshot } from './host-snapshot.js'
import { readPage } from './page.js'
import { checkTimeout, openSession, type Exchange, type Session } from './session.js'
import { createTokenKeeper } from './token-keeper.js'
import { withToken } from './verified-message.js'

type Handler = (message: VerifiedMessage<never>) => void

/**
 * Creates a connection to the page that embeds this one. Reads the source id and does nothing else: the first `subscribe`, `ready`,
 * `on`, … opens it. Safe on a server, where the snapshot stays `connecting`.
 *
 * @throws {TypeError} An option is wrong; the message says which, and what it takes.
 * @example
 * ```ts
 * const host = createHaiiloHost()
 * const { context } = await host.ready()
 * ```
 */
export function createHaiiloHost<Config = RawConfig>(options: HaiiloHostOptions<Config> = {}): HaiiloHost<Config> {
  const {
    view = 'plugin',
    timeout = 10_000,
    clockTolerance = 30,
    clock = Date.now,
    onWire,
    onWarning = console.warn,
  } = options
  const { config: parse = (raw: RawConfig) => raw as Config } = options
  const page = readPage()
  if (view !== 'plugin' && view !== 'config') throw new TypeError('view: expected "plugin" or "config".')
  checkTimeout(timeout)
  const src = options.source ?? page.source
  const source = src && (view === 'config' ? `${src}-cfg` : src)
  const transport = options.transport ?? page.transport
  const embedders = parseOrigins('embedders', options.embedders ?? [])
  const backends = options.backends ? [...parseOrigins('backends', options.backends)] : page.origin ? [page.origin] : []
  const fetcher: typeof fetch = options.fetch ?? ((input, init) => fetch(input, init))
  const verifier = createVerifier({
    rules: compileTrust(options.trust ?? haiiloTrust()),
    algorithms: parseAlgorithms(options.algorithms),
    clockTolerance,
    clock,
    fetch: fetcher,
    development: page.onLoopback,
  })
  const tokens = createTokenKeeper(refresh, clock)
  const listeners = new Set<() => void>()
  const handlers = new Map<string, Set<Handler>>()
  let snapshot: HostSnapshot<Config> = CONNECTING
  let readiness = deferred<ReadySnapshot<Config>>()
  let session: Session | undefined
  let height: number | undefined

  function change(next: HostSnapshot<Config>): void {
    snapshot = Object.freeze(next)
    callEach(listeners, (listener) => listener())
  }

  /** Ends the session and tells everyone why. */
  function end(next: HostSnapshot<Config>, error: HaiiloError): void {
    const ended = session
    session = undefined
    tokens.drop()
    ended?.close(error)
    // both: a listener may end a host that is ready before that promise is kept …
    readiness.reject(error)
    // … and who asks after one that was kept shall not hear of the former host
    if (snapshot.status === 'ready') {
      readiness = deferred()
      readiness.reject(error)
    }
    change(next)
  }

  function fail(error: HaiiloError): void {
    end({ status: 'failed', error }, error)
  }

  function close(): void {
    if (snapshot.status !== 'closed') end({ status: 'closed' }, closedError())
  }

  function open(): void {
    if (session || snapshot.status !== 'connecting') return
    if (!transport)
      return readiness.reject(
        new HaiiloError('ERR_NO_WINDOW', 'There is no host on a server. Ask once the page runs in a browser.'),
      )
    try {
      if (!globalThis.crypto?.subtle) {
        throw new HaiiloError(
          'ERR_INSECURE_CONTEXT',
          'Web Crypto is missing, so nothing could be verified. Serve this page, and every page around it, on https.',
        )
      }
      session = openSession({
        source: source ?? '',
        transport,
        verifier,
        embedders,
        timeout,
        clockTolerance,
        clock,
        onWire,
        expects: (subject) => handlers.has(subject) || subject === 'edit' || (subject === 'save' && view === 'config'),
        deliver,
        identityChanged: fail,
        detached: close,
        restored: tokens.drop,
      })
      if (!source) {
        throw new HaiiloError(
          'ERR_SOURCE_MISSING',
          'The address has no `src`. Open this page inside Haiilo Home or the sandbox, or give the option `source`.',
        )
      }
    } catch (error) {
      if (!(error instanceof HaiiloError)) throw error
      return error.code === 'ERR_CONNECTION_CLOSED' ? close() : fail(error)
    }
    // the question first: while the host answers, there is time for the rest
    void shakeHands(session, source)
    verifier.warm(transport.hint)
  }

  async function shakeHands(opened: Session, from: string): Promise<void> {
    try {
      const early = transport?.takeEarly?.(from)
      const usable = early && Math.abs(clock() - early.at) < timeout ? early : undefined
      const answer = opened.exchange('init', {}, {}, usable?.nonce)
      usable?.messages.forEach(opened.receive)
      const exchange = await answer
      if (opened !== session) return
      opened.pin(exchange.message)
      take(exchange)
      if (height !== undefined) setHeight(height)
    } catch (error) {
      if (opened !== session) return
      fail(error instanceof HaiiloError && error.code !== 'ERR_REQUEST_TIMEOUT' ? error : noAnswer(error))
    }
  }

  function noAnswer(cause: unknown): HaiiloError {
    return new HaiiloError(
      'ERR_HANDSHAKE_TIMEOUT',
      `No response from the host within ${timeout} ms. Is this page open inside Haiilo Home or the sandbox, and is "${view}" the right \`view\`?`,
      { cause },
    )
  }

  /** Takes in a verified handshake: the first makes the host ready, a later one brings a new token and whatever else changed. */
  function take(exchange: Exchange): void {
    const { claims, context, issuer, origin, token } = exchange.message
    const raw = claimGroup(claims, 'cfg')
    const before = snapshot.status === 'ready' ? snapshot : undefined
    const sameContext = before && isEqualJson(before.context, context)
    const sameConfig = before && isEqualJson(claimGroup(before.claims, 'cfg'), raw)
    const next: Omit<ReadySnapshot<Config>, 'token'> = {
      status: 'ready',
      context: sameContext ? before.context : context,
      config: sameConfig ? before.config : readConfig(raw),
      editing: claims['stt.edit'] === true,
      claims,
      issuer,
      origin,
    }
    tokens.keep(exchange)
    if (sameContext && sameConfig && before.editing === next.editing) return
    change(withToken(next, token))
    if (snapshot.status === 'ready') readiness.resolve(snapshot)
  }

  function readConfig(raw: RawConfig): Config {
    try {
      return parse(raw)
    } catch (cause) {
      throw new HaiiloError(
        'ERR_CONFIG_INVALID',
        'The option `config` threw an error at the configuration that the host sent; see `cause`.',
        { cause },
      )
    }
  }

  async function refresh(): Promise<void> {
    const asked = connected()
    const exchange = await asked.exchange('init')
    if (asked !== session) throw closedError()
    try {
      take(exchange)
    } catch (error) {
      fail(error as HaiiloError)
    }
    // a listener may have closed the connection, and the configuration may have failed it
    connected()
  }

  function deliver(message: VerifiedMessage): void {
    const { subject, claims } = message
    const editing = claims['stt.edit']
    if (
      subject === 'edit' &&
      typeof editing === 'boolean' &&
      snapshot.status === 'ready' &&
      snapshot.editing !== editing
    ) {
      change(withToken({ ...snapshot, editing }, snapshot.token))
    }
    const interested = handlers.get(subject)
    callEach(interested, (handler) => handler(message as VerifiedMessage<never>))
    if (subject === 'save' && !interested) {
      warn(
        new HaiiloError(
          'ERR_SAVE_UNHANDLED',
          'The host asked to save, and nothing here answers. Call onSave(host, handler) in the configuration view.',
        ),
      )
      send('setConfig', { data: false }, { replyTo: message })
    }
  }

  /** The session, while there is a verified host. */
  function connected(): Session {
    if (snapshot.status === 'failed') throw snapshot.error
    if (snapshot.status === 'closed' || !session) throw closedError()
    return session
  }

  function send(
    subject: string,
    payload?: object,
    { replyTo }: { replyTo?: { readonly nonce: string | undefined } } = {},
  ): void {
    checkSubject(subject)
    const copy = clonePayload(payload)
    open()
    const post = (): void => connected().post(subject, copy, replyTo?.nonce ?? crypto.randomUUID())
    if (snapshot.status === 'connecting') readiness.promise.then(post).catch(() => undefined)
    else post()
  }

  async function request(
    subject: string,
    payload?: object,
    requestOptions?: { timeout?: number; signal?: AbortSignal },
  ): Promise<VerifiedMessage> {
    checkSubject(subject)
    const copy = clonePayload(payload)
    await abortable(ready(), requestOptions?.signal)
    return (await connected().exchange(subject, copy, requestOptions)).message
  }

  function ready(): Promise<ReadySnapshot<Config>> {
    open()
    return readiness.promise
  }

  function setHeight(pixels: number): void {
    if (!Number.isFinite(pixels) || pixels < 0) throw new TypeError('setHeight: expected a height in CSS pixels.')
    height = pixels
    open()
    if (snapshot.status === 'ready') send('setHeight', { height })
  }

  function warn(error: HaiiloError): void {
    guarded(() => onWarning(error))
  }

  return {
    view,
    backends,
    fetch: fetcher,
    getSnapshot: () => snapshot,
    subscribe(listener) {
      // a function of its own, so that the same listener can subscribe twice
      const call = (): void => listener()
      listeners.add(call)
      open()
      return () => listeners.delete(call)
    },
    ready,
    send,
    request,
    on(subject, handler) {
      checkSubject(subject)
      const call: Handler = (message) => handler(message)
      const interested = handlers.get(subject) ?? new Set()
      handlers.set(subject, interested.add(call))
      open()
      return () => {
        interested.delete(call)
        if (!interested.size && handlers.get(subject) === interested) handlers.delete(subject)
      }
    },
    setHeight,
    async getToken({ minTtl = 10, fresh = false } = {}) {
      if (!Number.isFinite(minTtl)) throw new TypeError('minTtl: expected seconds.')
      await ready()
      connected()
      return tokens.get(minTtl, fresh)
    },
    retry() {
      if (snapshot.status !== 'failed' && snapshot.status !== 'closed') return
      verifier.forgetFailures()
      readiness = deferred()
      change(CONNECTING)
      open()
    },
    close,
    warn,
  }
}

function closedError(): HaiiloError {
  return new HaiiloError('ERR_CONNECTION_CLOSED', 'The connection to the host was closed. Open it again with retry().')
}

function checkSubject(subject: string): void {
  if (!subject || typeof subject !== 'string' || subject === 'init') {
    throw new TypeError(
      'The subject must be a text other than "init": the handshake is the connection\'s own, see ready() and getToken().',
    )
  }
}
