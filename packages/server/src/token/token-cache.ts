/** The tokens whose signature was verified, by their exact text. */
export interface TokenCache<Token> {
  readonly get: (text: string) => Token | undefined
  readonly add: (text: string, token: Token) => void
}

/**
 * Keeps tokens until others are added after their end, and at most `limit` of them.
 *
 * @param isOver Whether a token can never be used again.
 */
export function createTokenCache<Token>(limit: number, isOver: (token: Token) => boolean): TokenCache<Token> {
  const tokens = new Map<string, Token>()
  return {
    get: (text) => tokens.get(text),
    add(text, token) {
      tokens.set(text, token)
      // tokens end about in the order in which they were added
      for (const [oldest, value] of tokens) {
        if (tokens.size <= limit && !isOver(value)) break
        tokens.delete(oldest)
      }
    },
  }
}
