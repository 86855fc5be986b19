import { manifestRules, type ManifestRule, type RuleId } from '../rules/catalogue.js'
import { join, namesIn } from '../rules/manifest-view.js'
import { quote } from '../rules/quote.js'
import { secretKind } from '../rules/secret/secret-text.js'
import type { Report } from '../rules/check-rules.js'
import type { Finding } from './finding.js'
import { createLineMap } from './line-map.js'
import { createLocator, type Locator, type Span } from './locate.js'

/** What is found in one text. Nothing is looked up in it before there is something to find. */
export interface Findings {
  /** Takes down what is wrong at a place of the value; the same rule speaks once about a place. */
  readonly add: Report
  /** Takes down what is wrong with the text itself. */
  readonly addInText: (rule: RuleId, span: Span, message: string) => void
  /** Takes down every key that an object has twice. */
  readonly addDuplicates: () => void
  readonly hasError: () => boolean
  /** In the order of the text. */
  readonly all: () => readonly Finding[]
}

/** Of one rule: further ones would not be read by anybody. */
const MOST_OF_A_RULE = 25

/** Collects findings, and places them in the text. */
export function createFindings(text: string): Findings {
  const found: (Finding & { readonly offset: number })[] = []
  const counts = new Map<RuleId, number>()
  const spoken = new Set<string>()
  let lines: ReturnType<typeof createLineMap> | undefined
  let locator: Locator | undefined

  function put(rule: RuleId, pointer: string, message: string, findSpan: () => Span): void {
    const count = (counts.get(rule) ?? 0) + 1
    // first of all: a pointer may be as long as the text, and there may be as many
    const isListed = count <= MOST_OF_A_RULE
    if (isListed && spoken.has(`${rule} ${pointer}`)) return
    counts.set(rule, count)
    if (!isListed) return
    spoken.add(`${rule} ${pointer}`)
    found.push(finding(rule, withoutSecrets(pointer), message, findSpan()))
  }

  function finding(rule: RuleId, pointer: string, message: string, { start, end }: Span): Finding & { offset: number } {
    lines ??= createLineMap(text)
    const { line: endLine, column: endColumn } = lines(end)
    const { severity }: ManifestRule = manifestRules[rule]
    const help = `@haiilo-kit/manifest/docs/rules/${rule}.md`
    return { rule, severity, message, pointer, ...lines(start), endLine, endColumn, help, offset: start }
  }

  function locate(): Locator {
    return (locator ??= createLocator(text))
  }

  function tooMany(): (Finding & { offset: number })[] {
    return [...counts]
      .filter(([, count]) => count > MOST_OF_A_RULE)
      .map(([rule, count]) => {
        const message = `"${rule}" was found at ${count - MOST_OF_A_RULE} more places. Mend the listed ones and look again.`
        return finding('more-findings', '', message, { start: 0, end: 0 })
      })
  }

  return {
    add: (rule, pointer, message) => put(rule, pointer, message, () => locate().locate(pointer)),
    addInText: (rule, span, message) => put(rule, '', message, () => span),
    addDuplicates() {
      for (const { key, pointer, ...span } of locate().duplicates()) {
        const message = `The key ${quote(key)} is there twice, and only the last value counts. Remove one of the two.`
        put('duplicate-key', pointer, message, () => span)
      }
    },
    hasError: () => [...counts.keys()].some((rule) => manifestRules[rule].severity === 'error'),
    all: () =>
      [...found, ...tooMany()].toSorted((a, b) => a.offset - b.offset).map(({ offset: _offset, ...rest }) => rest),
  }
}

/** Pointers are printed: one that leads through a key that looks like a secret ends before it. */
function withoutSecrets(pointer: string): string {
  const names = namesIn(pointer)
  const secret = names.findIndex((name) => secretKind(name) !== undefined)
  return secret < 0 ? pointer : names.slice(0, secret).reduce(join, '')
}
