export type { Algorithm } from './algorithm.js'
export {
  createTokenVerifier,
  type TokenKind,
  type TokenVerifier,
  type TokenVerifierOptions,
  type VerifiedTokenOf,
} from './create-token-verifier.js'
export { haiiloTrust, type HaiiloTrustOptions } from './haiilo-trust.js'
export { isLoopback } from './loopback.js'
export { replayKey, type SignedIdentity } from './replay-key.js'
export type { TrustRule } from './trust.js'
export { verifyToken, type VerifiedToken, type VerifyTokenOptions } from './verify-token.js'
export {
  HaiiloError,
  TokenRejectedError,
  excerpt,
  haiiloErrorCodes,
  isHaiiloError,
  type HaiiloErrorCode,
  type TokenRejectionCode,
} from '../errors.js'
export { printable } from '../lib/printable.js'
export { readContext, type HostContext } from './context.js'
export type { Claims } from '../protocol/subjects.js'
