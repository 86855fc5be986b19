import type { HaiiloHost } from '../connection/haiilo-host.js'
import { stored } from '../lib/host-store.js'
import { respondToSave, type RegisteredHandler, type SaveHandler } from './respond-to-save.js'

/** The options of `onSave`. */
export interface SaveOptions {
  /** How long the handler may take, in milliseconds. Default: 30 000. */
  readonly timeout?: number
}

/**
 * Registers a handler for the host's "save" in a configuration view. Returns a function that removes the handler.
 *
 * All registered handlers run. The host stores their values only if every handler returns `true` or a plain object, and no two handlers
 * return the same key. Otherwise the host gets `false`. If a handler itself returned `false`, nothing is reported. Other failures go to
 * `onWarning`: `ERR_SAVE_FAILED` with its cause, `ERR_SAVE_CONFLICT`, `ERR_SAVE_TIMEOUT`, `ERR_PAYLOAD_NOT_CLONEABLE`. While no handler is
 * registered, the connection answers `false`. A save that arrives before the first handler is registered waits 2 s for it.
 *
 * A handler that keeps a copy of the saved values waits for `request.answered`: another handler may still refuse.
 *
 * @throws {TypeError} The host was not created with `view: 'config'`.
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
  return stored(host, 'save', () => createSaveHandlers(host))({ handler, timeout })
}

/** Returns a function that adds a handler, which returns a function that removes it. */
function createSaveHandlers(host: HaiiloHost<unknown>): (added: RegisteredHandler) => () => void {
  const handlers = new Set<RegisteredHandler>()
  let stopListening = (): void => undefined
  let cancelPrevious = (): void => undefined
  return (added) => {
    handlers.add(added)
    if (handlers.size === 1) {
      stopListening = host.on('save', (message) => {
        cancelPrevious()
        cancelPrevious = respondToSave(host, [...handlers], message)
      })
    }
    return () => {
      if (handlers.delete(added) && !handlers.size) stopListening()
    }
  }
}
