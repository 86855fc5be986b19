import { describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'

import { draw, drawn, within } from '../../test/draw.js'
import '../components/checkbox/haiilo-checkbox.js'
import '../components/radio-group/haiilo-radio-group.js'
import '../components/select/haiilo-select.js'
import '../components/switch/haiilo-switch.js'
import '../components/text-field/haiilo-text-field.js'
import type { HaiiloField } from './haiilo-field.js'

const OPTIONS = '<option value="a">A</option>'
const KINDS = [
  'text-field',
  'text-field type="number"',
  'text-field type="textarea"',
  'select',
  'radio-group',
  'checkbox',
  'switch',
]

async function drawForm(kind: string, attributes = 'required'): Promise<{ form: HTMLFormElement; field: HaiiloField }> {
  const tag = `haiilo-${kind.split(' ')[0]}`
  const form = await draw<HTMLFormElement>(
    `<form><input aria-label="First" /><haiilo-${kind} label="Dish" name="dish" ${attributes}>${OPTIONS}</${tag}><button>Go</button></form>`,
  )
  return { form, field: form.children[1] as HaiiloField }
}

describe.each(KINDS)('haiilo-%s', (kind) => {
  it.each<[action: string, submit: (form: HTMLFormElement) => unknown]>([
    ['a click on a native button', (form) => userEvent.click(form.lastElementChild as HTMLElement)],
    ['requestSubmit()', (form) => form.requestSubmit()],
    ['form.reportValidity()', (form) => form.reportValidity()],
    [
      'Enter in a native field',
      async (form) => {
        ;(form.firstElementChild as HTMLElement).focus()
        await userEvent.keyboard('{Enter}')
      },
    ],
  ])('gets the focus after %s if it is invalid', async (_, submit) => {
    const { form, field } = await drawForm(kind)
    await submit(form)
    await drawn(document)
    expect(document.activeElement).toBe(field)
    expect(field.shadowRoot?.activeElement?.matches('#control, input')).toBe(true)
    expect(within(field, '#error').textContent).not.toBe('')
  })

  it('does not move the focus if only checkValidity() is called, or a listener prevents invalid', async () => {
    const { form, field } = await drawForm(kind)
    const first = form.firstElementChild as HTMLElement
    first.focus()
    form.checkValidity()
    field.addEventListener('invalid', (event) => event.preventDefault())
    form.requestSubmit()
    field.reportValidity()
    await drawn(document)
    expect(document.activeElement).toBe(first)
  })

  it.each(['disabled', 'readonly'])('has no message while it is %s', async (attribute) => {
    const { field } = await drawForm(kind, `required ${attribute}`)
    expect([field.willValidate, field.validationMessage, field.checkValidity()]).toEqual([false, '', true])
    field.removeAttribute(attribute)
    await drawn(document)
    expect([field.willValidate, field.validationMessage !== '', field.checkValidity()]).toEqual([true, true, false])
  })

  it('shows the message of setCustomValidity instead of its own', async () => {
    const { field } = await drawForm(kind)
    field.setCustomValidity('Sold out')
    const { customError, valueMissing } = field.validity
    expect([field.validationMessage, customError, valueMissing]).toEqual(['Sold out', true, true])
    field.setCustomValidity('')
    expect([field.validationMessage, field.validity.customError]).toEqual([expect.stringMatching(/./), false])
  })
})

it.each(['text-field', 'text-field type="number"', 'text-field type="textarea"', 'checkbox', 'switch'])(
  'a value that a script fills into haiilo-%s without an event is valid and submitted by requestSubmit()',
  async (kind) => {
    const { form, field } = await drawForm(kind)
    const sent: unknown[] = []
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      sent.push(...new FormData(form))
    })
    const control = within(field, '#control') as HTMLInputElement
    if (control.type === 'checkbox') control.checked = true
    else control.value = '7'
    form.requestSubmit()
    expect(sent).toEqual([['dish', control.type === 'checkbox' ? 'on' : '7']])
  },
)

it('a new type removes an invalid value, before and after a render', async () => {
  const { field } = await drawForm('text-field', '')
  Object.assign(field, { value: 'soup', type: 'number' })
  const value = (): unknown => Reflect.get(field, 'value')
  expect(value()).toBe('')
  Object.assign(field, { type: 'text' })
  await drawn(document)
  expect([value(), (within(field, '#control') as HTMLInputElement).value]).toEqual(['', ''])
})
