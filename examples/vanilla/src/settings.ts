import { observeHeight, onSave, type HaiiloHost, type SaveAnswer } from '@haiilo-kit/core'
import '@haiilo-kit/example-lunch/lunch.css'
import type { LunchConfig } from '@haiilo-kit/example-lunch/manifest'

import { element } from './element.js'
import { showByStatus, type View } from './show-by-status.js'

/** Shows the plug-in's own settings page. Its "save" button is the host's. Gives back the function that takes it away. */
export function mountSettings(root: HTMLElement, host: HaiiloHost<LunchConfig>): () => void {
  return showByStatus(root, host, ({ config }) => createSettings(host, config))
}

function createSettings(host: HaiiloHost<LunchConfig>, config: LunchConfig): View {
  const canteen = element(
    'select',
    {},
    element('option', { value: 'north' }, 'North canteen'),
    element('option', { value: 'south' }, 'South canteen'),
  )
  canteen.value = config.canteen
  const dishes = element('input', { inputMode: 'numeric', value: String(config.dishes) })
  const complaint = element('p', { id: 'dishes-error', className: 'lunch-error', role: 'alert' })
  dishes.setAttribute('aria-describedby', complaint.id)
  dishes.oninput = () => isValid() && complain(false)
  const main = element(
    'main',
    { className: 'lunch lunch-settings' },
    element('label', {}, 'Canteen', canteen),
    element('label', {}, 'Dishes shown at first', dishes),
    complaint,
  )
  const stops = [observeHeight(host, main), onSave(host, answerSave)]

  return {
    main,
    // what a person typed stays, whatever the host says meanwhile
    update: () => undefined,
    close: () => stops.forEach((stop) => stop()),
  }

  function answerSave(): SaveAnswer {
    complain(!isValid())
    return isValid() && { canteen: canteen.value, dishes: Number(dishes.value) }
  }

  function isValid(): boolean {
    return /^[1-9]$/.test(dishes.value)
  }

  function complain(complains: boolean): void {
    dishes.ariaInvalid = String(complains)
    complaint.textContent = complains ? 'A number from 1 to 9, please.' : ''
  }
}
