import { JS } from 'refa'

/** A parsed pattern, over code points. */
export type ParsedPattern = ReturnType<JS.Parser['parse']>

/** Parses a pattern as engines do with the flag `v`; `undefined` if it uses syntax that the parser does not know yet. */
export function readPattern(source: string): ParsedPattern | undefined {
  try {
    const parser = JS.Parser.fromLiteral({ source, flags: 'v' })
    // not simplified: that could remove the part that is slow
    return parser.parse({ simplify: false, backreferences: 'unknown', maxBackreferenceWords: 0 })
  } catch {
    return undefined
  }
}
