export { createTokenVerifierWith } from '../token/create-token-verifier.js'
export type { SignatureCheck } from '../token/verifier.js'
