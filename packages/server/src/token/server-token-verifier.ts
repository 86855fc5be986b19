import { createTokenVerifier, type TokenVerifier, type TokenVerifierOptions } from '@haiilo-kit/core/token'
import { fetchOf } from '../lib/local-fetch.js'

/** Creates a verifier that also reaches key documents below `localhost` during development. */
export function createServerTokenVerifier(options: TokenVerifierOptions): TokenVerifier {
  return createTokenVerifier({ ...options, fetch: fetchOf(options) })
}
