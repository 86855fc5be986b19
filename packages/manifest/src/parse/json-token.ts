/** A part of a text that ought to be JSON. */
export interface Token {
  /** `word` is everything that is neither a string nor punctuation: numbers, literals and what JSON does not have. */
  readonly kind: 'string' | 'word' | 'punctuation' | 'end'
  readonly text: string
  readonly start: number
  /** Exclusive. */
  readonly end: number
}

/** The first token at or after an offset. Of a string that is not closed, the part on its first line. */
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
/** Also one with mistakes in it. A line break ends it: more often than not, its quote is missing. */
const STRING = /"(?:[^"\\\r\n]+|\\[^\r\n])*"?/y
const WORD = /[\w.+-]+/y
