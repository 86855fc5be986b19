import type { Cell, Difference } from './compare.js'
import { exceptions, type Exception } from './exceptions.js'
import { faults, type Fault } from './faults.js'
import type { Person } from './person.js'

export interface Verdict {
  /** Differences that are neither a listed fault nor an exception. */
  readonly unexplained: readonly Difference[]
  /** Listed faults that no longer occur. */
  readonly fixed: readonly string[]
}

type Browser = Person['browser']

/** Aspects that the driver of a browser cannot report. They are not compared in that browser. */
const UNREPORTED: Readonly<Partial<Record<Browser, RegExp>>> = {
  firefox: /^accessible\./,
  webkit: /^accessible\.description$/,
}

const used = new Set<Exception | Fault>()

/** Compares the differences with the lists of faults and exceptions. */
export function verdictOf(cell: Cell, differences: readonly Difference[], browser: Browser): Verdict {
  const expected = new Map(faults.flatMap((fault) => aspectsIn(cell, fault, browser).map((aspect) => [aspect, fault])))
  const seen = new Set(differences.map(({ aspect }) => aspect))
  return {
    unexplained: differences.filter((each) => !expected.has(each.aspect) && !isExplained(cell, each, browser)),
    fixed: [...expected]
      .filter(([aspect]) => !seen.has(aspect) && !UNREPORTED[browser]?.test(aspect))
      .map(([aspect, { description }]) => `"${aspect}" (${description})`),
  }
}

/** The listed faults and exceptions that occurred in no scenario. */
export function unusedEntries(browser: Browser): readonly string[] {
  const everywhere = faults.filter((fault) => fault.everywhere)
  return [...exceptions, ...everywhere]
    .filter((each) => isIn(browser, each))
    .filter((each) => !used.has(each))
    .map((each) => ('reason' in each ? each.reason : each.description))
}

/** The message of a failed test; empty if there is nothing to report. */
export function messageOf({ unexplained, fixed }: Verdict): string {
  return [
    ...unexplained.map(({ aspect, native, ours }) => `${aspect}\n  native: ${native}\n  ours:   ${ours}`),
    ...fixed.map((fault) => `${fault} no longer occurs: remove it from faults.ts.`),
  ].join('\n')
}

function aspectsIn({ kind, scenario }: Cell, { occurrences = [] }: Fault, browser: Browser): readonly string[] {
  return occurrences
    .filter(
      ([kinds, name, , browsers = browser]) =>
        browsers.includes(browser) && name === scenario.name && kinds.split(', ').includes(kind),
    )
    .flatMap(([, , aspects]) => aspects.split(', '))
}

function isExplained({ kind, scenario }: Cell, difference: Difference, browser: Browser): boolean {
  const { aspect } = difference
  const fault = faults.find(({ everywhere }) => everywhere === aspect)
  const exception = exceptions.find(
    ({ aspects, kinds, scenarios, when, browsers }) =>
      (browsers?.includes(browser) ?? true) &&
      aspects.test(aspect) &&
      (kinds?.includes(kind) ?? true) &&
      (scenarios?.test(scenario.name) ?? true) &&
      (when?.(difference) ?? true),
  )
  for (const each of [fault, exception]) if (each) used.add(each)
  return Boolean(fault ?? exception)
}

function isIn(browser: Browser, { browsers }: { readonly browsers?: readonly Browser[] }): boolean {
  return browsers?.includes(browser) ?? true
}
