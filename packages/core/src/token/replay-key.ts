/** What identifies a signed message. */
export interface SignedIdentity {
  readonly issuer: string
  readonly subject: string
  readonly nonce: string | undefined
  readonly token: string
}

/**
 * Returns a text that identifies a message for a replay guard. It contains the nonce, or without one a hash of the signed bytes. The
 * signature is not part of the hash, because the same signature can be encoded in several ways.
 */
export async function replayKey({ issuer, subject, nonce, token }: SignedIdentity): Promise<string> {
  return JSON.stringify([issuer, subject, nonce ?? (await digest(token.slice(0, token.lastIndexOf('.'))))])
}

async function digest(text: string): Promise<number[]> {
  return [...new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))]
}
