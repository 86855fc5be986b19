import { JS } from 'refa'

/** A pattern as an expression to be looked at, over code points. */
export type ParsedPattern = ReturnType<JS.Parser['parse']>

/** Reads a pattern as engines do with the flag `v`; `undefined` if it is written in a way that is too new. */
export function readPattern(source: string): ParsedPattern | undefined {
  try {
    const parser = JS.Parser.fromLiteral({ source, flags: 'v' })
    // as it stands: what is simplified away may be what takes long
    return parser.parse({ simplify: false, backreferences: 'unknown', maxBackreferenceWords: 0 })
  } catch {
    return undefined
  }
}
