import { isHaiiloError, type HaiiloErrorCode } from './errors.js'

/** The same text in each supported language. */
interface Sentence {
  readonly en: string
  readonly de: string
}

/**
 * Describes an error for users: what went wrong and what they can do. `error.message` is for developers.
 *
 * @param error Any thrown value. If it is not an error of the kit, the text only says that something went wrong.
 * @param language The user's language (BCP 47), such as `context.userLanguage`. Default: the language of the browser. German locales get
 *   German, all others get English.
 * @returns One to three sentences of plain text, without codes and URLs.
 * @example
 * ```ts
 * alert(describeError(error, 'de-CH'))
 * ```
 */
export function describeError(error: unknown, language: string = browserLanguage()): string {
  const sentence = (isHaiiloError(error) && sentenceOf(error.code)) || UNKNOWN
  return sentence[/^de(?![a-z0-9])/i.test(language) ? 'de' : 'en']
}

function browserLanguage(): string {
  return (typeof navigator === 'undefined' ? undefined : navigator.language) ?? 'en'
}

/** `undefined` for the code of a newer version of core. */
function sentenceOf(code: HaiiloErrorCode): Sentence | undefined {
  return Object.hasOwn(SENTENCES, code) ? SENTENCES[code] : undefined
}

const UNKNOWN: Sentence = {
  en: 'Something went wrong. Reload the page. If that does not help, contact your administrator.',
  de: 'Etwas ist schiefgegangen. Laden Sie die Seite neu. Wenn das nicht hilft, wenden Sie sich an Ihre Administration.',
}

const OUTSIDE: Sentence = {
  en: 'This page only works inside Haiilo Home. Open it there.',
  de: 'Diese Seite funktioniert nur in Haiilo Home. Öffnen Sie sie dort.',
}

const NO_ANSWER: Sentence = {
  en: 'Haiilo Home did not respond. Check your internet connection and try again.',
  de: 'Haiilo Home hat nicht geantwortet. Prüfen Sie Ihre Internetverbindung und versuchen Sie es erneut.',
}

const ENDED: Sentence = {
  en: 'The connection to Haiilo Home was closed. Try again, or reload the page.',
  de: 'Die Verbindung zu Haiilo Home ist beendet. Versuchen Sie es erneut oder laden Sie die Seite neu.',
}

const CLOCK: Sentence = {
  en: 'The clock of this device may be wrong. Check the date and time, then try again.',
  de: 'Die Uhr dieses Geräts geht vielleicht falsch. Prüfen Sie Datum und Uhrzeit und versuchen Sie es erneut.',
}

const NO_PROOF: Sentence = {
  en: 'For your security, this content is hidden: the connection to Haiilo Home could not be verified. Contact your administrator.',
  de: 'Zu Ihrer Sicherheit wird dieser Inhalt nicht angezeigt: Die Verbindung zu Haiilo Home konnte nicht geprüft werden. Wenden Sie sich an Ihre Administration.',
}

const FAULTY: Sentence = {
  en: 'This page does not work correctly. Contact your administrator.',
  de: 'Diese Seite funktioniert nicht richtig. Wenden Sie sich an Ihre Administration.',
}

const NOT_SAVED: Sentence = {
  en: 'The settings were not saved. Try again. If that does not help, contact your administrator.',
  de: 'Die Einstellungen wurden nicht gespeichert. Versuchen Sie es erneut. Wenn das nicht hilft, wenden Sie sich an Ihre Administration.',
}

const SENTENCES: Readonly<Record<HaiiloErrorCode, Sentence>> = {
  ERR_NO_WINDOW: OUTSIDE,
  ERR_INSECURE_CONTEXT: {
    en: 'This page was not loaded over a secure connection. Contact your administrator.',
    de: 'Diese Seite wurde nicht über eine sichere Verbindung geladen. Wenden Sie sich an Ihre Administration.',
  },
  ERR_NOT_EMBEDDED: OUTSIDE,
  ERR_SOURCE_MISSING: OUTSIDE,
  ERR_HANDSHAKE_TIMEOUT: NO_ANSWER,
  ERR_REQUEST_TIMEOUT: NO_ANSWER,
  ERR_CONNECTION_CLOSED: ENDED,
  ERR_CONNECTION_FAILED: FAULTY,
  ERR_IDENTITY_CHANGED: {
    en: 'Another user has signed in. Reload the page.',
    de: 'Eine andere Person hat sich angemeldet. Laden Sie die Seite neu.',
  },
  ERR_CONFIG_INVALID: {
    en: 'The settings of this widget are not valid. Open the settings, correct them and save them, or contact your administrator.',
    de: 'Die Einstellungen dieses Widgets sind nicht gültig. Öffnen, korrigieren und speichern Sie die Einstellungen oder wenden Sie sich an Ihre Administration.',
  },
  ERR_PAYLOAD_NOT_CLONEABLE: FAULTY,
  ERR_TOKEN_TTL: FAULTY,
  ERR_TOKEN_MALFORMED: NO_PROOF,
  ERR_TOKEN_SUBJECT: NO_PROOF,
  ERR_TOKEN_ALGORITHM: NO_PROOF,
  ERR_TOKEN_ISSUER: NO_PROOF,
  ERR_TOKEN_ORIGIN: NO_PROOF,
  ERR_HOST_ORIGIN_OPAQUE: NO_PROOF,
  ERR_TOKEN_KEY_UNTRUSTED: NO_PROOF,
  ERR_KEYS_UNAVAILABLE: NO_ANSWER,
  ERR_KEY_UNUSABLE: NO_PROOF,
  ERR_TOKEN_SIGNATURE: NO_PROOF,
  ERR_TOKEN_LIFETIME: NO_PROOF,
  ERR_TOKEN_EXPIRED: CLOCK,
  ERR_TOKEN_NOT_YET_VALID: CLOCK,
  ERR_TOKEN_CONTEXT: NO_PROOF,
  ERR_TOKEN_REPLAYED: NO_PROOF,
  ERR_HEIGHT_LOOP: FAULTY,
  ERR_SAVE_CONFLICT: NOT_SAVED,
  ERR_SAVE_FAILED: NOT_SAVED,
  ERR_SAVE_TIMEOUT: NOT_SAVED,
  ERR_SAVE_UNHANDLED: NOT_SAVED,
  ERR_BACKEND_NOT_LISTED: FAULTY,
  ERR_AUTHORIZATION_SET: FAULTY,
  ERR_PROVIDER_MISSING: FAULTY,
  ERR_HOST_NOT_READY: FAULTY,
  ERR_HOST_CHANGED: FAULTY,
}
