import { TokenRejectedError, excerpt } from '../errors.js'
import { parseUrl } from '../lib/parse-url.js'

/**
 * Refuses a sender that may not embed plug-ins for an issuer. By default, only the issuer's own origin may.
 *
 * @throws {TokenRejectedError} `ERR_TOKEN_ORIGIN`; `ERR_HOST_ORIGIN_OPAQUE` No message can be sent to the origin of the sender.
 */
export function checkEmbedder(origin: string, issuer: string, embedders: ReadonlySet<string>): void {
  if (origin === issuer) return
  if (!/^https?:\/\//.test(origin)) {
    throw new TokenRejectedError(
      'ERR_HOST_ORIGIN_OPAQUE',
      `The host has the origin "${excerpt(origin)}", which cannot receive messages. Serve it over http or https.`,
    )
  }
  if (!embedders.has(origin)) {
    throw new TokenRejectedError(
      'ERR_TOKEN_ORIGIN',
      `${excerpt(origin)} sent a token of ${excerpt(issuer)}. If it may embed this page, list it in \`embedders\`.`,
      'iss',
    )
  }
}

/**
 * Parses a list of origins from an option.
 *
 * @throws {TypeError} An entry is not an http or https origin, or contains more than an origin.
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
