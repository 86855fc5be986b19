import { userEvent } from 'vitest/browser'

import { draw, drawn } from './draw.js'

/** The properties that a native control and a component have in common. */
type Control = HTMLInputElement | HTMLTextAreaElement

/** The observed behaviour of a control, for comparison with a native one. */
interface Seen {
  readonly value: string
  readonly flags: readonly string[]
  readonly events: readonly string[]
}

/** Returns the flags of `ValidityState` that are set. */
function flagsOf({ validity }: Control): string[] {
  return Object.keys(ValidityState.prototype).filter((flag) => validity[flag as keyof ValidityState])
}

/** Renders a control and a button after it, and records the events of the control. */
export async function drawControl(markup: string): Promise<{ control: Control; seen: () => Seen }> {
  const place = await draw(`<div>${markup}<button type="button">Next</button></div>`)
  const control = place.firstElementChild as Control
  const events: string[] = []
  for (const type of ['input', 'change']) {
    control.addEventListener(type, () => events.push(`${type} ${control.value}`))
  }
  return { control, seen: () => ({ value: control.value, flags: flagsOf(control), events }) }
}

/** Returns the observed behaviour after the person has pressed keys in a control and left it. */
export async function afterKeys(markup: string, keys: string): Promise<Seen> {
  const { control, seen } = await drawControl(markup)
  control.focus()
  await userEvent.keyboard(keys)
  ;(control.nextElementSibling as HTMLElement).focus()
  await drawn(document)
  return seen()
}
