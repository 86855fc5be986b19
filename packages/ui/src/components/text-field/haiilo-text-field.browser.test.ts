import { describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'

import { draw, drawn, expectAccessible, within } from '../../../test/draw.js'
import '../button/haiilo-button.js'
import './haiilo-text-field.js'
import type { HaiiloTextField } from './haiilo-text-field.js'

const errorOf = (field: HaiiloTextField): string => within(field, '#error').textContent

describe('haiilo-text-field', () => {
  it('has a control with the label as its name, and hint and error as its description', async () => {
    const field = await draw<HaiiloTextField>(
      '<haiilo-text-field label="Canteen" hint="Where you eat"></haiilo-text-field>',
    )
    const control = within(field, 'input')
    expect(control.labels?.[0]?.textContent).toContain('Canteen')
    expect(control.getAttribute('aria-describedby')).toBe('hint error')
    await expectAccessible()
  })

  it('shows an error after the person leaves it, until the value is valid', async () => {
    const field = await draw<HaiiloTextField>('<haiilo-text-field label="Canteen" required></haiilo-text-field>')
    field.focus()
    await drawn(document)
    expect(errorOf(field)).toBe('')
    await userEvent.tab()
    await drawn(document)
    expect(errorOf(field)).toBe('Fill in this field.')
    expect(within(field, 'input').getAttribute('aria-invalid')).toBe('true')
    await expectAccessible()
    field.focus()
    await userEvent.keyboard('North')
    await drawn(document)
    expect(errorOf(field)).toBe('')
  })

  it('adds value and validity to its form, and follows a reset', async () => {
    const form = await draw<HTMLFormElement>(
      '<form><haiilo-text-field label="Canteen" name="canteen" value="north" required></haiilo-text-field></form>',
    )
    const field = form.querySelector('haiilo-text-field') as HaiiloTextField
    expect([...new FormData(form)]).toEqual([['canteen', 'north']])
    field.value = ''
    expect(form.checkValidity()).toBe(false)
    field.value = 'south'
    expect([form.checkValidity(), ...new FormData(form)]).toEqual([true, ['canteen', 'south']])
    form.reset()
    expect(field.value).toBe('north')
  })

  it('submits its form on Enter only if it is valid', async () => {
    const form = await draw<HTMLFormElement>(
      '<form><haiilo-text-field label="Canteen" required></haiilo-text-field></form>',
    )
    const onSubmit = vi.fn((event: Event) => event.preventDefault())
    form.addEventListener('submit', onSubmit)
    const field = form.querySelector('haiilo-text-field') as HaiiloTextField
    field.focus()
    await userEvent.keyboard('{Enter}')
    expect(onSubmit).not.toHaveBeenCalled()
    await userEvent.keyboard('North{Enter}')
    expect(onSubmit).toHaveBeenCalledTimes(1)
  })

  it.each([
    ['text', 'text'],
    ['email', 'email'],
    ['url', 'url'],
    ['search', 'search'],
    // a native number field only supports the language of the browser
    ['number', 'text'],
    ['textarea', 'textarea'],
  ])('of type %s is a native control of type %s', async (type, nativeType) => {
    const field = await draw<HaiiloTextField>(`<haiilo-text-field label="Canteen" type="${type}"></haiilo-text-field>`)
    const control = within(field, '.control') as HTMLInputElement
    expect(control.type).toBe(nativeType)
    expect(control.labels?.[0]?.textContent).toContain('Canteen')
    await expectAccessible()
  })

  it('shows an error for an incomplete number, whose value is empty', async () => {
    const field = await draw<HaiiloTextField>('<haiilo-text-field label="Dishes" type="number"></haiilo-text-field>')
    field.focus()
    await userEvent.keyboard('1e')
    await userEvent.tab()
    await drawn(document)
    expect([field.value, errorOf(field)]).toEqual(['', 'Enter a number.'])
    // the incomplete text stays in the field
    expect(within(field, 'input').value).toBe('1e')
  })

  it('fires input for each key and change when the person leaves, once each', async () => {
    const field = await draw<HaiiloTextField>('<haiilo-text-field label="Canteen"></haiilo-text-field>')
    const events: string[] = []
    for (const type of ['input', 'change']) {
      document.addEventListener(type, (event) => events.push(`${type} ${(event.target as HaiiloTextField).value}`))
    }
    field.focus()
    await userEvent.keyboard('No')
    await userEvent.tab()
    expect(events).toEqual(['input N', 'input No', 'change No'])
  })

  it.each([null, undefined, {}, [], 7, Symbol('value'), Object.create(null)])(
    'accepts any value and texts without throwing (%#)',
    async (value: unknown) => {
      const field = await draw<HaiiloTextField>('<haiilo-text-field label="Canteen" required></haiilo-text-field>')
      Object.assign(field, { value, label: value, hint: value, error: value, placeholder: value })
      await drawn(document)
      // the number 7 is shown as the error "7"
      expect(field.checkValidity()).toBe(false)
      expect(within(field, 'input').value).toBe(value === 7 ? '7' : '')
    },
  )

  it('shows `error` at once and is invalid while it is set', async () => {
    const field = await draw<HaiiloTextField>('<haiilo-text-field label="Title" value="Lunch"></haiilo-text-field>')
    field.error = 'This title is taken.'
    expect([field.checkValidity(), field.validationMessage]).toEqual([false, 'This title is taken.'])
    await drawn(document)
    expect(errorOf(field)).toBe('This title is taken.')
    field.error = ''
    expect(field.checkValidity()).toBe(true)
  })

  it('gets the focus on submit if it is the first invalid field', async () => {
    const form = await draw<HTMLFormElement>(
      `<form><haiilo-text-field label="Title" value="Lunch"></haiilo-text-field>
        <haiilo-text-field label="Canteen" required></haiilo-text-field>
        <haiilo-text-field label="Day" required></haiilo-text-field><haiilo-button type="submit">Save</haiilo-button></form>`,
    )
    const [title, canteen] = form.querySelectorAll('haiilo-text-field')
    title?.focus()
    await userEvent.keyboard('{Enter}')
    await drawn(document)
    expect(document.activeElement).toBe(canteen)
    expect(errorOf(canteen as HaiiloTextField)).toBe('Fill in this field.')
  })
})
