import type { Kind, Side } from './kinds.js'
import { markupOf } from './markup.js'
import type { Observation } from './observe.js'
import type { Person } from './person.js'
import { defaultPage, type Scenario } from './scenarios/scenario.js'
import { scenarios } from './scenarios/index.js'
import { build } from './stage.js'

/** One kind of control in one scenario. */
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

/** Runs a scenario on both sides and returns the differences. */
export async function compare(cell: Cell, person: Person, components: string): Promise<readonly Difference[]> {
  const native = await observe('native', cell, person, components)
  const ours = await observe('ours', cell, person, components)
  return differencesOf(native, ours)
}

export function differencesOf(native: Observation, ours: Observation): readonly Difference[] {
  return [...new Set([...Object.keys(native), ...Object.keys(ours)])]
    .map((aspect) => ({ aspect, native: native[aspect] ?? 'nothing', ours: ours[aspect] ?? 'nothing' }))
    .filter((difference) => difference.native !== difference.ours && !isTraitOfMissingEvent(difference))
}

/** The list of events already shows that an event is missing. */
function isTraitOfMissingEvent({ aspect, native, ours }: Difference): boolean {
  return /^(composed|bubbles)\./.test(aspect) && (native === 'nothing' || ours === 'nothing')
}

async function observe(side: Side, { kind, scenario }: Cell, person: Person, components: string): Promise<Observation> {
  const { attributes, content, page = defaultPage } = scenario
  const controlAttributes = typeof attributes === 'function' ? attributes(kind) : attributes
  const { stage, readAspects, clear } = await build(
    side,
    kind,
    page(markupOf(side, kind, controlAttributes, content)),
    person,
    components,
  )
  try {
    const threw = await nameOfError(() => scenario.act(stage))
    return { threw, ...(await readAspects()) }
  } finally {
    clear()
  }
}

async function nameOfError(act: () => unknown): Promise<string> {
  try {
    await act()
    return 'nothing'
  } catch (error) {
    return error instanceof Error ? error.name : String(error)
  }
}
