import type { VerifiedMessage } from './haiilo-host.js'
import type { HostState } from './host-state.js'
import { issuedAt } from './message-verifier.js'
import { withEditing } from './ready-snapshot.js'

/**
 * Tracks the edit mode of older hosts, which send `edit` on every change.
 *
 * An `edit` sets a state. Older hosts send it without a nonce and with times in whole seconds. So for "on", "off", "on" within one
 * second, the third message equals the first one byte for byte. A repeated message is therefore accepted if it changes the mode and is
 * not older than the newest message about the mode. An older one is a replay and is refused.
 */
export interface EditMode {
  /** Applies an `edit`. Of a handshake, only the time is recorded: its snapshot already has the edit mode. */
  readonly apply: (message: VerifiedMessage) => void
  /** Whether a repeated message is accepted. */
  readonly mayRepeat: (message: VerifiedMessage) => boolean
}

export function createEditMode<Config>(state: HostState<Config>): EditMode {
  /** Seconds since 1970. */
  let newest = 0
  return {
    apply(message) {
      const editing = editModeOf(message)
      const snapshot = state.getSnapshot()
      if (editing !== undefined || message.subject === 'init') newest = Math.max(newest, issuedAt(message))
      if (editing === undefined || snapshot.status !== 'ready' || snapshot.editing === editing) return
      state.ready(withEditing(snapshot, editing))
    },
    mayRepeat(message) {
      const editing = editModeOf(message)
      const isChange = editing !== undefined && editing !== state.getSnapshot().editing
      return isChange && message.nonce === undefined && issuedAt(message) >= newest
    },
  }
}

function editModeOf({ subject, claims }: VerifiedMessage): boolean | undefined {
  const editing = claims['stt.edit']
  return subject === 'edit' && typeof editing === 'boolean' ? editing : undefined
}
