import type { HaiiloHost } from '../connection/haiilo-host.js'
import { stored } from '../lib/host-store.js'
import { answerSave, type SaveEntry, type SaveHandler } from './answer-save.js'

export interface SaveOptions {
  /** How long the handler may take, in milliseconds. Default: 30 000. */
  readonly timeout?: number
}

/**
 * Answers the host's "save" on a configuration view, and gives back the function that stops it.
 *
 * All handlers run. The host stores what they answer only if each one answers `true` or a plain object, and no key is given twice;
 * all else is a `false`. What was no plain `false` is told to `onWarning`: `ERR_SAVE_FAILED` with its cause, `ERR_SAVE_CONFLICT`,
 * `ERR_SAVE_TIMEOUT`, `ERR_PAYLOAD_NOT_CLONEABLE`. With no handler left, the connection answers `false` itself.
 *
 * @throws {TypeError} This is not a configuration view.
 * @example
 * ```ts
 * onSave(host, () => form.reportValidity() && Object.fromEntries(new FormData(form)))
 * ```
 */
export function onSave(
  host: HaiiloHost<unknown>,
  handler: SaveHandler,
  { timeout = 30_000 }: SaveOptions = {},
): () => void {
  if (host.view !== 'config') {
    throw new TypeError("onSave needs createHaiiloHost({ view: 'config' }).")
  }
  return stored(host, 'save', () => answerSaves(host))({ handler, timeout })
}

/** Gives back the function that adds a handler, which gives back the one that removes it. */
function answerSaves(host: HaiiloHost<unknown>): (entry: SaveEntry) => () => void {
  const entries = new Set<SaveEntry>()
  let stop = (): void => undefined
  let supersede = (): void => undefined
  return (entry) => {
    entries.add(entry)
    if (entries.size === 1) {
      stop = host.on('save', (message) => {
        supersede()
        supersede = answerSave(host, [...entries], message)
      })
    }
    return () => {
      if (entries.delete(entry) && !entries.size) stop()
    }
  }
}
