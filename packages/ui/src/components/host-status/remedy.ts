import type { HaiiloErrorCode } from '@haiilo-kit/core'

import type { KitText } from '../../languages/languages.js'
import * as texts from '../../languages/texts.js'

/** What the person can do about a failure, by its code. A token that was refused is nothing that a person can mend. */
const remedies: Readonly<Partial<Record<string, KitText>>> = {
  ERR_NO_WINDOW: texts.remedyEmbed,
  ERR_NOT_EMBEDDED: texts.remedyEmbed,
  ERR_SOURCE_MISSING: texts.remedyEmbed,
  ERR_HANDSHAKE_TIMEOUT: texts.remedyAnswer,
  ERR_KEYS_UNAVAILABLE: texts.remedyAnswer,
  ERR_CONNECTION_CLOSED: texts.remedyReload,
  ERR_CONFIG_INVALID: texts.remedySettings,
  ERR_IDENTITY_CHANGED: texts.remedyIdentity,
  ERR_INSECURE_CONTEXT: texts.remedySecure,
  ERR_TOKEN_EXPIRED: texts.remedyClock,
  ERR_TOKEN_NOT_YET_VALID: texts.remedyClock,
} satisfies Partial<Record<HaiiloErrorCode, KitText>>

/** The text that says what to do about a failure. A code of a later release is dealt with as one that nobody can mend. */
export function remedyOf(code: string): KitText {
  return (Object.hasOwn(remedies, code) ? remedies[code] : undefined) ?? texts.remedyTrust
}
