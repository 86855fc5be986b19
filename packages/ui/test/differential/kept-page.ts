import type { Cell, Difference } from './compare.js'
import { differencesOf } from './compare.js'
import { fieldIn } from './field.js'
import { messageOf, verdictOf } from './verdict.js'
import { isTextKind, SAMPLES, type FieldKind, type Side } from './kinds.js'
import { markupOf } from './markup.js'
import { readField, type Observation } from './observe.js'
import type { Person } from './person.js'
import { defaultPage } from './scenarios/scenario.js'
import { centerOf } from './stage.js'

/** Kinds to compare when the person returns to a page that the browser kept alive. */
export const KINDS: readonly FieldKind[] = ['text', 'number', 'textarea', 'radio', 'checkbox', 'switch']

let side: Side
let kind: FieldKind
let isKept = false

/** The pages that the server needs, by path. */
function pages(): Record<string, string> {
  const both = KINDS.flatMap((kind) => (['native', 'ours'] as const).map((side) => [side, kind] as const))
  return Object.fromEntries(both.map(([side, kind]) => [`/${side}-${kind}.html`, pageOf(side, kind)]))
}

function pageOf(side: Side, kind: FieldKind): string {
  return `<!doctype html><html lang="en"><title>${kind}</title><body>${defaultPage(markupOf(side, kind))}
    <script type="module" src="/components.js"></script><script type="module" src="/page.js"></script></body></html>`
}

/** Focuses the field of this page, and returns the action that the person performs next. */
async function enter(newSide: Side, newKind: FieldKind): Promise<object> {
  side = newSide
  kind = newKind
  addEventListener('pageshow', ({ persisted }) => (isKept = persisted))
  const field = fieldIn(document, side, kind)
  if ('updateComplete' in field.element) await field.element.updateComplete
  if (isTextKind(kind)) {
    field.element.focus()
    return { do: 'type', text: SAMPLES[kind] }
  }
  const [x, y] = centerOf(field.clickTarget(SAMPLES[kind]))
  return { do: 'click', x, y }
}

/** The state of the field after the return and after a reset. `undefined` if the browser did not keep the page alive. */
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

/** The unexpected differences between both sides as a message; empty if there are none. */
function verdict(kind: FieldKind, native: Observation, ours: Observation, browser: Person['browser']): string {
  const scenario = { name: 'return to a page that the browser kept alive', kinds: KINDS, act: () => undefined }
  const cell: Cell = { name: `${kind}: ${scenario.name}`, kind, scenario }
  const differences: readonly Difference[] = differencesOf(native, ours)
  return messageOf(verdictOf(cell, differences, browser))
}

/** The path of the page; empty while it loads. */
function path(): string {
  return document.readyState === 'complete' ? location.pathname : ''
}

export const keptPage = { kinds: () => KINDS, path, pages, enter, read, verdict }
