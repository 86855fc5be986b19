import { describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'

import { draw, drawn, expectAccessible, within } from '../../../test/draw.js'
import type { FieldOption } from '../../field/field-option.js'
import './haiilo-radio-group.js'
import type { HaiiloRadioGroup } from './haiilo-radio-group.js'

const CANTEENS: readonly FieldOption[] = [
  { value: 'north', label: 'North', description: 'Closed on Mondays' },
  { value: 'south', label: 'South' },
  { value: 'east', label: 'East', disabled: true },
]

function radios(group: Element): HTMLInputElement[] {
  return [...(group.shadowRoot?.querySelectorAll('input') ?? [])]
}

const chosen = (group: Element): string[] => radios(group).flatMap(({ checked, value }) => (checked ? [value] : []))

async function drawGroup(attributes: string, options: unknown): Promise<HaiiloRadioGroup> {
  const group = await draw<HaiiloRadioGroup>(`<haiilo-radio-group label="Canteen" ${attributes}></haiilo-radio-group>`)
  group.options = options as FieldOption[]
  await drawn(document)
  return group
}

describe('haiilo-radio-group', () => {
  it('is a group of native radio buttons, with name, hint and descriptions', async () => {
    const group = await drawGroup('hint="Where you eat" value="south"', CANTEENS)
    const fieldset = within(group, '[role="radiogroup"]')
    expect(within(group, `#${fieldset.getAttribute('aria-labelledby') ?? ''}`).textContent).toContain('Canteen')
    expect(fieldset.getAttribute('aria-describedby')).toBe('hint error')
    const note = radios(group)[0]?.getAttribute('aria-describedby') ?? ''
    expect(within(group, `#${note}`).textContent).toBe('Closed on Mondays')
    expect([chosen(group), radios(group).map(({ disabled }) => disabled)]).toEqual([['south'], [false, false, true]])
    await expectAccessible()
  })

  it('takes its name from aria-label without a label', async () => {
    const group = await drawGroup('aria-label="Where you eat"', CANTEENS)
    group.label = ''
    await drawn(document)
    expect(within(group, '[role="radiogroup"]').ariaLabel).toBe('Where you eat')
    await expectAccessible()
  })

  it('is one tab stop; arrow keys choose, skip disabled options and fire input and change', async () => {
    const group = await drawGroup('value="south"', CANTEENS)
    const listener = vi.fn((event: Event) => [event.type, group.value])
    for (const type of ['input', 'change']) group.addEventListener(type, listener)
    await userEvent.tab()
    expect(group.shadowRoot?.activeElement).toBe(radios(group)[1])
    await userEvent.keyboard('{ArrowDown}')
    expect(listener.mock.results.map(({ value }) => value as unknown)).toEqual([
      ['input', 'north'],
      ['change', 'north'],
    ])
    await userEvent.tab()
    expect(group.matches(':focus-within')).toBe(false)
  })

  it('moves the focus to the chosen option on focus()', async () => {
    const group = await drawGroup('value="south"', CANTEENS)
    group.focus()
    expect(group.shadowRoot?.activeElement).toBe(radios(group)[1])
  })

  it('reads option elements, also those that are added or change later', async () => {
    const group = await draw<HaiiloRadioGroup>(
      '<haiilo-radio-group label="Canteen" value="west"><option value="north">North</option><option>South</option></haiilo-radio-group>',
    )
    expect(radios(group).map(({ value }) => value)).toEqual(['north', 'South'])
    expect(chosen(group)).toEqual([])
    group.append(new Option('West', 'west'))
    ;(group.firstElementChild as HTMLOptionElement).disabled = true
    await vi.waitFor(() => expect(chosen(group)).toEqual(['west']))
    expect(radios(group).map(({ disabled }) => disabled)).toEqual([true, false, false])
  })

  it('adds its value to the form only if an option has that value', async () => {
    const form = await draw<HTMLFormElement>(
      '<form><haiilo-radio-group label="Canteen" name="canteen" value="moon" required><option value="north">North</option></haiilo-radio-group></form>',
    )
    const group = form.querySelector('haiilo-radio-group') as HaiiloRadioGroup
    expect([group.checkValidity(), ...new FormData(form)]).toEqual([false])
    group.value = 'north'
    expect([group.checkValidity(), ...new FormData(form)]).toEqual([true, ['canteen', 'north']])
    group.options = [{ value: 'south', label: 'South' }]
    expect([group.checkValidity(), ...new FormData(form)]).toEqual([false])
    form.reset()
    expect(group.value).toBe('moon')
    group.formStateRestoreCallback('south')
    expect([...new FormData(form)]).toEqual([['canteen', 'south']])
  })

  it('shows an error on reportValidity() if no option is chosen, and moves the focus there', async () => {
    const group = await drawGroup('required lang="de"', CANTEENS)
    expect(group.reportValidity()).toBe(false)
    await drawn(document)
    expect(within(group, '#error').textContent).toBe('Bitte wählen Sie eine Möglichkeit.')
    expect(within(group, '[role="radiogroup"]').ariaInvalid).toBe('true')
    expect(group.shadowRoot?.activeElement).toBe(radios(group)[0])
    await expectAccessible()
  })

  it('is disabled in a disabled fieldset', async () => {
    const place = await draw(
      '<form><fieldset disabled><haiilo-radio-group label="Canteen" name="canteen" value="north"><option>north</option></haiilo-radio-group></fieldset></form>',
    )
    const group = place.querySelector('haiilo-radio-group') as HaiiloRadioGroup
    expect(radios(group).every((radio) => radio.matches(':disabled'))).toBe(true)
    expect([...new FormData(place as HTMLFormElement)]).toEqual([])
    await expectAccessible()
  })

  it('shows a value that a listener sets during a click', async () => {
    const group = await drawGroup('value="south"', CANTEENS)
    group.addEventListener('input', () => (group.value = 'south'))
    await userEvent.click(radios(group)[0] as HTMLElement)
    await drawn(document)
    expect(chosen(group)).toEqual(['south'])
  })

  it.each([null, undefined, 5, 'text', {}, [null, 5, 'north', [], {}, { value: {} }, { label: 'No value' }]])(
    'renders no options for %o, without throwing',
    async (odd) => {
      const group = await drawGroup('value="north"', odd)
      expect(radios(group)).toEqual([])
      expect(group.checkValidity()).toBe(true)
    },
  )

  it('leaves out a second option with the same value, and labels an option without a label with its value', async () => {
    const group = await drawGroup('', [{ value: 1 }, { value: '1', label: 'One' }, { value: true, label: null }])
    expect(radios(group).map(({ value, labels }) => [value, labels?.[0]?.textContent.trim()])).toEqual([
      ['1', '1'],
      ['true', 'true'],
    ])
  })

  it.each([
    [1, '1'],
    [null, ''],
    [{}, ''],
    [Symbol('odd'), ''],
    [Object.create(null), ''],
  ])('accepts %o as its value without throwing', async (odd: unknown, value: string) => {
    const group = await drawGroup('required', [{ value: '1', label: 'One' }])
    Object.assign(group, { value: odd })
    expect(group.checkValidity()).toBe(value === '1')
    await drawn(document)
    expect(group.value).toBe(value)
  })
})
