import type { PluginView } from '../connection/haiilo-host.js'
import { earlyHandshake } from './early-handshake.js'

/**
 * Returns the hash with which a content security policy allows the script of {@link earlyHandshake}. Use it if the server cannot create a
 * nonce for each response. The hash can change with each version of this package, so compute it when you create the header.
 *
 * @param view The same view as for the script. Default: `plugin`.
 * @returns `sha256-` and the hash in base64. In a policy, put it in single quotes.
 * @example
 * ```ts
 * const hash = await earlyHandshakeHash('plugin')
 * response.setHeader('content-security-policy', `script-src 'self' '${hash}'`)
 * ```
 */
export async function earlyHandshakeHash(view: PluginView = 'plugin'): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(earlyHandshake(view)))
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`
}
