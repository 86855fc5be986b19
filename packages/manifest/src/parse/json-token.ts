/** A token of a text that may be invalid JSON. */
export interface Token {
  /** `word`: everything except strings and punctuation, that is, numbers, literals and invalid characters. */
  readonly kind: 'string' | 'word' | 'punctuation' | 'end'
  readonly text: string
  readonly start: number
  /** Exclusive. */
  readonly end: number
}

/** The first token at or after an offset. A string that is not closed ends at the end of its line. */
export function tokenAt(text: string, offset: number): Token {
  const start = endOfMatch(SPACE, text, offset)
  const first = text[start]
  if (first === undefined) return { kind: 'end', text: '', start, end: start }
  if (first === '"') return token('string', text, start, endOfMatch(STRING, text, start))
  if ('{}[],:'.includes(first)) return token('punctuation', text, start, start + 1)
  return token('word', text, start, Math.max(start + 1, endOfMatch(WORD, text, start)))
}

function token(kind: Token['kind'], text: string, start: number, end: number): Token {
  return { kind, text: text.slice(start, end), start, end }
}

function endOfMatch(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset
  return offset + (pattern.exec(text)?.[0].length ?? 0)
}

const SPACE = /[ \t\r\n]*/y
/** Includes invalid strings. Ends at a line break, because then the closing quote is usually missing. */
const STRING = /"(?:[^"\\\r\n]+|\\[^\r\n])*"?/y
const WORD = /[\w.+-]+/y
