import { JS } from 'refa'

/** A pattern as an expression to be looked at, over code points. */
export type ParsedPattern = ReturnType<JS.Parser['parse']>

/** Why an engine does not take a pattern, in its own words; `undefined` if it does. */
export function whyNot(source: string, flags: 'u' | ''): string | undefined {
  try {
    new RegExp(source, flags)
    return undefined
  } catch (error) {
    // engines put the pattern first and the reason last
    const message = error instanceof Error ? error.message : ''
    return message.slice(message.lastIndexOf(': ') + 1).trim()
  }
}

/** Reads a pattern as engines do with the flag `u`; `undefined` if it is written in a way that is too new. */
export function readPattern(source: string): ParsedPattern | undefined {
  try {
    const parser = JS.Parser.fromLiteral({ source, flags: 'u' })
    // as it stands: what is simplified away may be what takes long
    return parser.parse({ simplify: false, backreferences: 'unknown', maxBackreferenceWords: 0 })
  } catch {
    return undefined
  }
}
