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
  // what a plug-in does with its host
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

/** What went wrong, for programs to branch on. */
export type HaiiloErrorCode = (typeof haiiloErrorCodes)[number]

/** The codes of a token that was refused. */
export type TokenRejectionCode = Extract<
  HaiiloErrorCode,
  `ERR_TOKEN_${string}` | `ERR_KEY${string}` | 'ERR_HOST_ORIGIN_OPAQUE'
>

/** Every failure that the world does to the kit. Branch on `code`; `message` is for developers and may change. For people there is `describeError`. */
export class HaiiloError extends Error {
  override readonly name: string = 'HaiiloError'
  readonly code: HaiiloErrorCode
  /** Where the page of this code is: likely causes and what to do. A path inside the published package. */
  readonly help: string
  /** Lets two copies of the kit on one page know each other's errors, which `instanceof` cannot. */
  readonly isHaiiloError = true

  constructor(code: HaiiloErrorCode, message: string, options?: ErrorOptions) {
    const help = `@haiilo-kit/core/docs/errors/${code}.md`
    // whoever throws it: no message breaks a line of a log, or fills it
    super(`${excerpt(message, MOST_OF_MESSAGE)} (${code}, see ${help})`, options)
    this.code = code
    this.help = help
  }
}

/** A message was meant for us and is not to be trusted. `claim` names the claim or header that was wrong, where there is one. */
export class TokenRejectedError extends HaiiloError {
  override readonly name = 'TokenRejectedError'
  readonly claim: string | undefined
  /** Which check refused the token, in words: the code without its prefix, `expired`, `signature`, … */
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

/** Tells whether a value is an error of this kit, whichever copy of the kit made it. */
export function isHaiiloError(value: unknown): value is HaiiloError {
  return typeof value === 'object' && value !== null && 'isHaiiloError' in value && value.isHaiiloError === true
}

/** Our longest messages have half as many characters. */
const MOST_OF_MESSAGE = 600

/**
 * Foreign text for a message: printable, and cut so that the message stays readable and carries little of what a stranger wrote. An
 * object is not asked; its type is named.
 *
 * @param most How many characters are kept. Default: 100.
 */
export function excerpt(text: unknown, most = 100): string {
  if (typeof text !== 'string') return typeof text === 'number' || typeof text === 'boolean' ? `${text}` : typeof text
  // half of a surrogate pair is no character
  return printable(text.length > most ? `${text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')}…` : text)
}
