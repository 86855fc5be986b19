import { NFA } from 'refa'
import type { ParsedPattern } from './read-pattern.js'
import type { WorkLimit } from './work-limit.js'

const MOST_NODES = 500
/** The parser's own value is too small with the flag `v`. */
const MAX_CHARACTER = 0x10ffff

/**
 * Tells whether a whole text can match a pattern, in time that does not depend on how the pattern is written; `undefined` if that cannot
 * be said. Assertions are passed over, so `false` is certain and `true` is not.
 */
export function createMatcher(pattern: ParsedPattern, limit: WorkLimit): (text: string) => boolean | undefined {
  let automaton: ReturnType<typeof createAutomaton> | undefined
  return (text) => {
    automaton ??= createAutomaton(pattern)
    const { nfa, edges } = automaton
    try {
      limit.spend(edges * text.length)
    } catch {
      return undefined
    }
    return nfa?.test(Array.from(text, (character) => character.codePointAt(0) ?? 0))
  }
}

/** None, if there is a back reference or too much. */
function createAutomaton({ expression }: ParsedPattern): { readonly nfa?: NFA; readonly edges: number } {
  const factory = new NFA.LimitedNodeFactory(MOST_NODES)
  try {
    const nfa = NFA.fromRegex(expression, { maxCharacter: MAX_CHARACTER }, { assertions: 'ignore' }, factory)
    return { nfa, edges: [...nfa.nodes()].reduce((count, { out }) => count + out.size, 0) }
  } catch {
    return { edges: 0 }
  }
}
