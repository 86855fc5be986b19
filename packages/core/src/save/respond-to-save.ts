import type { HaiiloHost, VerifiedMessage } from '../connection/haiilo-host.js'
import { excerpt, HaiiloError, isHaiiloError } from '../errors.js'

/** One `save` message: a user pressed "save" in the host's settings dialog. */
export interface SaveRequest {
  /** Aborts when the answer is no longer needed: after a newer save, after a timeout, or when the connection ends. */
  readonly signal: AbortSignal
  /**
   * Resolves when the save has been answered: `true` if the answer was to save, `false` if it was not to save or if no answer was sent. It
   * resolves after all handlers have returned, so do not await it inside a handler. It never rejects.
   */
  readonly answered: Promise<boolean>
  readonly message: VerifiedMessage<'save'>
}

/** `true`: save, with nothing to store. `false`: do not save. A plain object: store these values. */
export type SaveAnswer = boolean | object

/** Returns the answer to a save, or a promise of it. */
export type SaveHandler = (request: SaveRequest) => SaveAnswer | PromiseLike<SaveAnswer>

export interface RegisteredHandler {
  readonly handler: SaveHandler
  /** Milliseconds. */
  readonly timeout: number
}

type Entries = readonly (readonly [key: string, value: unknown])[]
type Data = boolean | Readonly<Record<string, unknown>>

/** Milliseconds. A longer timer would fire immediately. */
const LONGEST_TIMER = 2 ** 31 - 1

/** Runs all handlers and sends one response. Returns a function that cancels this save in favour of a newer one. */
export function respondToSave(
  host: HaiiloHost<unknown>,
  handlers: readonly RegisteredHandler[],
  message: VerifiedMessage<'save'>,
): () => void {
  const controller = new AbortController()
  const { signal } = controller
  let settle!: (isSaved: boolean) => void
  const answered = new Promise<boolean>((resolve) => (settle = resolve))
  let pending = true

  function finish(data?: Data, error?: HaiiloError): void {
    if (!pending) return
    pending = false
    unsubscribe()
    if (error) host.warn(error)
    settle(data !== undefined && sendResponse(host, data, message))
  }

  function cancel(data?: Data, error?: HaiiloError): void {
    if (!pending) return
    finish(data, error)
    controller.abort(error)
  }

  async function run({ handler, timeout }: RegisteredHandler): Promise<boolean | Entries> {
    const timer = setTimeout(
      () => cancel(false, new HaiiloError('ERR_SAVE_TIMEOUT', `No answer to "save" within ${timeout} ms.`)),
      Math.min(timeout, LONGEST_TIMER),
    )
    const stopTimer = (): void => clearTimeout(timer)
    signal.addEventListener('abort', stopTimer)
    try {
      return readAnswer(await handler({ signal, answered, message }))
    } catch (cause) {
      if (pending) host.warn(saveFailed(cause))
      return false
    } finally {
      stopTimer()
    }
  }

  const unsubscribe = host.subscribe(() => {
    if (host.getSnapshot().status !== 'ready') cancel()
  })
  Promise.all(handlers.map(run))
    .then(merge)
    // `merge` throws nothing else
    .then(finish, (error: unknown) => finish(false, error as HaiiloError))
  // without a nonce, the host would take this response as the response to the newer save
  return () => cancel(message.nonce === undefined ? undefined : false)
}

function readAnswer(answer: unknown): boolean | Entries {
  if (typeof answer === 'boolean') return answer
  const prototype: unknown = Object.getPrototypeOf(answer ?? 0)
  // a plain object of another realm has another Object.prototype
  if (prototype === null || Object.getPrototypeOf(prototype) === null) return Object.entries(answer as object)
  throw new TypeError('A save handler must return true, false or a plain object.')
}

function merge(answers: readonly (boolean | Entries)[]): Data {
  if (answers.includes(false)) return false
  const entryLists = answers.filter((answer) => typeof answer !== 'boolean')
  if (!entryLists.length) return true
  // without a prototype, `__proto__` is an ordinary key
  const merged = Object.create(null) as Record<string, unknown>
  for (const [key, value] of entryLists.flat()) {
    if (key in merged)
      throw new HaiiloError('ERR_SAVE_CONFLICT', `Two save handlers return the key "${excerpt(key)}". Remove one.`)
    merged[key] = value
  }
  return merged
}

/** Sends the answer, or `false` if it cannot be sent. Returns whether the sent answer was to save. */
function sendResponse(host: HaiiloHost<unknown>, data: Data, message: VerifiedMessage<'save'>): boolean {
  try {
    host.send('setConfig', { data }, { replyTo: message })
    return data !== false
  } catch (error) {
    if (data === false) return false
    host.warn(isHaiiloError(error) ? error : saveFailed(error))
    return sendResponse(host, false, message)
  }
}

function saveFailed(cause: unknown): HaiiloError {
  return new HaiiloError('ERR_SAVE_FAILED', 'A save handler failed; see `cause`.', { cause })
}
