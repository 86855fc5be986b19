import { describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'

import { draw, drawn, expectAccessible, within } from '../../../test/draw.js'
import de from '../../languages/de.json'
import './haiilo-switch.js'
import type { HaiiloSwitch } from './haiilo-switch.js'

const inputOf = (field: Element): HTMLInputElement => within(field, 'input')

describe('haiilo-switch', () => {
  it('is a switch to assistive technology, on or off', async () => {
    const field = await draw<HaiiloSwitch>(
      '<haiilo-switch label="Send the menu" hint="At seven" checked></haiilo-switch>',
    )
    expect([inputOf(field).type, inputOf(field).role, inputOf(field).checked]).toEqual(['checkbox', 'switch', true])
    expect(inputOf(field).labels?.[0]?.textContent.trim()).toBe('Send the menu')
    await expectAccessible()
  })

  it('is switched by the keyboard, and adds its value to the form', async () => {
    const form = await draw<HTMLFormElement>('<form><haiilo-switch label="Menu" name="menu"></haiilo-switch></form>')
    await userEvent.tab()
    await userEvent.keyboard(' ')
    expect([...new FormData(form)]).toEqual([['menu', 'on']])
    await userEvent.keyboard(' ')
    expect([...new FormData(form)]).toEqual([])
  })

  it('shows its own message if it is required and off', async () => {
    const field = await draw<HaiiloSwitch>('<haiilo-switch label="Menu" lang="de" required></haiilo-switch>')
    expect(field.reportValidity()).toBe(false)
    await drawn(document)
    expect(within(field, '#error').textContent).toBe(de.missingSwitch)
    expect(field.matches(':focus')).toBe(true)
    await expectAccessible()
  })

  it('has its knob on the left in a right-to-left page', async () => {
    const field = await draw<HaiiloSwitch>('<haiilo-switch label="קפיטריה" dir="rtl" checked></haiilo-switch>')
    expect(getComputedStyle(inputOf(field), '::before').translate).toMatch(/^-/)
  })
})
