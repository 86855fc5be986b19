import { errorPage } from './help-page.js'
import { printable } from './lib/printable.js'

/** Every code that a {@link HaiiloError} can carry. Public and permanent; each has a page in `docs/errors/`. */
export const haiiloErrorCodes = [
  // the connection
  'ERR_NO_WINDOW',
  'ERR_INSECURE_CONTEXT',
  'ERR_NOT_EMBEDDED',
  'ERR_SOURCE_MISSING',
  'ERR_HANDSHAKE_TIMEOUT',
  'ERR_REQUEST_TIMEOUT',
  'ERR_CONNECTION_CLOSED',
  'ERR_CONNECTION_FAILED',
  'ERR_IDENTITY_CHANGED',
  'ERR_CONFIG_INVALID',
  'ERR_PAYLOAD_NOT_CLONEABLE',
  'ERR_TOKEN_TTL',
  // tokens
  'ERR_TOKEN_MALFORMED',
  'ERR_TOKEN_SUBJECT',
  'ERR_TOKEN_ALGORITHM',
  'ERR_TOKEN_ISSUER',
  'ERR_TOKEN_ORIGIN',
  'ERR_HOST_ORIGIN_OPAQUE',
  'ERR_TOKEN_KEY_UNTRUSTED',
  'ERR_KEYS_UNAVAILABLE',
  'ERR_KEY_UNUSABLE',
  'ERR_TOKEN_SIGNATURE',
  'ERR_TOKEN_LIFETIME',
  'ERR_TOKEN_EXPIRED',
  'ERR_TOKEN_NOT_YET_VALID',
  'ERR_TOKEN_CONTEXT',
  'ERR_TOKEN_REPLAYED',
  // height, save, back end
  'ERR_HEIGHT_LOOP',
  'ERR_SAVE_CONFLICT',
  'ERR_SAVE_FAILED',
  'ERR_SAVE_TIMEOUT',
  'ERR_SAVE_UNHANDLED',
  'ERR_BACKEND_NOT_LISTED',
  'ERR_AUTHORIZATION_SET',
  // bindings
  'ERR_PROVIDER_MISSING',
  'ERR_HOST_NOT_READY',
  'ERR_HOST_CHANGED',
] as const

/** The code of a {@link HaiiloError}. */
export type HaiiloErrorCode = (typeof haiiloErrorCodes)[number]

/** The codes of a {@link TokenRejectedError}. */
export type TokenRejectionCode = Extract<
  HaiiloErrorCode,
  `ERR_TOKEN_${string}` | `ERR_KEY${string}` | 'ERR_HOST_ORIGIN_OPAQUE'
>

/** The error of this kit. Branch on `code`; `message` is for developers and may change. For users, call `describeError`. */
export class HaiiloError extends Error {
  override readonly name: string = 'HaiiloError'
  readonly code: HaiiloErrorCode
  /** The page of this code, with likely causes and what to do: a path inside the published package, or the address of a web page. */
  readonly help: string
  /** For {@link isHaiiloError}: `instanceof` fails if a page has two copies of the kit. */
  readonly isHaiiloError = true

  constructor(code: HaiiloErrorCode, message: string, options?: ErrorOptions) {
    const help = errorPage(code)
    // no message may break or flood a log, regardless of the text in it
    super(`${excerpt(message, MAX_MESSAGE_LENGTH)} (${code}, see ${help})`, options)
    this.code = code
    this.help = help
  }
}

/** The error for a token that failed verification. `claim` names the claim or header that failed, if there is one. */
export class TokenRejectedError extends HaiiloError {
  override readonly name = 'TokenRejectedError'
  readonly claim: string | undefined
  /** The check that failed: the code without its prefix, such as `expired` or `signature`. */
  readonly reason: string

  constructor(code: TokenRejectionCode, message: string, claim?: string, options?: ErrorOptions) {
    super(code, message, options)
    this.claim = claim
    this.reason = code
      .replace(/^ERR_(TOKEN_)?/, '')
      .toLowerCase()
      .replaceAll('_', '-')
  }
}

/** Whether a value is an error of this kit, even if another copy of the kit created it. */
export function isHaiiloError(value: unknown): value is HaiiloError {
  return typeof value === 'object' && value !== null && 'isHaiiloError' in value && value.isHaiiloError === true
}

/** In characters. The longest message of the kit has half as many. */
const MAX_MESSAGE_LENGTH = 600

/**
 * Makes foreign text safe for a message: in one line, without control characters or invisible characters, and short. For an object,
 * returns only its type; the object is not converted.
 *
 * @param maxLength How many characters to keep. Default: 100.
 */
export function excerpt(text: unknown, maxLength = 100): string {
  if (typeof text !== 'string') return typeof text === 'number' || typeof text === 'boolean' ? `${text}` : typeof text
  // do not end with half of a surrogate pair
  return printable(text.length > maxLength ? `${text.slice(0, maxLength).replace(/[\uD800-\uDBFF]$/, '')}…` : text)
}
