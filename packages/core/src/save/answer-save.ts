import type { HaiiloHost, VerifiedMessage } from '../connection/haiilo-host.js'
import { excerpt, HaiiloError, isHaiiloError } from '../errors.js'

/** One press of "save" in the host's settings dialogue. */
export interface SaveRequest {
  /** Aborts when nobody waits for the answer any more: a newer save, a time-out, a connection that ended. */
  readonly signal: AbortSignal
  readonly message: VerifiedMessage<'save'>
}

/** `true`: save, there is nothing to store. `false`: do not save. A plain object: store these values. */
export type SaveAnswer = boolean | object

/** Answers a save. */
export type SaveHandler = (request: SaveRequest) => SaveAnswer | PromiseLike<SaveAnswer>

export interface SaveEntry {
  readonly handler: SaveHandler
  /** Milliseconds. */
  readonly timeout: number
}

type Values = readonly (readonly [key: string, value: unknown])[]
type Data = boolean | Readonly<Record<string, unknown>>

/** Milliseconds; a longer timer would fire at once. */
const LONGEST_TIMER = 2 ** 31 - 1

/** Answers one save, once, and gives back the function that tells it of a newer one. */
export function answerSave(
  host: HaiiloHost<unknown>,
  entries: readonly SaveEntry[],
  message: VerifiedMessage<'save'>,
): () => void {
  const controller = new AbortController()
  const { signal } = controller
  let pending = true

  function end(data?: Data, error?: HaiiloError): void {
    if (!pending) return
    pending = false
    stop()
    if (error) host.warn(error)
    if (data !== undefined) reply(host, data, message)
  }

  function giveUp(data?: Data, error?: HaiiloError): void {
    if (!pending) return
    end(data, error)
    controller.abort(error)
  }

  async function run({ handler, timeout }: SaveEntry): Promise<boolean | Values> {
    const timer = setTimeout(
      () => giveUp(false, new HaiiloError('ERR_SAVE_TIMEOUT', `No answer to "save" within ${timeout} ms.`)),
      Math.min(timeout, LONGEST_TIMER),
    )
    const done = (): void => clearTimeout(timer)
    signal.addEventListener('abort', done)
    try {
      return readAnswer(await handler({ signal, message }))
    } catch (cause) {
      if (pending) host.warn(saveFailed(cause))
      return false
    } finally {
      done()
    }
  }

  const stop = host.subscribe(() => {
    if (host.getSnapshot().status !== 'ready') giveUp()
  })
  Promise.all(entries.map(run))
    .then(merge)
    // `merge` throws nothing else
    .then(end, (error: unknown) => end(false, error as HaiiloError))
  // without a nonce, the host would take this for its answer to the newer save
  return () => giveUp(message.nonce === undefined ? undefined : false)
}

function readAnswer(answer: unknown): boolean | Values {
  if (typeof answer === 'boolean') return answer
  const prototype: unknown = Object.getPrototypeOf(answer ?? 0)
  // an object of another realm has another Object.prototype
  if (prototype === null || Object.getPrototypeOf(prototype) === null) return Object.entries(answer as object)
  throw new TypeError('A save handler must answer true, false or a plain object.')
}

function merge(answers: readonly (boolean | Values)[]): Data {
  if (answers.includes(false)) return false
  const lists = answers.filter((answer) => typeof answer !== 'boolean')
  if (!lists.length) return true
  // without a prototype, `__proto__` is a key like any other
  const merged = Object.create(null) as Record<string, unknown>
  for (const [key, value] of lists.flat()) {
    if (key in merged)
      throw new HaiiloError('ERR_SAVE_CONFLICT', `Two save handlers answer "${excerpt(key)}". Leave it to one.`)
    merged[key] = value
  }
  return merged
}

function reply(host: HaiiloHost<unknown>, data: Data, message: VerifiedMessage<'save'>): void {
  try {
    host.send('setConfig', { data }, { replyTo: message })
  } catch (error) {
    if (data === false) return
    host.warn(isHaiiloError(error) ? error : saveFailed(error))
    reply(host, false, message)
  }
}

function saveFailed(cause: unknown): HaiiloError {
  return new HaiiloError('ERR_SAVE_FAILED', 'A save handler failed; see `cause`.', { cause })
}
