import { TokenRejectedError, excerpt } from '../errors.js'
import { parseUrl } from '../lib/parse-url.js'

/**
 * Refuses a sender that may not speak for an issuer. By itself, only a window of the issuer's own origin may.
 *
 * @throws {TokenRejectedError} `ERR_TOKEN_ORIGIN`; `ERR_HOST_ORIGIN_OPAQUE` the sender has an origin that nothing can be sent to.
 */
export function checkEmbedder(origin: string, issuer: string, embedders: ReadonlySet<string>): void {
  if (origin === issuer) return
  if (!/^https?:\/\//.test(origin)) {
    throw new TokenRejectedError(
      'ERR_HOST_ORIGIN_OPAQUE',
      `The host has the origin "${excerpt(origin)}", which cannot be answered. It must be on http or https.`,
    )
  }
  if (!embedders.has(origin)) {
    throw new TokenRejectedError(
      'ERR_TOKEN_ORIGIN',
      `A page on ${excerpt(origin)} speaks for ${excerpt(issuer)}. If it may, list it in \`embedders\`.`,
      'iss',
    )
  }
}

/**
 * Reads a list of origins given by the application.
 *
 * @throws {TypeError} An entry is not exactly an http or https origin.
 */
export function parseOrigins(option: string, origins: readonly string[]): ReadonlySet<string> {
  return new Set(
    origins.map((text) => {
      const { origin = 'null' } = parseUrl(text) ?? {}
      if (!/^https?:[^*]+$/.test(origin) || text.replace(/\/$/, '') !== origin) {
        throw new TypeError(`${option}: "${excerpt(text)}" is not an origin such as https://home.example.com.`)
      }
      return origin
    }),
  )
}
