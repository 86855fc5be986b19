import { describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'

import { draw, drawn, within } from '../../test/draw.js'
import '../components/checkbox/haiilo-checkbox.js'
import '../components/radio-group/haiilo-radio-group.js'
import '../components/select/haiilo-select.js'
import '../components/switch/haiilo-switch.js'
import '../components/text-field/haiilo-text-field.js'

const OPTIONS = '<option value="a">A</option><option value="b">B</option>'

/** Returns the events of a control when the person changes it with the keyboard, and leaves it. */
async function eventsOf(markup: string, keys: string): Promise<string[]> {
  const place = await draw(`<div>${markup}<button>Next</button></div>`)
  const received: string[] = []
  for (const type of ['input', 'change']) {
    place.addEventListener(type, ({ bubbles, composed, cancelable, target }) => {
      received.push([type, bubbles, composed, cancelable, target === place.firstElementChild].join(' '))
    })
  }
  const control = place.querySelector<HTMLElement>('input:checked') ?? (place.firstElementChild as HTMLElement)
  control.focus()
  await userEvent.keyboard(keys)
  place.querySelector('button')?.focus()
  return received
}

it.each([
  ['<haiilo-text-field label="A"></haiilo-text-field>', '<input aria-label="A" />', 'ab{Backspace}'],
  ['<haiilo-text-field label="A"></haiilo-text-field>', '<input aria-label="A" />', 'a{Backspace}'],
  [
    '<haiilo-text-field label="A" type="textarea"></haiilo-text-field>',
    '<textarea aria-label="A"></textarea>',
    'a{Enter}b',
  ],
  [
    '<haiilo-text-field label="A" type="number"></haiilo-text-field>',
    '<input type="number" aria-label="A" />',
    '1{ArrowUp}2',
  ],
  ['<haiilo-checkbox label="A"></haiilo-checkbox>', '<input type="checkbox" aria-label="A" />', ' '],
  ['<haiilo-switch label="A"></haiilo-switch>', '<input type="checkbox" aria-label="A" />', '  '],
  [
    `<haiilo-select label="A" value="a">${OPTIONS}</haiilo-select>`,
    `<select aria-label="A">${OPTIONS}</select>`,
    '{Enter}{ArrowDown}{Enter}',
  ],
])('%s fires the same events as %s', async (ours, native, keys) => {
  // a native select opens a separate window that does not receive the keys of a test
  const nativeKeys = native.startsWith('<select') ? 'b' : keys
  expect(await eventsOf(ours, keys)).toEqual(await eventsOf(native, nativeKeys))
})

/** Returns the events that a capturing listener on the document receives, with the state of the field at that time. */
async function capturedEvents(markup: string, use: (field: HTMLInputElement) => unknown): Promise<string[]> {
  const place = await draw(`<form><label for="field">Dish</label>${markup}</form>`)
  place.addEventListener('submit', (event) => event.preventDefault())
  const field = place.querySelector('#field') as HTMLInputElement
  const received: string[] = []
  const record = ({ type, target }: Event): void => {
    const state = String(Reflect.get(field, 'checked' in field ? 'checked' : 'value'))
    if (target === field) received.push(`${type} ${state}`)
  }
  const types = ['click', 'input', 'change', 'submit']
  for (const type of types) document.addEventListener(type, record, { capture: true })
  await use(field)
  for (const type of types) document.removeEventListener(type, record, { capture: true })
  return received
}

it.each([
  ['haiilo-text-field', 'a{Enter}', ['input a', 'change a']],
  ['haiilo-text-field type="textarea"', 'a', ['input a']],
  ['haiilo-text-field type="number"', '1{Enter}', ['input 1', 'change 1']],
  ['haiilo-checkbox', ' {Enter}', ['click true', 'input true', 'change true']],
  ['haiilo-switch', ' {Enter}', ['click true', 'input true', 'change true']],
  ['haiilo-radio-group', ' {Enter}', ['click a', 'input a', 'change a']],
  ['haiilo-select', '{Enter}{ArrowDown}{Enter}', ['input a', 'change a']],
])('a capturing listener receives each event of %s once, with the new state', async (tag, keys, events) => {
  const options = /radio|select/.test(tag) ? OPTIONS : ''
  const markup = `<${tag} id="field">${options}</${tag.split(' ')[0]}>`
  const received = await capturedEvents(markup, async (field) => {
    field.focus()
    await userEvent.keyboard(keys)
  })
  expect(received).toEqual(events)
})

describe.each(['<haiilo-checkbox id="field"></haiilo-checkbox>', '<input id="field" type="checkbox" />'])(
  '%s',
  (markup) => {
    it.each([
      ['a click on its label', (field: HTMLElement) => (field.previousElementSibling as HTMLElement).click()],
      ['click()', (field: HTMLElement) => field.click()],
    ])('fires one click, input and change event after %s', async (_, click) => {
      const received = await capturedEvents(markup, async (field) => {
        click(field)
        await drawn(document)
      })
      expect(received.map((each) => each.split(' ')[0])).toEqual(['click', 'input', 'change'])
    })

    it('keeps its state if a listener prevents the click on its label', async () => {
      const received = await capturedEvents(markup, async (field) => {
        const seen: boolean[] = []
        field.addEventListener('click', (event) => {
          seen.push(field.checked)
          event.preventDefault()
        })
        ;(field.previousElementSibling as HTMLElement).click()
        await drawn(document)
        expect([...seen, field.checked]).toEqual([true, false])
      })
      expect(received).toHaveLength(1)
    })

    it('fires input and change if a listener stops the click on its label', async () => {
      const received: string[] = []
      await capturedEvents(markup, async (field) => {
        for (const type of ['input', 'change']) field.addEventListener(type, () => received.push(type))
        field.addEventListener('click', (event) => event.stopPropagation())
        ;(field.previousElementSibling as HTMLElement).click()
        await expect.poll(() => received).toEqual(['input', 'change'])
        expect(field.checked).toBe(true)
      })
    })
  },
)

it.each(['haiilo-text-field', 'haiilo-checkbox', 'haiilo-radio-group'])(
  '%s fires an input event when a script fires one on its control, whether it is composed or not',
  async (tag) => {
    for (const composed of [true, false]) {
      const field = await draw<HTMLInputElement>(`<${tag} label="A">${OPTIONS}</${tag}>`)
      const received: string[] = []
      field.addEventListener('input', () => received.push(field.value))
      const control = within(field, 'input')
      if (control.type === 'text') control.value = 'a'
      else control.checked = true
      control.dispatchEvent(new Event('input', { bubbles: true, composed }))
      expect(received).toEqual([tag === 'haiilo-checkbox' ? 'on' : 'a'])
    }
  },
)
