import type { Attributes, Kind } from '../kinds.js'
import type { Skill } from '../person.js'
import type { Stage } from '../stage.js'

/** What happens to a control. It runs on both sides. */
export interface Scenario {
  readonly name: string
  readonly kinds: readonly Kind[]
  /** What the browser must support. */
  readonly needs?: readonly Skill[]
  readonly attributes?: Attributes | ((kind: Kind) => Attributes)
  /** The page around the control. Default: a form with a label, and a button after the form. */
  readonly page?: (control: string) => string
  readonly content?: string
  readonly act: (stage: Stage) => unknown
}

export const OUTSIDE = '<button id="outside" type="button">Outside</button>'
export const LABEL = '<label id="label" for="field">Canteen</label>'

export function defaultPage(control: string): string {
  return inForm(LABEL + control)
}

export function inForm(content: string): string {
  return `<form id="form">${content}</form>${OUTSIDE}`
}
