import { excerpt, isHaiiloError } from '@haiilo-kit/core/token'
import { serverErrorPage } from './help-page.js'

/** Every code of a {@link BackendError}, with the HTTP status of its answer. Public and permanent; each has a page in `docs/server-errors/`. */
export const backendErrors = {
  // requests
  ERR_REQUEST_MALFORMED: 400,
  ERR_ROUTE_UNKNOWN: 404,
  ERR_METHOD_NOT_ALLOWED: 405,
  ERR_CONTENT_TYPE: 415,
  ERR_BODY_ENCODED: 415,
  ERR_BODY_TOO_LARGE: 413,
  ERR_BODY_TIMEOUT: 408,
  ERR_BODY_MALFORMED: 400,
  ERR_BODY_CONSUMED: 500,
  ERR_TOKEN_MISSING: 401,
  ERR_TOKEN_AMBIGUOUS: 400,
  // tenants
  ERR_TENANT_UNKNOWN: 401,
  ERR_TENANT_MOVED: 400,
  // lifecycle events
  ERR_EVENT_CLAIMS: 400,
  ERR_EVENT_EARLY: 503,
  ERR_EVENT_RUNNING: 503,
  ERR_HANDLER_FAILED: 400,
  ERR_HANDLER_TIMEOUT: 400,
  ERR_INSTALL_REFUSED: 400,
  // API access
  ERR_API_ADDRESS: 400,
  ERR_API_ACCESS_MISSING: 503,
  ERR_API_TOKEN: 400,
  ERR_API_REFUSED: 502,
  ERR_API_UNAVAILABLE: 503,
  ERR_API_UNANSWERED: 504,
  // operation
  ERR_SECRET_UNREADABLE: 503,
  ERR_STORE_UNAVAILABLE: 503,
  ERR_STORE_VERSION: 503,
  ERR_SHUTTING_DOWN: 503,
  ERR_UNEXPECTED: 500,
} as const

/** The code of a {@link BackendError}. */
export type BackendErrorCode = keyof typeof backendErrors

/** The error of a back end. Branch on `code`; `message` is for developers and may change. It contains no text of a request. */
export class BackendError extends Error {
  override readonly name = 'BackendError'
  readonly code: BackendErrorCode
  /** The HTTP status of the answer. */
  readonly status: number
  /** The page of this code, with likely causes and what to do: a path inside the published package, or the address of a web page. */
  readonly help: string
  /** For {@link isBackendError}: `instanceof` fails if a server has two copies of the package. */
  readonly isBackendError = true

  constructor(code: BackendErrorCode, message: string, options?: ErrorOptions) {
    const help = serverErrorPage(code)
    super(`${excerpt(message, 400)} (${code}, see ${help})`, options)
    this.code = code
    this.status = backendErrors[code]
    this.help = help
  }
}

/** Whether a value is an error of this package, even if another copy of the package created it. */
export function isBackendError(value: unknown): value is BackendError {
  return typeof value === 'object' && value !== null && 'isBackendError' in value && value.isBackendError === true
}

/** What an HTTP answer and a log entry say about a failure. They contain no text of a request. */
export interface Refusal {
  /** A code of this package, or a code of `@haiilo-kit/core` for a refused token. */
  readonly code: string
  readonly status: number
}

/** Converts any thrown value. The code of a refused token becomes 401. If its key could not be loaded, the answer is 503. */
export function refusalOf(error: unknown): Refusal {
  if (isBackendError(error)) return { code: error.code, status: error.status }
  if (!isHaiiloError(error)) return { code: 'ERR_UNEXPECTED', status: 500 }
  const isOurs = error.code === 'ERR_KEYS_UNAVAILABLE' || error.code === 'ERR_INSECURE_CONTEXT'
  return { code: error.code, status: isOurs ? 503 : 401 }
}
