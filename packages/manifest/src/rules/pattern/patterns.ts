import { whyNoPattern } from '../../config/matches-pattern.js'
import type { RuleId } from '../catalogue.js'
import type { Check } from '../check-rules.js'
import { at } from '../manifest-view.js'
import { isCatastrophic } from './catastrophic-pattern.js'
import { createMatcher } from './create-matcher.js'
import { isAnchored } from './is-anchored.js'
import { readPattern, type ParsedPattern } from './read-pattern.js'
import { createWorkLimit, type WorkLimit } from './work-limit.js'

/** Different patterns of one manifest; a pattern that is used again is not judged again. */
const MOST_PATTERNS = 100
const MOST_CHARACTERS = 500
/** For all patterns and defaults of a manifest: half a second. What people write takes some thousands for each. */
const MOST_STEPS = 2_000_000

/** Regular expressions of fields. They are looked at and never run, so that none can hold up the check. */
export const checkPatterns: Check = ({ fields }, report) => {
  const judge = createJudge()
  for (const field of fields) {
    const { value: source, pointer } = at(field, 'pattern')
    if (typeof source !== 'string') continue
    const { problems, refuses } = judge(source)
    for (const [rule, message] of problems) report(rule, pointer, message)
    const start = at(field, 'default')
    // an empty text is no answer, and patterns do not judge it
    if (typeof start.value !== 'string' || start.value === '' || !refuses(start.value)) continue
    report(
      'default-invalid',
      start.pointer,
      'The default does not match the pattern of its field, so the form probably refuses it. Change one of them.',
    )
  }
}

type Problem = readonly [rule: RuleId, message: string]

interface Judgement {
  readonly problems: readonly Problem[]
  /** Whether a text certainly does not match. */
  readonly refuses: (text: string) => boolean
}

function createJudge(): (source: string) => Judgement {
  const known = new Map<string, Judgement>()
  const limit = createWorkLimit(MOST_STEPS)
  return (source) => {
    const judgement = known.get(source) ?? (known.size < MOST_PATTERNS ? judge(source, limit) : unjudged(TOO_MANY))
    if (known.size < MOST_PATTERNS) known.set(source, judgement)
    return judgement
  }
}

function judge(source: string, limit: WorkLimit): Judgement {
  if (source.length > MOST_CHARACTERS) return unjudged(TOO_LONG)
  const refusal = whyNoPattern(source)
  if (refusal !== undefined) return onlyProblem('pattern-invalid', invalid(refusal))
  const pattern = readPattern(source)
  if (!pattern) return unjudged(TOO_NEW)
  const isWhole = isAnchored(pattern.expression)
  const matches = createMatcher(pattern, limit)
  return {
    problems: [...(isWhole ? [] : [NOT_ANCHORED]), ...problemsOfDialect(source), ...problemsOfTime(pattern, limit)],
    refuses: (text) => matches(text) === false,
  }
}

function unjudged(message: string): Judgement {
  return onlyProblem('pattern-catastrophic', message)
}

function onlyProblem(...problem: Problem): Judgement {
  return { problems: [problem], refuses: () => false }
}

function problemsOfDialect(source: string): Problem[] {
  const refusal = whyNoPattern(source, 'u') ?? whyNoPattern(source, '')
  if (refusal !== undefined) return [['pattern-dialect', refusedElsewhere(refusal)]]
  // an escaped backslash before it takes the meaning away
  const [escape] = /(?<=(?<!\\)(?:\\\\)*)\\(?:[pP]|u(?=\{))/.exec(source) ?? []
  const special = escape === undefined ? setOperator(source) : `${escape}{…}`
  return special === undefined ? [] : [['pattern-dialect', readsDifferently(special)]]
}

/** Only with the flag "v" a class can contain classes and operators. */
function setOperator(source: string): string | undefined {
  return /\[[^\]]*?(?<operator>&&|--|\[)/.exec(source.replaceAll(/\\./gs, ''))?.groups?.['operator']
}

function problemsOfTime({ expression }: ParsedPattern, limit: WorkLimit): Problem[] {
  try {
    return isCatastrophic(expression, limit) ? [['pattern-catastrophic', CATASTROPHIC]] : []
  } catch {
    return [['pattern-catastrophic', TOO_COMPLEX]]
  }
}

function invalid(refusal: string): string {
  return `Forms of browsers read a pattern with the flag "v", and then this is no regular expression: ${refusal}. Correct it.`
}

function refusedElsewhere(refusal: string): string {
  return `A program that does not set the flag "v" refuses this: ${refusal}. Write it in a way that is valid with and without it.`
}

function readsDifferently(special: string): string {
  return `\`${special}\` means something else where a program does not set the flag "v". Write the characters out, such as "[A-Za-zÀ-ÿ]".`
}

const NOT_ANCHORED: Problem = [
  'pattern-not-anchored',
  'Some programs are content if a part of the text matches. Write "^(?:" before it and ")$" behind it.',
]
const CATASTROPHIC =
  'On some texts this takes exponential time, and the page hangs: a loop can read the same text in two ways. Let loops in loops differ in a character that only one of them takes, or check the value in your own code.'
const TOO_LONG = `A pattern of more than ${MOST_CHARACTERS} characters is not judged. Shorten it, or check the value in your own code.`
const TOO_MANY = `Only the first ${MOST_PATTERNS} patterns are judged. Use fewer, or check values in your own code.`
const TOO_COMPLEX = 'This pattern is too complex to be judged. Simplify it, or check the value in your own code.'
const TOO_NEW =
  'This pattern uses syntax that not every browser knows yet, and is not judged. Write it in an older way.'
