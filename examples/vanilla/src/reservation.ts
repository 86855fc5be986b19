import type { HaiiloHost } from '@haiilo-kit/core'
import type { LunchConfig } from '@haiilo-kit/example-lunch/fields'
import type { Dish } from '@haiilo-kit/example-lunch/menu'
import { reserveSeat } from '@haiilo-kit/example-lunch/reserve-seat'
import type { Texts } from '@haiilo-kit/example-lunch/texts'

import { element } from './element.js'

/** Creates a button that requests a seat from the host, and the element that shows the verified answer. */
export function reservation({ request }: HaiiloHost<LunchConfig>, dish: Dish, texts: Texts): HTMLElement[] {
  const answer = element('p', { className: 'lunch-answer', role: 'status' })
  const button = element('button', { type: 'button', className: 'lunch-button' }, texts.reserve)
  button.ariaLabel = texts.reserveFor(dish.name[texts.language])
  button.onclick = () => void reserve()
  return [button, answer]

  async function reserve(): Promise<void> {
    answer.textContent = texts.reserving
    try {
      answer.textContent = texts.reserved(await reserveSeat(request, dish))
    } catch {
      answer.textContent = texts.notReserved
    }
  }
}
