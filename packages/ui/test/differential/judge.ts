import type { Cell, Difference } from './compare.js'
import { exceptions, type Exception } from './exceptions.js'
import { faults, type Fault } from './faults.js'
import type { Person } from './person.js'

export interface Verdict {
  /** Neither a listed fault nor an exception. */
  readonly unexplained: readonly Difference[]
  /** Listed faults that do not show any more. */
  readonly gone: readonly string[]
}

type Browser = Person['browser']

/** Aspects that a driver cannot report. They are not compared in that browser. */
const UNTOLD: Readonly<Partial<Record<Browser, RegExp>>> = { firefox: /^spoken\./, webkit: /^spoken\.description$/ }

const used = new Set<Exception | Fault>()

/** Holds what differs against the lists of faults and exceptions. */
export function judge(cell: Cell, differences: readonly Difference[], browser: Browser): Verdict {
  const expected = new Map(faults.flatMap((fault) => aspectsIn(cell, fault, browser).map((aspect) => [aspect, fault])))
  const seen = new Set(differences.map(({ aspect }) => aspect))
  return {
    unexplained: differences.filter((each) => !expected.has(each.aspect) && !isExplained(cell, each, browser)),
    gone: [...expected]
      .filter(([aspect]) => !seen.has(aspect) && !UNTOLD[browser]?.test(aspect))
      .map(([aspect, { point, says }]) => `"${aspect}" of point ${point} (${says})`),
  }
}

/** What is listed, and showed in no scenario at all. */
export function unused(browser: Browser): readonly string[] {
  const everywhere = faults.filter((fault) => fault.everywhere)
  return [...exceptions, ...everywhere]
    .filter((each) => isIn(browser, each))
    .filter((each) => !used.has(each))
    .map((each) => ('reason' in each ? each.reason : each.says))
}

/** What a failed test says. */
export function describe({ unexplained, gone }: Verdict): string {
  return [
    ...unexplained.map(({ aspect, native, ours }) => `${aspect}\n  native: ${native}\n  ours:   ${ours}`),
    ...gone.map((fault) => `${fault} is gone: take it out of faults.ts.`),
  ].join('\n')
}

function aspectsIn({ kind, scenario }: Cell, { shows = [] }: Fault, browser: Browser): readonly string[] {
  return shows
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
