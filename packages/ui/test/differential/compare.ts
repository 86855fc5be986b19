import type { Kind, Side } from './kinds.js'
import { markupOf } from './markup.js'
import type { Observation } from './observe.js'
import type { Person } from './person.js'
import { defaultPage, type Scenario } from './scenarios/scenario.js'
import { scenarios } from './scenarios/index.js'
import { build } from './stage.js'

/** One control in one scenario. */
export interface Cell {
  readonly name: string
  readonly kind: Kind
  readonly scenario: Scenario
}

export interface Difference {
  readonly aspect: string
  readonly native: string
  readonly ours: string
}

export const cells: readonly Cell[] = scenarios.flatMap((scenario) =>
  scenario.kinds.map((kind) => ({ name: `${kind}: ${scenario.name}`, kind, scenario })),
)

/** What both sides show differently. */
export async function compare(cell: Cell, person: Person, components: string): Promise<readonly Difference[]> {
  const native = await watch('native', cell, person, components)
  const ours = await watch('ours', cell, person, components)
  return differencesOf(native, ours)
}

export function differencesOf(native: Observation, ours: Observation): readonly Difference[] {
  return [...new Set([...Object.keys(native), ...Object.keys(ours)])]
    .map((aspect) => ({ aspect, native: native[aspect] ?? 'nothing', ours: ours[aspect] ?? 'nothing' }))
    .filter((difference) => difference.native !== difference.ours && !isTraitOfNothing(difference))
}

/** That an event is missing is said by the list of events already. */
function isTraitOfNothing({ aspect, native, ours }: Difference): boolean {
  return /^(composed|bubbles)\./.test(aspect) && (native === 'nothing' || ours === 'nothing')
}

async function watch(side: Side, { kind, scenario }: Cell, person: Person, components: string): Promise<Observation> {
  const { attributes, content, page = defaultPage } = scenario
  const given = typeof attributes === 'function' ? attributes(kind) : attributes
  const { stage, observe, clear } = await build(
    side,
    kind,
    page(markupOf(side, kind, given, content)),
    person,
    components,
  )
  try {
    const threw = await nameOfFailure(() => scenario.act(stage))
    return { threw, ...(await observe()) }
  } finally {
    clear()
  }
}

async function nameOfFailure(act: () => unknown): Promise<string> {
  try {
    await act()
    return 'nothing'
  } catch (error) {
    return error instanceof Error ? error.name : String(error)
  }
}
