import { rulePage } from '../help-page.js'
import { manifestRules, type ManifestRule, type RuleId } from '../rules/catalogue.js'
import { join, namesIn } from '../rules/manifest-view.js'
import { quote } from '../rules/quote.js'
import { secretKind } from '../rules/secret/secret-text.js'
import type { Report } from '../rules/rule-check.js'
import type { Finding } from './finding.js'
import { createLineMap } from './line-map.js'
import { createLocator, type Locator, type Span } from './locate.js'

/** Collects the findings of one text. Parses the text for positions only when the first finding needs it. */
export interface Findings {
  /** Adds a finding at a JSON pointer. Ignores further findings of the same rule at the same pointer. */
  readonly add: Report
  /** Adds a finding about the text itself. */
  readonly addInText: (rule: RuleId, span: Span, message: string) => void
  /** Adds a finding for every key that an object has twice. */
  readonly addDuplicates: () => void
  readonly hasError: () => boolean
  /** All findings, in the order of the text. */
  readonly all: () => readonly Finding[]
}

/** The most findings that are listed for one rule. */
const MAX_PER_RULE = 25

/** Creates a collection of findings for a text. */
export function createFindings(text: string): Findings {
  const found: (Finding & { readonly offset: number })[] = []
  const counts = new Map<RuleId, number>()
  const listed = new Set<string>()
  let lines: ReturnType<typeof createLineMap> | undefined
  let locator: Locator | undefined

  function put(rule: RuleId, pointer: string, message: string, findSpan: () => Span): void {
    const count = (counts.get(rule) ?? 0) + 1
    // check this first: a pointer can be as long as the text, and there can be many
    const isListed = count <= MAX_PER_RULE
    if (isListed && listed.has(`${rule} ${pointer}`)) return
    counts.set(rule, count)
    if (!isListed) return
    listed.add(`${rule} ${pointer}`)
    found.push(finding(rule, withoutSecrets(pointer), message, findSpan()))
  }

  function finding(rule: RuleId, pointer: string, message: string, { start, end }: Span): Finding & { offset: number } {
    lines ??= createLineMap(text)
    const { line: endLine, column: endColumn } = lines(end)
    const { severity }: ManifestRule = manifestRules[rule]
    const help = rulePage(rule)
    return { rule, severity, message, pointer, ...lines(start), endLine, endColumn, help, offset: start }
  }

  function locate(): Locator {
    return (locator ??= createLocator(text))
  }

  function tooMany(): (Finding & { offset: number })[] {
    return [...counts]
      .filter(([, count]) => count > MAX_PER_RULE)
      .map(([rule, count]) => {
        const message = `"${rule}" has ${count - MAX_PER_RULE} more findings. Fix the listed ones and check again.`
        return finding('more-findings', '', message, { start: 0, end: 0 })
      })
  }

  return {
    add: (rule, pointer, message) => put(rule, pointer, message, () => locate().locate(pointer)),
    addInText: (rule, span, message) => put(rule, '', message, () => span),
    addDuplicates() {
      for (const { key, pointer, ...span } of locate().duplicates()) {
        const message = `The key ${quote(key)} appears twice, and only the last value is used. Remove one of the two.`
        put('duplicate-json-key', pointer, message, () => span)
      }
    },
    hasError: () => [...counts.keys()].some((rule) => manifestRules[rule].severity === 'error'),
    all: () =>
      [...found, ...tooMany()].toSorted((a, b) => a.offset - b.offset).map(({ offset: _offset, ...rest }) => rest),
  }
}

/** Pointers are printed, so a pointer ends before the first key that looks like a secret. */
function withoutSecrets(pointer: string): string {
  const names = namesIn(pointer)
  const secret = names.findIndex((name) => secretKind(name) !== undefined)
  return secret < 0 ? pointer : names.slice(0, secret).reduce(join, '')
}
