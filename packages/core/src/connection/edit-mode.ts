import type { VerifiedMessage } from './haiilo-host.js'
import type { HostState } from './host-state.js'
import { issuedAt } from './judge.js'
import { withEditing } from './ready-snapshot.js'

/**
 * Follows the edit mode of older hosts, which send `edit` on every change.
 *
 * Such a message sets a state. An older host sends it without a nonce, so "on", "off", "on" within one second are two messages and a
 * repetition of the first one, byte for byte. A repetition is therefore accepted if it changes the mode and is not older than
 * the newest message about the mode. An older repetition is a replay and is refused.
 */
export interface EditMode {
  /** Applies a message that tells the edit mode: the handshake or an `edit`. */
  readonly follow: (message: VerifiedMessage) => void
  /** Whether a repeated message is accepted. */
  readonly mayRepeat: (message: VerifiedMessage) => boolean
}

export function createEditMode<Config>(state: HostState<Config>): EditMode {
  /** Seconds since 1970. */
  let newest = 0
  return {
    follow(message) {
      const editing = editModeIn(message)
      const snapshot = state.getSnapshot()
      if (editing !== undefined || message.subject === 'init') newest = Math.max(newest, issuedAt(message))
      if (editing === undefined || snapshot.status !== 'ready' || snapshot.editing === editing) return
      state.ready(withEditing(snapshot, editing))
    },
    mayRepeat(message) {
      const editing = editModeIn(message)
      const isChange = editing !== undefined && editing !== state.getSnapshot().editing
      return isChange && message.nonce === undefined && issuedAt(message) >= newest
    },
  }
}

function editModeIn({ subject, claims }: VerifiedMessage): boolean | undefined {
  const editing = claims['stt.edit']
  return subject === 'edit' && typeof editing === 'boolean' ? editing : undefined
}
