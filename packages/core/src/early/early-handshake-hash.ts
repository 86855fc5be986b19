import type { PluginView } from '../connection/haiilo-host.js'
import { earlyHandshake } from './early-handshake.js'

/**
 * The hash by which a content security policy allows the script of {@link earlyHandshake}, where a nonce for each answer is not at hand.
 * It changes when the script does, so take it from the installed version when the header is made.
 *
 * @param view The same as for the script. Default: `plugin`.
 * @returns `sha256-` and the hash in base64; it stands in single quotes in a policy.
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
