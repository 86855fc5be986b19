import { parseUrl } from '../lib/parse-url.js'
import { isLoopback } from './loopback.js'

/** Whether nobody else can read what is sent to a URL: it uses https, or http on the local machine. */
export function isSecureUrl({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))
}

/** Parses a URL for which {@link isSecureUrl} is true. Returns `undefined` for any other text. */
export function parseSecureUrl(text: string): URL | undefined {
  const url = parseUrl(text)
  return url && isSecureUrl(url) ? url : undefined
}
