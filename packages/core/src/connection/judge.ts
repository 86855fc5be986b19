import { TokenRejectedError, excerpt } from '../errors.js'
import { readContext } from '../token/context.js'
import type { Claims } from '../protocol/subjects.js'
import type { DecodedToken } from '../token/decode-token.js'
import type { Verifier } from '../token/verifier.js'
import { checkEmbedder } from './check-embedder.js'
import type { VerifiedMessage } from './haiilo-host.js'
import { isSamePerson, messageIdentity, toMessage } from './verified-message.js'

/** How much older than the handshake a message of the host may be, in seconds. An older one is a replay from an earlier load. */
const HANDSHAKE_GRACE = 5

/** A token that reached the page from the window that embeds it. Nothing about it is verified. */
export interface ReceivedToken {
  readonly data: string
  readonly origin: string
  readonly token: DecodedToken
}

/** A verified message, and what tells it apart from all others. */
export interface JudgedMessage {
  readonly message: VerifiedMessage
  readonly identity: string
}

/** Verifies messages of the host. It has no state: the caller passes the identity of the host, and decides about replays. */
export interface Judge {
  /**
   * Judges the answer to a request.
   *
   * @throws {TokenRejectedError} The first check that refused.
   */
  readonly answer: (received: ReceivedToken, subject: string) => Promise<JudgedMessage>
  /**
   * Judges a message without a request. Checks that need no key come first, so that a message that fails them causes no request.
   *
   * @throws {TokenRejectedError} The first check that refused.
   */
  readonly notification: (received: ReceivedToken, host: VerifiedMessage) => Promise<JudgedMessage>
}

/** @param signal Aborts when the session ends; nothing is judged after that. */
export function createJudge(verifier: Verifier, embedders: ReadonlySet<string>, signal: AbortSignal): Judge {
  async function verify({ data, origin, token }: ReceivedToken, host?: VerifiedMessage): Promise<JudgedMessage> {
    const { claims, issuer } = await verifier.verify(data, token, {
      checkIssuer(claimed) {
        if (host && claimed !== host.issuer)
          throw new TokenRejectedError('ERR_TOKEN_ISSUER', 'The issuer is not the issuer of the handshake.', 'iss')
        checkEmbedder(origin, claimed, embedders)
      },
      checkClaims: host ? (unverified) => checkSpeaker(unverified, host) : readContext,
      signal,
    })
    const message = toMessage(data, claims, readContext(claims), issuer, origin)
    const identity = await messageIdentity(message)
    signal.throwIfAborted()
    return { message, identity }
  }

  return {
    async answer(received, subject) {
      if (received.token.claims['sub'] !== subject) {
        throw new TokenRejectedError('ERR_TOKEN_SUBJECT', `Expected a response to "${excerpt(subject)}".`, 'sub')
      }
      return verify(received)
    },
    notification: verify,
  }
}

/** Refuses a message that speaks for another person than the handshake, or is older. The issuer is the same. */
function checkSpeaker(claims: Claims, host: VerifiedMessage): void {
  if (!isSamePerson(host, { issuer: host.issuer, context: readContext(claims) }))
    throw new TokenRejectedError('ERR_TOKEN_CONTEXT', 'The user is not the user of the handshake.', 'ctx.userId')
  if (issuedAt({ claims }) < issuedAt(host) - HANDSHAKE_GRACE) throw replayed()
}

/** Seconds since 1970; the verifier has made sure that it is a number. */
export function issuedAt({ claims }: { readonly claims: Claims }): number {
  return claims['iat'] as number
}

export function replayed(): TokenRejectedError {
  return new TokenRejectedError('ERR_TOKEN_REPLAYED', 'The message was seen before, or is older than the handshake.')
}
