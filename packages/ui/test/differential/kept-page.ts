import type { Cell, Difference } from './compare.js'
import { differencesOf } from './compare.js'
import { fieldIn } from './field.js'
import { describe, judge } from './judge.js'
import { isWriting, SAMPLES, type FieldKind, type Side } from './kinds.js'
import { markupOf } from './markup.js'
import { readField, type Observation } from './observe.js'
import type { Person } from './person.js'
import { defaultPage } from './scenarios/scenario.js'
import { centerOf } from './stage.js'

/** What the browser keeps of a page as a whole, when the person leaves it and comes back. */
export const KEPT: readonly FieldKind[] = ['text', 'number', 'textarea', 'radio', 'checkbox', 'switch']

let side: Side
let kind: FieldKind
let isKept = false

/** The pages that a server is to have, by their names. */
function pages(): Record<string, string> {
  const both = KEPT.flatMap((kind) => (['native', 'ours'] as const).map((side) => [side, kind] as const))
  return Object.fromEntries(both.map(([side, kind]) => [`/${side}-${kind}.html`, pageOf(side, kind)]))
}

function pageOf(side: Side, kind: FieldKind): string {
  return `<!doctype html><html lang="en"><title>${kind}</title><body>${defaultPage(markupOf(side, kind))}
    <script type="module" src="/components.js"></script><script type="module" src="/page.js"></script></body></html>`
}

/** Puts the focus into the field of this page, and says what the person is to do there. */
async function enter(theSide: Side, theKind: FieldKind): Promise<object> {
  side = theSide
  kind = theKind
  addEventListener('pageshow', ({ persisted }) => (isKept = persisted))
  const field = fieldIn(document, side, kind)
  if ('updateComplete' in field.element) await field.element.updateComplete
  if (isWriting(kind)) {
    field.element.focus()
    return { do: 'type', text: SAMPLES[kind] }
  }
  const [x, y] = centerOf(field.spot(SAMPLES[kind]))
  return { do: 'click', x, y }
}

/** What the field shows when the person is back, and after a reset; `undefined` if the browser did not keep the page. */
async function read(): Promise<Observation | undefined> {
  if (!isKept) return undefined
  const before = readField(fieldIn(document, side, kind))
  document.querySelector('form')!.reset()
  await new Promise((resolve) => setTimeout(resolve))
  const after = readField(fieldIn(document, side, kind))
  return {
    ...before,
    ...Object.fromEntries(Object.entries(after).map(([aspect, value]) => [`${aspect} after reset`, value])),
  }
}

/** What is to be said of both sides; nothing if they are alike, or differ as they are known to. */
function verdict(kind: FieldKind, native: Observation, ours: Observation, browser: Person['browser']): string {
  const scenario = { name: 'comes back to a page that the browser kept', kinds: KEPT, act: () => undefined }
  const cell: Cell = { name: `${kind}: ${scenario.name}`, kind, scenario }
  const differences: readonly Difference[] = differencesOf(native, ours)
  return describe(judge(cell, differences, browser))
}

/** Where the browser is; nothing while the page loads. */
function path(): string {
  return document.readyState === 'complete' ? location.pathname : ''
}

export const keptPage = { kinds: () => KEPT, path, pages, enter, read, verdict }
