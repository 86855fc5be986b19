import { NFA } from 'refa'
import type { ParsedPattern } from './read-pattern.js'
import type { WorkBudget } from './work-budget.js'

const MAX_NODES = 500
/** The parser's own maximum is too small with the flag `v`. */
const MAX_CHARACTER = 0x10ffff

/**
 * Returns a test of whether a whole text can match a pattern. Its time does not depend on how the pattern is written. Assertions are
 * ignored, so `false` is certain and `true` is not. `undefined`: unknown, because the pattern has back references or takes too much work.
 */
export function createMatcher(pattern: ParsedPattern, budget: WorkBudget): (text: string) => boolean | undefined {
  let automaton: ReturnType<typeof createAutomaton> | undefined
  return (text) => {
    automaton ??= createAutomaton(pattern)
    const { nfa, edges } = automaton
    try {
      budget.spend(edges * text.length)
    } catch {
      return undefined
    }
    return nfa?.test(Array.from(text, (character) => character.codePointAt(0) ?? 0))
  }
}

/** Without `nfa` if the pattern has a back reference or too many nodes. */
function createAutomaton({ expression }: ParsedPattern): { readonly nfa?: NFA; readonly edges: number } {
  const factory = new NFA.LimitedNodeFactory(MAX_NODES)
  try {
    const nfa = NFA.fromRegex(expression, { maxCharacter: MAX_CHARACTER }, { assertions: 'ignore' }, factory)
    return { nfa, edges: [...nfa.nodes()].reduce((count, { out }) => count + out.size, 0) }
  } catch {
    return { edges: 0 }
  }
}
