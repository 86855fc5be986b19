import { clonePayload } from '../lib/clone-payload.js'
import { withStore } from '../lib/host-store.js'
import { createHandlers } from './handlers.js'
import type { HaiiloHost, HaiiloHostOptions } from './haiilo-host.js'
import type { RawConfig } from './host-snapshot.js'
import { createHostState } from './host-state.js'
import { readOptions } from './options.js'
import { createReplayGuard } from './replay-guard.js'
import { createSession, type Session } from './session.js'

/**
 * Creates a connection to the page that embeds this one. Creating it only reads the source id; the first call of `subscribe`, `ready`,
 * `on`, … opens it. Safe on a server, where the snapshot stays `connecting`.
 *
 * @throws {TypeError} An option is invalid. The message names it and says what is expected.
 * @example
 * ```ts
 * const host = createHaiiloHost()
 * const { context } = await host.ready()
 * ```
 */
export function createHaiiloHost<Config = RawConfig>(options: HaiiloHostOptions<Config> = {}): HaiiloHost<Config> {
  const settings = readOptions(options)
  const state = createHostState<Config>()
  const handlers = createHandlers()
  // one guard for all sessions of the host: a message is accepted once, even after retry()
  const replayGuard = createReplayGuard(settings.clock)
  let session = newSession()
  let height: number | undefined

  function newSession(): Session<Config> {
    return createSession({ settings, state, handlers, replayGuard, onVerified: sendHeight })
  }

  /** The current session, opened if necessary. Queued messages and requests belong to this session only. */
  function opened(): Session<Config> {
    session.open()
    return session
  }

  function sendHeight(): void {
    if (height !== undefined) session.send('setHeight', { height })
  }

  const host: HaiiloHost<Config> = {
    view: settings.view,
    backends: settings.backends,
    fetch: settings.fetch,
    getSnapshot: state.getSnapshot,
    subscribe(listener) {
      const stop = state.subscribe(listener)
      session.open()
      return stop
    },
    ready: () => opened().ready(),
    send(subject, payload, { replyTo } = {}) {
      checkSubject(subject)
      const copy = clonePayload(payload)
      opened().send(subject, copy, replyTo?.nonce)
    },
    async request(subject, payload, requestOptions) {
      checkSubject(subject)
      const copy = clonePayload(payload)
      return opened().request(subject, copy, requestOptions)
    },
    on(subject, handler) {
      checkSubject(subject)
      const stop = handlers.add(subject, handler)
      session.open()
      return stop
    },
    setHeight(pixels) {
      if (!Number.isFinite(pixels) || pixels < 0) throw new TypeError('setHeight: expected a height in CSS pixels.')
      height = pixels
      session.open()
      if (state.getSnapshot().status === 'ready') sendHeight()
    },
    async getToken({ minTtl = 10, fresh = false } = {}) {
      if (!Number.isFinite(minTtl)) throw new TypeError('minTtl: expected seconds.')
      return opened().getToken(minTtl, fresh)
    },
    retry() {
      const { status } = state.getSnapshot()
      if (status !== 'failed' && status !== 'closed') return
      settings.verifier().forgetFailures()
      session = newSession()
      state.connecting()
      session.open()
    },
    close: () => session.close(),
    warn: settings.warn,
  }
  return withStore(host)
}

function checkSubject(subject: string): void {
  if (!subject || typeof subject !== 'string' || subject === 'init') {
    throw new TypeError(
      'The subject must be a non-empty string other than "init". Call ready() for the handshake, and getToken() for a new token.',
    )
  }
}
