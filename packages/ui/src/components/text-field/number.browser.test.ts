import fc from 'fast-check'
import { html, render } from 'lit'
import { describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'

import { afterKeys, drawControl } from '../../../test/beside-native.js'
import { draw, drawn, within } from '../../../test/draw.js'
import './haiilo-text-field.js'
import type { HaiiloTextField } from './haiilo-text-field.js'

const ours = (attributes = ''): string =>
  `<haiilo-text-field label="Dishes" type="number" ${attributes}></haiilo-text-field>`
// without a step, the kit accepts any number
const native = (attributes = ''): string =>
  `<input type="number" ${/step/.test(attributes) ? '' : 'step="any"'} ${attributes} />`

const drawNumber = (attributes = ''): Promise<HaiiloTextField> => draw<HaiiloTextField>(ours(attributes))
const shownIn = (field: HaiiloTextField): string => within(field, 'input').value

describe('typing a number gives the same result as in a native field', () => {
  it.each([
    '5',
    '-',
    '-5',
    '1.',
    '1.5',
    '1.50',
    '.5',
    '007',
    '-0',
    '1e5',
    '1E-2',
    '1-',
    '--1',
    '1e400',
    '12{Backspace}',
    '1{Backspace}',
  ])('%s', async (keys) => {
    expect(await afterKeys(ours(), keys)).toEqual(await afterKeys(native(), keys))
  })
})

describe('arrow keys give the same number as in a native field', () => {
  it.each([
    ['', '{ArrowUp}{ArrowUp}{ArrowDown}'],
    ['min="5"', '{ArrowUp}{ArrowUp}'],
    ['min="5"', '{ArrowDown}'],
    ['max="-5"', '{ArrowUp}'],
    ['max="-5"', '{ArrowDown}{ArrowDown}'],
    ['min="5" max="6" value="5"', '{ArrowUp}{ArrowUp}{ArrowUp}'],
    ['min="2" step="3"', '{ArrowUp}{ArrowUp}'],
    ['min="2" step="3" value="9"', '{ArrowUp}{ArrowDown}{ArrowDown}'],
    ['step="3" value="1"', '{ArrowUp}{ArrowUp}'],
    ['value="1.5"', '{ArrowUp}{ArrowDown}{ArrowDown}'],
    ['value="1.5" max="2"', '{ArrowUp}'],
    ['step="0.1" value="0.1"', '{ArrowUp}{ArrowUp}'],
    ['min="0" max="10" step="3" value="99"', '{ArrowDown}'],
    ['min="0" max="10" step="3" value="99"', '{ArrowUp}'],
    ['min="0" max="10" step="3" value="9"', '{ArrowUp}'],
    ['min="0" max="10" step="3" value="-5"', '{ArrowUp}'],
    ['value="5" readonly', '{ArrowUp}'],
    ['value="5" disabled', '{ArrowUp}'],
    ['value="5"', '{PageUp}'],
    ['step="0" value="5"', '{ArrowUp}'],
    ['value="-3"', '{ArrowUp}{ArrowUp}{ArrowUp}{ArrowUp}'],
  ])('%s, %s', async (attributes, keys) => {
    expect(await afterKeys(ours(attributes), keys)).toEqual(await afterKeys(native(attributes), keys))
  })
})

describe('setting a value gives the same result as in a native field', () => {
  const values = [
    '5',
    '0x10',
    ' 5',
    '5 ',
    '+5',
    '5.',
    '.5',
    '1e5',
    '1e400',
    '1,5',
    'abc',
    '-',
    '',
    '\n5',
    '٣',
    '1_000',
    'Infinity',
    'NaN',
  ]
  it.each(values)('%j as attribute and as property', async (value) => {
    for (const set of [
      (field: HTMLElement) => field.setAttribute('value', value),
      (field: HTMLElement) => Object.assign(field, { value }),
    ]) {
      const [kit, reference] = [await drawControl(ours()), await drawControl(native())]
      set(kit.control)
      set(reference.control)
      await drawn(document)
      expect(kit.seen()).toEqual(reference.seen())
      expect(shownIn(kit.control as unknown as HaiiloTextField)).toBe(reference.control.value)
    }
  })

  it('for random values, with the type set before or after the value', async () => {
    const [kit, reference] = [await drawNumber(), document.createElement('input')]
    const texts = fc.oneof(fc.string({ unit: fc.constantFrom(...'0123456789.,-+eE x') }), fc.double().map(String))
    fc.assert(
      fc.property(texts, fc.boolean(), (value, isFirst) => {
        for (const field of [kit, reference]) {
          Object.assign(field, { type: isFirst ? 'number' : 'text', value: '' })
          Object.assign(field, { value })
          field.type = 'number'
        }
        expect(kit.value).toBe(reference.value)
      }),
    )
  })
})

describe('an incomplete number is cleared', () => {
  it.each<[string, (field: HaiiloTextField) => void]>([
    ['by setting an empty value', (field) => (field.value = '')],
    ['by setting a value', (field) => (field.value = '7')],
    ['by a reset', ({ form }) => form?.reset()],
  ])('%s', async (_, clear) => {
    const form = await draw<HTMLFormElement>(`<form>${ours('value="3"')}</form>`)
    const field = form.querySelector('haiilo-text-field') as HaiiloTextField
    field.focus()
    await userEvent.keyboard('{End}{Backspace}-')
    expect(field.validity.badInput).toBe(true)
    clear(field)
    expect([field.validity.badInput, shownIn(field)]).toEqual([false, field.value])
    await drawn(document)
    expect([within(field, '#error').textContent, shownIn(field)]).toEqual(['', field.value])
  })
})

describe('a number is read in the language of the person', () => {
  const write = async (lang: string, keys: string): Promise<[string, string[]]> => {
    const { value, flags } = await afterKeys(ours(`lang="${lang}"`), keys)
    return [value, [...flags]]
  }
  it.each([
    ['de', '1,5', '1.5'],
    ['de', '1.5', '1.5'],
    ['de', '1.234', ''],
    ['de', '1,234', '1.234'],
    ['de', '0.123', '0.123'],
    ['de', '1.234,5', ''],
    ['de', '12.345.678', ''],
    ['de', ',5', '.5'],
    ['en', '1,5', '1.5'],
    ['en', '1,234', ''],
    ['en', '1.234', '1.234'],
    ['en', '1,234.5', ''],
    ['en', '1 234', ''],
    ['en', '1.2.3', ''],
    ['en', 'ten', ''],
    ['en', '0x10', ''],
    ['de-CH', '1.5', '1.5'],
    ['fr', '1,5', '1.5'],
  ])('in %s, reads %s as %j', async (lang, keys, value) => {
    expect(await write(lang, keys)).toEqual([value, value ? ['valid'] : ['badInput']])
  })

  it.each([
    '9007199254740993',
    '-9007199254740993',
    '1e400',
    '0.1234567890123456789',
    '1e-400',
    '12345678901234567890',
  ])('refuses %s, which JavaScript cannot represent', async (text) => {
    for (const lang of ['en', 'de']) expect((await write(lang, text))[1]).toEqual(['badInput'])
    const field = await drawNumber()
    field.value = text
    expect(field.validity.badInput || field.value === '').toBe(true)
  })

  it('reads every number that JavaScript writes', () => {
    const field = Object.assign(document.createElement('haiilo-text-field'), { type: 'number' })
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        field.value = String(number)
        expect([field.valueAsNumber, field.validity.badInput]).toEqual([
          number === 0 ? expect.closeTo(0) : number,
          false,
        ])
      }),
    )
  })

  it('shows a number in its language, and keeps the value in another language', async () => {
    const field = await drawNumber('lang="de" value="1.234"')
    expect(shownIn(field)).toBe('1,234')
    field.lang = 'en'
    await drawn(document)
    expect(field.value).toBe('1.234')
  })
})

it('does not change its value on wheel events', async () => {
  const field = await drawNumber('value="5"')
  field.focus()
  const wheel = new WheelEvent('wheel', { deltaY: 100, bubbles: true, composed: true, cancelable: true })
  within(field, 'input').dispatchEvent(wheel)
  expect([field.value, wheel.defaultPrevented]).toEqual(['5', false])
})

describe('a template that renders again on each input', () => {
  // like Lit templates and the settings form: the value of the input event is set back on the field
  const drawTemplate = async (): Promise<{ field: HaiiloTextField; draw: (value: string) => void }> => {
    const place = await draw('<div></div>')
    const drawValue = (value: string): void => {
      render(
        html`<haiilo-text-field label="Dishes" type="number" .value=${value} @input=${onInput}></haiilo-text-field>`,
        place,
      )
    }
    const onInput = ({ target }: Event): void => {
      queueMicrotask(() => drawValue((target as HaiiloTextField).value))
    }
    drawValue('')
    await drawn(place)
    return { field: place.firstElementChild as HaiiloTextField, draw: drawValue }
  }

  it.each(['5-', '1e5', '1,234', '1.', 'x', '12-{Backspace}3'])('keeps %s as typed', async (keys) => {
    const { field } = await drawTemplate()
    field.focus()
    await userEvent.keyboard(keys)
    await drawn(document)
    expect(shownIn(field)).toBe(keys.replace(/.\{Backspace\}/, ''))
  })

  it('can replace and clear an incomplete number later', async () => {
    const { field, draw: drawValue } = await drawTemplate()
    field.focus()
    await userEvent.keyboard('5-')
    for (const value of ['7', '']) {
      drawValue(value)
      await drawn(document)
      expect([shownIn(field), field.validity.badInput]).toEqual([value, false])
    }
  })
})

it('keeps the caret and the text when an input listener sets the same value', async () => {
  const field = await drawNumber()
  field.addEventListener('input', () => Object.assign(field, { value: field.value }))
  field.focus()
  await userEvent.keyboard('12.{ArrowLeft}{ArrowLeft}3')
  expect([shownIn(field), within(field, 'input').selectionStart]).toEqual(['132.', 2])
})
