import { describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'

import { draw, drawn, expectAccessible, within } from '../../../test/draw.js'
import './haiilo-checkbox.js'
import type { HaiiloCheckbox } from './haiilo-checkbox.js'

const inputOf = (field: Element): HTMLInputElement => within(field, 'input')

describe('haiilo-checkbox', () => {
  it('is a native checkbox with a label, and shows no "optional" note', async () => {
    const field = await draw<HaiiloCheckbox>(
      '<haiilo-checkbox label="Send the menu" hint="At seven"></haiilo-checkbox>',
    )
    expect(inputOf(field).labels?.[0]?.textContent.trim()).toBe('Send the menu')
    expect(inputOf(field).getAttribute('aria-describedby')).toBe('hint error')
    expect(inputOf(field).hasAttribute('role')).toBe(false)
    await expectAccessible()
  })

  it('is ticked by the space bar and by its label, with one input and one change event each', async () => {
    const field = await draw<HaiiloCheckbox>('<haiilo-checkbox label="Send the menu"></haiilo-checkbox>')
    const listener = vi.fn((event: Event) => [event.type, event.target, field.checked])
    for (const type of ['input', 'change']) document.body.addEventListener(type, listener)
    field.focus()
    await userEvent.keyboard(' ')
    await userEvent.click(within(field, 'label'))
    for (const type of ['input', 'change']) document.body.removeEventListener(type, listener)
    expect(listener.mock.results.map(({ value }) => value as unknown)).toEqual([
      ['input', field, true],
      ['change', field, true],
      ['input', field, false],
      ['change', field, false],
    ])
  })

  it('is ticked and named by a label of the page', async () => {
    const place = await draw('<p><label for="menu">Menu</label> <haiilo-checkbox id="menu"></haiilo-checkbox></p>')
    const field = place.querySelector('haiilo-checkbox') as HaiiloCheckbox
    await userEvent.click(place.querySelector('label') as HTMLElement)
    expect(field.checked).toBe(true)
    expect(inputOf(field).ariaLabel).toBe('Menu')
    await expectAccessible()
  })

  it('takes its name from aria-label without a label, also after a change', async () => {
    const field = await draw<HaiiloCheckbox>('<haiilo-checkbox aria-label="Menu"></haiilo-checkbox>')
    expect(inputOf(field).ariaLabel).toBe('Menu')
    field.setAttribute('aria-label', 'Soup')
    await drawn(document)
    expect(inputOf(field).ariaLabel).toBe('Soup')
    await expectAccessible()
  })

  it('adds its value to the form only while it is ticked', async () => {
    const form = await draw<HTMLFormElement>(
      '<form><haiilo-checkbox name="menu" label="Menu"></haiilo-checkbox><haiilo-checkbox name="days" value="monday" label="Monday" checked></haiilo-checkbox></form>',
    )
    expect([form.checkValidity(), ...new FormData(form)]).toEqual([true, ['days', 'monday']])
    const field = form.querySelector('haiilo-checkbox') as HaiiloCheckbox
    field.checked = true
    expect([...new FormData(form)]).toEqual([
      ['menu', 'on'],
      ['days', 'monday'],
    ])
    form.reset()
    expect(field.checked).toBe(false)
    expect(form.querySelector<HaiiloCheckbox>('[checked]')?.checked).toBe(true)
  })

  it('restores its state when the browser restores the form', async () => {
    const field = await draw<HaiiloCheckbox>('<haiilo-checkbox label="Menu" value="yes" checked></haiilo-checkbox>')
    field.formStateRestoreCallback('')
    expect(field.checked).toBe(false)
    field.formStateRestoreCallback('on')
    expect(field.checked).toBe(true)
  })

  it('shows an error after the person leaves it, if it is required and not ticked', async () => {
    const field = await draw<HaiiloCheckbox>('<haiilo-checkbox label="I agree" required></haiilo-checkbox>')
    expect(field.validity.valueMissing).toBe(true)
    field.focus()
    await userEvent.tab()
    await drawn(document)
    expect(within(field, '#error').textContent).toBe('Tick this box to go on.')
    expect(inputOf(field).ariaInvalid).toBe('true')
    await expectAccessible()
    field.checked = true
    expect(field.checkValidity()).toBe(true)
    await drawn(document)
    expect(within(field, '#error').textContent).toBe('')
  })

  it('does nothing in a disabled fieldset, also for click() of a script', async () => {
    const place = await draw(
      '<form><fieldset disabled><label for="menu">Menu</label><haiilo-checkbox id="menu" name="menu" checked></haiilo-checkbox></fieldset></form>',
    )
    const field = place.querySelector('haiilo-checkbox') as HaiiloCheckbox
    expect(inputOf(field).disabled).toBe(true)
    field.click()
    expect([field.checked, ...new FormData(place as HTMLFormElement)]).toEqual([true])
  })

  it('shows a value that a listener sets during a click', async () => {
    const field = await draw<HaiiloCheckbox>('<haiilo-checkbox label="Menu"></haiilo-checkbox>')
    field.addEventListener('input', () => (field.checked = false))
    await userEvent.click(inputOf(field))
    await drawn(document)
    expect(inputOf(field).checked).toBe(false)
  })

  it.each([null, undefined, 0, NaN, '', {}, [], Symbol('odd'), Object.create(null)])(
    'accepts %o as checked and value without throwing',
    async (odd: unknown) => {
      const form = await draw<HTMLFormElement>(
        '<form><haiilo-checkbox name="menu" label="Menu"></haiilo-checkbox></form>',
      )
      const field = form.querySelector('haiilo-checkbox') as HaiiloCheckbox
      Object.assign(field, { checked: odd, value: odd })
      expect(() => new FormData(form)).not.toThrow()
      await drawn(document)
      expect([field.checked, typeof field.value]).toEqual([Boolean(odd), 'string'])
    },
  )
})
