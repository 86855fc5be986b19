import { isHaiiloError, type HaiiloErrorCode } from './errors.js'

/** A sentence in each language that is built in. */
interface Sentence {
  readonly en: string
  readonly de: string
}

/**
 * Says to the person in front of the page what went wrong and what they can do about it. `error.message` is for developers.
 *
 * @param error Whatever was thrown. For anything but an error of the kit, the text says that something went wrong.
 * @param language The person's language (BCP 47), such as `context.userLanguage`. Default: the browser's. Every German locale gets
 *   German, all others get English.
 * @returns One or two sentences without codes or addresses, so that they can be put into a template as they are.
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

/** A later release of core may have made the error: its code may not be here. */
function sentenceOf(code: HaiiloErrorCode): Sentence | undefined {
  return Object.hasOwn(SENTENCES, code) ? SENTENCES[code] : undefined
}

const UNKNOWN: Sentence = {
  en: 'Something went wrong. Load the page again. If that does not help, tell your administrator.',
  de: 'Etwas ist schiefgegangen. Laden Sie die Seite neu. Wenn das nicht hilft, wenden Sie sich an Ihre Administration.',
}

const OUTSIDE: Sentence = {
  en: 'This page only works inside Haiilo Home. Open it there.',
  de: 'Diese Seite funktioniert nur in Haiilo Home. Öffnen Sie sie dort.',
}

const NO_ANSWER: Sentence = {
  en: 'Haiilo Home did not answer. Check your internet connection and try again.',
  de: 'Haiilo Home hat nicht geantwortet. Prüfen Sie Ihre Internetverbindung und versuchen Sie es erneut.',
}

const ENDED: Sentence = {
  en: 'The connection to Haiilo Home has ended. Try again, or load the page again.',
  de: 'Die Verbindung zu Haiilo Home ist beendet. Versuchen Sie es erneut oder laden Sie die Seite neu.',
}

const CLOCK: Sentence = {
  en: 'The clock of this device may be wrong. Check the date and time, then try again.',
  de: 'Die Uhr dieses Geräts geht vielleicht falsch. Prüfen Sie Datum und Uhrzeit und versuchen Sie es erneut.',
}

const NO_PROOF: Sentence = {
  en: 'For your safety this is not shown, because the connection to your Haiilo could not be verified. Tell your administrator.',
  de: 'Zu Ihrer Sicherheit wird dies nicht angezeigt, denn die Verbindung zu Ihrem Haiilo ließ sich nicht prüfen. Wenden Sie sich an Ihre Administration.',
}

const FAULTY: Sentence = {
  en: 'This page does not work correctly. Tell your administrator.',
  de: 'Diese Seite funktioniert nicht richtig. Wenden Sie sich an Ihre Administration.',
}

const NOT_SAVED: Sentence = {
  en: 'The settings were not saved. Try again. If that does not help, tell your administrator.',
  de: 'Die Einstellungen wurden nicht gespeichert. Versuchen Sie es erneut. Wenn das nicht hilft, wenden Sie sich an Ihre Administration.',
}

const SENTENCES: Readonly<Record<HaiiloErrorCode, Sentence>> = {
  ERR_NO_WINDOW: OUTSIDE,
  ERR_INSECURE_CONTEXT: {
    en: 'This page was not loaded over a secure connection. Tell your administrator.',
    de: 'Diese Seite wurde nicht über eine sichere Verbindung geladen. Wenden Sie sich an Ihre Administration.',
  },
  ERR_NOT_EMBEDDED: OUTSIDE,
  ERR_SOURCE_MISSING: OUTSIDE,
  ERR_HANDSHAKE_TIMEOUT: NO_ANSWER,
  ERR_REQUEST_TIMEOUT: NO_ANSWER,
  ERR_CONNECTION_CLOSED: ENDED,
  ERR_CONNECTION_FAILED: FAULTY,
  ERR_IDENTITY_CHANGED: {
    en: 'Somebody else has signed in. Load the page again.',
    de: 'Jemand anderes hat sich angemeldet. Laden Sie die Seite neu.',
  },
  ERR_CONFIG_INVALID: {
    en: 'The settings of this widget are not valid. Open the settings, check them and save them, or tell your administrator.',
    de: 'Die Einstellungen dieses Widgets sind nicht gültig. Öffnen, prüfen und speichern Sie die Einstellungen oder wenden Sie sich an Ihre Administration.',
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
