import { createTokenVerifierWith } from '@haiilo-kit/core/server'
import type { TokenVerifier, TokenVerifierOptions } from '@haiilo-kit/core/token'
import { fetchOf } from '../lib/local-fetch.js'
import { nodeSignatureCheck } from './node-signature-check.js'

/** Creates a verifier with the functions of the runtime. */
export function createServerTokenVerifier(options: TokenVerifierOptions): TokenVerifier {
  return createTokenVerifierWith(nodeSignatureCheck, { ...options, fetch: fetchOf(options) })
}
