/** The tokens whose signature was verified, by their exact text. */
export interface TokenCache<Token> {
  readonly get: (text: string) => Token | undefined
  readonly add: (text: string, token: Token) => void
}

/**
 * Keeps at least half of `limit` and at most `limit` tokens: those that were added last.
 *
 * In two maps, because a map from which the oldest entry is deleted again and again becomes slow: it searches for the first entry among the
 * deleted ones.
 */
export function createTokenCache<Token>(limit: number): TokenCache<Token> {
  let newer = new Map<string, Token>()
  let older = new Map<string, Token>()
  return {
    get: (text) => newer.get(text) ?? older.get(text),
    add(text, token) {
      newer.set(text, token)
      if (newer.size < limit / 2) return
      older = newer
      newer = new Map()
    },
  }
}
