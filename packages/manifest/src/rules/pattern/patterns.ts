import { patternError } from '../../config/matches-pattern.js'
import { isExponential } from '../../lib/regex-ambiguity/index.js'
import type { RuleId } from '../catalogue.js'
import { at } from '../manifest-view.js'
import type { Check } from '../rule-check.js'
import { createMatcher } from './create-matcher.js'
import { isAnchored } from './is-anchored.js'
import { readPattern, type ParsedPattern } from './read-pattern.js'
import { createWorkBudget, type WorkBudget } from './work-budget.js'

/** Different patterns per manifest. A repeated pattern is analysed once. */
const MAX_PATTERNS = 100
const MAX_CHARACTERS = 500
/** For all patterns and defaults of a manifest: about half a second. A typical pattern takes a few thousand. */
const MAX_STEPS = 2_000_000

/** Checks the regular expressions of fields. It analyses them and never runs them, so that a slow pattern cannot block the check. */
export const checkPatterns: Check = ({ fields }, report) => {
  const analyse = createAnalyser()
  for (const field of fields) {
    const { value: source, pointer } = at(field, 'pattern')
    if (typeof source !== 'string') continue
    const { problems, rejects } = analyse(source)
    for (const [rule, message] of problems) report(rule, pointer, message)
    const start = at(field, 'default')
    // an empty text means no answer, and patterns do not apply to it
    if (typeof start.value !== 'string' || start.value === '' || !rejects(start.value)) continue
    report(
      'default-invalid',
      start.pointer,
      'The default does not match the pattern of its field, so the form probably rejects it. Change one of the two.',
    )
  }
}

type Problem = readonly [rule: RuleId, message: string]

interface Analysis {
  readonly problems: readonly Problem[]
  /** Whether it is certain that a text does not match. */
  readonly rejects: (text: string) => boolean
}

function createAnalyser(): (source: string) => Analysis {
  const known = new Map<string, Analysis>()
  const budget = createWorkBudget(MAX_STEPS)
  return (source) => {
    const analysis = known.get(source) ?? (known.size < MAX_PATTERNS ? analyse(source, budget) : notAnalysed(TOO_MANY))
    if (known.size < MAX_PATTERNS) known.set(source, analysis)
    return analysis
  }
}

function analyse(source: string, budget: WorkBudget): Analysis {
  if (source.length > MAX_CHARACTERS) return notAnalysed(TOO_LONG)
  const reason = patternError(source)
  if (reason !== undefined) return onlyProblem('pattern-invalid', invalid(reason))
  const pattern = readPattern(source)
  if (!pattern) return notAnalysed(TOO_NEW)
  const isBound = isAnchored(pattern.expression)
  const matches = createMatcher(pattern, budget)
  return {
    problems: [...(isBound ? [] : [NOT_ANCHORED]), ...dialectProblems(source), ...timeProblems(pattern, budget)],
    rejects: (text) => matches(text) === false,
  }
}

function notAnalysed(message: string): Analysis {
  return onlyProblem('pattern-catastrophic', message)
}

function onlyProblem(...problem: Problem): Analysis {
  return { problems: [problem], rejects: () => false }
}

function dialectProblems(source: string): Problem[] {
  const reason = patternError(source, 'u') ?? patternError(source, '')
  if (reason !== undefined) return [['pattern-dialect', rejectedElsewhere(reason)]]
  // not after an escaped backslash
  const [escape] = /(?<=(?<!\\)(?:\\\\)*)\\(?:[pP]|u(?=\{))/.exec(source) ?? []
  const special = escape === undefined ? setOperator(source) : `${escape}{…}`
  return special === undefined ? [] : [['pattern-dialect', readsDifferently(special)]]
}

/** Only with the flag `v`, a character class can contain other classes and set operators. */
function setOperator(source: string): string | undefined {
  return /\[[^\]]*?(?<operator>&&|--|\[)/.exec(source.replaceAll(/\\./gs, ''))?.groups?.['operator']
}

function timeProblems({ expression }: ParsedPattern, budget: WorkBudget): Problem[] {
  try {
    return isExponential(expression, budget.spend) ? [['pattern-catastrophic', EXPONENTIAL]] : []
  } catch {
    return [['pattern-catastrophic', TOO_COMPLEX]]
  }
}

function invalid(reason: string): string {
  return `Browsers compile a pattern with the flag "v". With this flag, this is not a valid regular expression: ${reason}. Correct it.`
}

function rejectedElsewhere(reason: string): string {
  return `Programs that do not set the flag "v" reject this pattern: ${reason}. Write it so that it is valid with and without the flag.`
}

function readsDifferently(special: string): string {
  return `\`${special}\` has another meaning in programs that do not set the flag "v". List the characters instead, for example "[A-Za-zÀ-ÿ]".`
}

const NOT_ANCHORED: Problem = [
  'pattern-not-anchored',
  'Some programs also accept a text if only a part of it matches. Write "^(?:" before the pattern and ")$" after it.',
]
const EXPONENTIAL =
  'On some texts this pattern takes exponential time, and the page hangs: a loop can read the same text in two ways. Separate nested loops with a character that only one of them matches, or check the value in your own code.'
const TOO_LONG = `Patterns of more than ${MAX_CHARACTERS} characters are not analysed. Shorten this one, or check the value in your own code.`
const TOO_MANY = `Only the first ${MAX_PATTERNS} patterns are analysed. Use fewer, or check values in your own code.`
const TOO_COMPLEX = 'This pattern is too complex to analyse. Simplify it, or check the value in your own code.'
const TOO_NEW = 'This pattern uses new syntax that not every browser supports, and is not analysed. Use older syntax.'
