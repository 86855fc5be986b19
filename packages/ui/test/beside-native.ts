import { userEvent } from 'vitest/browser'

import { draw, drawn } from './draw.js'

/** What a native control and a component have in common. */
type Control = HTMLInputElement | HTMLTextAreaElement

/** What is compared. */
interface Seen {
  readonly value: string
  readonly flags: readonly string[]
  readonly events: readonly string[]
}

/** The flags of `ValidityState` that are set. */
function flagsOf({ validity }: Control): string[] {
  return Object.keys(ValidityState.prototype).filter((flag) => validity[flag as keyof ValidityState])
}

/** Draws a control in a place with a button after it, and writes down its events. */
export async function drawControl(markup: string): Promise<{ control: Control; seen: () => Seen }> {
  const place = await draw(`<div>${markup}<button type="button">Next</button></div>`)
  const control = place.firstElementChild as Control
  const events: string[] = []
  for (const type of ['input', 'change']) {
    control.addEventListener(type, () => events.push(`${type} ${control.value}`))
  }
  return { control, seen: () => ({ value: control.value, flags: flagsOf(control), events }) }
}

/** What is seen after the person has pressed keys in a control and left it. */
export async function afterKeys(markup: string, keys: string): Promise<Seen> {
  const { control, seen } = await drawControl(markup)
  control.focus()
  await userEvent.keyboard(keys)
  ;(control.nextElementSibling as HTMLElement).focus()
  await drawn(document)
  return seen()
}
