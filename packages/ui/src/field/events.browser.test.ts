import { expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'

import { draw } from '../../test/draw.js'
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
