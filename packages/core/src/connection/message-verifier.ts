import { TokenRejectedError, excerpt } from '../errors.js'
import type { Claims } from '../protocol/subjects.js'
import { readContext, type HostContext } from '../token/context.js'
import type { DecodedToken } from '../token/decode-token.js'
import { replayKey } from '../token/replay-key.js'
import { checkEmbedder } from './check-embedder.js'
import type { VerifiedMessage } from './haiilo-host.js'
import type { HostSettings } from './options.js'
import { isSameIdentity, toMessage } from './verified-message.js'

/** How much older than the handshake a notification may be, in seconds. An older one is a replay from an earlier page load. */
const MAX_AGE_BEFORE_HANDSHAKE = 5

/** A decoded token from the window that embeds the page. Nothing in it is verified. */
export interface ReceivedToken {
  readonly data: string
  readonly origin: string
  readonly token: DecodedToken
}

export interface VerificationResult {
  readonly message: VerifiedMessage
  /** Identifies the message for the replay guard. */
  readonly replayKey: string
}

/** Verifies messages from the host. Stateless: the caller passes the verified host and does the replay check. */
export interface MessageVerifier {
  /**
   * Verifies the response to a request.
   *
   * @throws {TokenRejectedError} The first check that failed.
   */
  readonly verifyResponse: (received: ReceivedToken, subject: string) => Promise<VerificationResult>
  /**
   * Verifies a message without a request. Checks that need no key come first, so that a message that fails them causes no network
   * request.
   *
   * @throws {TokenRejectedError} The first check that failed.
   */
  readonly verifyNotification: (received: ReceivedToken, host: VerifiedMessage) => Promise<VerificationResult>
}

/** @param signal Aborts when the session ends. Verifications that are still running then reject. */
export function createMessageVerifier(
  settings: Pick<HostSettings<unknown>, 'verifier' | 'embedders'>,
  signal: AbortSignal,
): MessageVerifier {
  async function verify({ data, origin, token }: ReceivedToken, host?: VerifiedMessage): Promise<VerificationResult> {
    const { claims, context, issuer } = await settings.verifier().verify(data, token, {
      checkIssuer(claimed) {
        if (host && claimed !== host.issuer)
          throw new TokenRejectedError('ERR_TOKEN_ISSUER', 'The issuer is not the issuer of the handshake.', 'iss')
        checkEmbedder(origin, claimed, settings.embedders)
      },
      readContext(unverified) {
        const user = readContext(unverified)
        if (host) checkAgainstHandshake(unverified, user, host)
        return user
      },
      signal,
    })
    const message = toMessage(data, claims, context, issuer, origin)
    const result = { message, replayKey: await replayKey(message) }
    signal.throwIfAborted()
    return result
  }

  return {
    async verifyResponse(received, subject) {
      if (received.token.claims['sub'] !== subject) {
        throw new TokenRejectedError('ERR_TOKEN_SUBJECT', `Expected a response to "${excerpt(subject)}".`, 'sub')
      }
      return verify(received)
    },
    verifyNotification: verify,
  }
}

/** Refuses a notification for another user, and one that is older than the handshake. The issuer has been compared before. */
function checkAgainstHandshake(claims: Claims, context: HostContext, host: VerifiedMessage): void {
  if (!isSameIdentity(host, { issuer: host.issuer, context }))
    throw new TokenRejectedError('ERR_TOKEN_CONTEXT', 'The user is not the user of the handshake.', 'ctx.userId')
  if (issuedAt({ claims }) < issuedAt(host) - MAX_AGE_BEFORE_HANDSHAKE) throw replayError()
}

/** `iat` in seconds since 1970. The verifier has checked that it is a number. */
export function issuedAt({ claims }: { readonly claims: Claims }): number {
  return claims['iat'] as number
}

export function replayError(): TokenRejectedError {
  return new TokenRejectedError('ERR_TOKEN_REPLAYED', 'The message is a replay, or older than the handshake.')
}
