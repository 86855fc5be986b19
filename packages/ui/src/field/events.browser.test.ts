import { describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'

import { draw, drawn, within } from '../../test/draw.js'
import '../components/checkbox/haiilo-checkbox.js'
import '../components/radio-group/haiilo-radio-group.js'
import '../components/select/haiilo-select.js'
import '../components/switch/haiilo-switch.js'
import '../components/text-field/haiilo-text-field.js'

const OPTIONS = '<option value="a">A</option><option value="b">B</option>'

/** What each control says when the person changes it by keys, and leaves it. */
async function eventsOf(markup: string, keys: string): Promise<string[]> {
  const place = await draw(`<div>${markup}<button>Next</button></div>`)
  const heard: string[] = []
  for (const type of ['input', 'change']) {
    place.addEventListener(type, ({ bubbles, composed, cancelable, target }) => {
      heard.push([type, bubbles, composed, cancelable, target === place.firstElementChild].join(' '))
    })
  }
  const control = place.querySelector<HTMLElement>('input:checked') ?? (place.firstElementChild as HTMLElement)
  control.focus()
  await userEvent.keyboard(keys)
  place.querySelector('button')?.focus()
  return heard
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
])('%s says what %s says', async (ours, native, keys) => {
  // a native select opens in a window of its own, where the keys of a test do not go
  const nativeKeys = native.startsWith('<select') ? 'b' : keys
  expect(await eventsOf(ours, keys)).toEqual(await eventsOf(native, nativeKeys))
})

/** What a listener at the document hears on the way down, with the state of the field at that time. */
async function capturedIn(markup: string, use: (field: HTMLInputElement) => unknown): Promise<string[]> {
  const place = await draw(`<form><label for="field">Dish</label>${markup}</form>`)
  place.addEventListener('submit', (event) => event.preventDefault())
  const field = place.querySelector('#field') as HTMLInputElement
  const heard: string[] = []
  const hear = ({ type, target }: Event): void => {
    const state = String(Reflect.get(field, 'checked' in field ? 'checked' : 'value'))
    if (target === field) heard.push(`${type} ${state}`)
  }
  const types = ['click', 'input', 'change', 'submit']
  for (const type of types) document.addEventListener(type, hear, { capture: true })
  await use(field)
  for (const type of types) document.removeEventListener(type, hear, { capture: true })
  return heard
}

it.each([
  ['haiilo-text-field', 'a{Enter}', ['input a', 'change a']],
  ['haiilo-text-field type="textarea"', 'a', ['input a']],
  ['haiilo-text-field type="number"', '1{Enter}', ['input 1', 'change 1']],
  ['haiilo-checkbox', ' {Enter}', ['click true', 'input true', 'change true']],
  ['haiilo-switch', ' {Enter}', ['click true', 'input true', 'change true']],
  ['haiilo-radio-group', ' {Enter}', ['click a', 'input a', 'change a']],
  ['haiilo-select', '{Enter}{ArrowDown}{Enter}', ['input a', 'change a']],
])('a listener in the capture phase hears each event of %s once, and knows its state', async (tag, keys, events) => {
  const options = /radio|select/.test(tag) ? OPTIONS : ''
  const markup = `<${tag} id="field">${options}</${tag.split(' ')[0]}>`
  const heard = await capturedIn(markup, async (field) => {
    field.focus()
    await userEvent.keyboard(keys)
  })
  expect(heard).toEqual(events)
})

describe.each(['<haiilo-checkbox id="field"></haiilo-checkbox>', '<input id="field" type="checkbox" />'])(
  '%s',
  (markup) => {
    it.each([
      ['a click on its label', (field: HTMLElement) => (field.previousElementSibling as HTMLElement).click()],
      ['click()', (field: HTMLElement) => field.click()],
    ])('fires one click, input and change by %s', async (_, click) => {
      const heard = await capturedIn(markup, async (field) => {
        click(field)
        await drawn(document)
      })
      expect(heard.map((each) => each.split(' ')[0])).toEqual(['click', 'input', 'change'])
    })

    it('keeps its state where a listener prevents the click on its label', async () => {
      const heard = await capturedIn(markup, async (field) => {
        const seen: boolean[] = []
        field.addEventListener('click', (event) => {
          seen.push(field.checked)
          event.preventDefault()
        })
        ;(field.previousElementSibling as HTMLElement).click()
        await drawn(document)
        expect([...seen, field.checked]).toEqual([true, false])
      })
      expect(heard).toHaveLength(1)
    })

    it('fires input and change where a listener stops the click on its label', async () => {
      const heard: string[] = []
      await capturedIn(markup, async (field) => {
        for (const type of ['input', 'change']) field.addEventListener(type, () => heard.push(type))
        field.addEventListener('click', (event) => event.stopPropagation())
        ;(field.previousElementSibling as HTMLElement).click()
        await expect.poll(() => heard).toEqual(['input', 'change'])
        expect(field.checked).toBe(true)
      })
    })
  },
)

it.each(['haiilo-text-field', 'haiilo-checkbox', 'haiilo-radio-group'])(
  'the page hears an input event that a script fires within %s, whether it is composed or not',
  async (tag) => {
    for (const composed of [true, false]) {
      const field = await draw<HTMLInputElement>(`<${tag} label="A">${OPTIONS}</${tag}>`)
      const heard: string[] = []
      field.addEventListener('input', () => heard.push(field.value))
      const control = within(field, 'input')
      if (control.type === 'text') control.value = 'a'
      else control.checked = true
      control.dispatchEvent(new Event('input', { bubbles: true, composed }))
      expect(heard).toEqual([tag === 'haiilo-checkbox' ? 'on' : 'a'])
    }
  },
)
