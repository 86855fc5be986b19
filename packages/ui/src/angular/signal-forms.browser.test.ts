import { Component, signal } from '@angular/core'
import { disabled, form, FormField, maxLength, pattern, readonly, required, validate } from '@angular/forms/signals'
import { describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'

import { show, write } from '../../test/angular/show.js'
import { within } from '../../test/draw.js'
import { HaiiloCheckbox, HaiiloRadioGroup, HaiiloSelect, HaiiloTextField } from './index.js'

@Component({
  imports: [FormField, HaiiloCheckbox, HaiiloRadioGroup, HaiiloSelect, HaiiloTextField],
  template: `
    <output>{{ form().valid() }}, {{ form().touched() }}, {{ form().dirty() }}</output>
    <haiilo-text-field label="Title" [formField]="form.title" [error]="form.title().errors()[0]?.message ?? ''" />
    <haiilo-text-field label="Dishes" type="number" step="2" [formField]="form.dishes" id="dishes" />
    <haiilo-select label="Canteen" [formField]="form.canteen" [options]="canteens" />
    <haiilo-radio-group label="Day" [formField]="form.day" [options]="days" />
    <haiilo-checkbox label="Vegan" [formField]="form.vegan" />
  `,
})
class Settings {
  readonly canteens = ['north', 'south'].map((value) => ({ value, label: value }))
  readonly days = ['mon', 'tue'].map((value) => ({ value, label: value }))
  readonly isFixed = signal(false)
  readonly values = signal<Values>({ title: 'Lunch', dishes: 4, canteen: 'south', day: 'mon', vegan: true })
  readonly form = form(this.values, (path) => {
    required(path.title)
    maxLength(path.title, 10)
    pattern(path.title, /^[A-Z]/)
    validate(path.title, ({ value }) => (value() === 'Taken' ? { kind: 'taken', message: 'It is taken.' } : undefined))
    disabled(path.day, { when: () => this.isFixed() })
    readonly(path.title, { when: () => this.isFixed() })
  })
}

interface Values {
  readonly title: string
  readonly dishes: number | null
  readonly canteen: string
  readonly day: string
  readonly vegan: boolean
}

describe('signal forms', () => {
  it('set the fields, get the changes of the person, and show the values of the app', async () => {
    const shown = await show(Settings)
    const { find, view, settled } = shown
    expect(find('output').textContent).toBe('true, false, false')
    expect([find('haiilo-text-field').value, find('haiilo-select').value]).toEqual(['Lunch', 'south'])
    await write(shown, 'Menu')
    find('haiilo-select').focus()
    await userEvent.keyboard('n{Enter}')
    find('haiilo-radio-group').focus()
    await userEvent.keyboard('{ArrowDown}')
    find('haiilo-checkbox').focus()
    await userEvent.keyboard(' ')
    document.querySelector<HTMLElement>('#dishes')?.focus()
    await userEvent.keyboard('{Control>}a{/Control}12')
    await settled()
    expect(view.values()).toEqual({ title: 'Menu', dishes: 12, canteen: 'north', day: 'tue', vegan: false })
    document.querySelector<HTMLElement>('#dishes')?.focus()
    await userEvent.keyboard('{End}-')
    await settled()
    const dishes = within(document.querySelector('#dishes') as HTMLElement, 'input')
    // an incomplete number stays as the person typed it
    expect([view.values().dishes, dishes.value]).toEqual([null, '12-'])
    await userEvent.keyboard('{Backspace}')
    await settled()
    expect(find('output').textContent).toBe('true, true, true')
    view.values.set({ title: 'Soup', dishes: null, canteen: 'south', day: 'mon', vegan: true })
    await settled()
    expect([find('haiilo-text-field').value, find('haiilo-select').value]).toEqual(['Soup', 'south'])
    expect([find('haiilo-radio-group').value, find('haiilo-checkbox').checked]).toEqual(['mon', true])
    expect(document.querySelector('#dishes')).toMatchObject({ value: '' })
  })

  it('are touched when the person leaves a field', async () => {
    const { find, view, settled } = await show(Settings)
    find('haiilo-checkbox').focus()
    await settled()
    expect(view.form.vegan().touched()).toBe(false)
    await userEvent.tab()
    find('haiilo-select').focus()
    await settled()
    expect([view.form.vegan().touched(), find('output').textContent]).toEqual([true, 'true, true, false'])
  })

  it("pass their rules to the fields, which show errors in the person's language", async () => {
    const shown = await show(Settings)
    const { find, view, settled } = shown
    expect(find('haiilo-text-field')).toMatchObject({ required: true, maxLength: 10, pattern: undefined })
    await write(shown, '')
    await userEvent.tab()
    await settled()
    expect(within(find('haiilo-text-field'), '#error').textContent).not.toBe('')
    expect(kindsOf(view)).toEqual(['valueMissing', 'required'])
    view.isFixed.set(true)
    await settled()
    expect([find('haiilo-radio-group').disabled, find('haiilo-text-field').readonly]).toEqual([true, true])
  })

  it('get errors that only a field detects', async () => {
    const { view, settled } = await show(Settings)
    document.querySelector<HTMLElement>('#dishes')?.focus()
    await userEvent.keyboard('{Control>}a{/Control}3')
    await settled()
    expect(
      view.form
        .dishes()
        .errors()
        .map(({ kind }) => kind),
    ).toEqual(['stepMismatch'])
    expect(view.form().valid()).toBe(false)
    await userEvent.keyboard('{Control>}a{/Control}4')
    await settled()
    expect(view.form().valid()).toBe(true)
  })

  it('show their own errors in a field', async () => {
    const shown = await show(Settings)
    const { find, view } = shown
    await write(shown, 'Taken')
    expect(within(find('haiilo-text-field'), '#error').textContent).toBe('It is taken.')
    expect(kindsOf(view)).toEqual(['taken'])
    await write(shown, 'Free')
    expect(within(find('haiilo-text-field'), '#error').textContent).toBe('')
    expect(kindsOf(view)).toEqual([])
  })

  it('reset a field, and move the focus to it', async () => {
    const shown = await show(Settings)
    const { find, view, settled } = shown
    await write(shown, 'Menu')
    view.form().reset({ ...view.values(), title: 'Lunch' })
    await settled()
    expect([find('haiilo-text-field').value, view.form().dirty()]).toEqual(['Lunch', false])
    view.form.canteen().focusBoundControl()
    expect(document.activeElement).toBe(find('haiilo-select'))
  })
})

function kindsOf({ form: { title } }: Settings): string[] {
  return title()
    .errors()
    .map(({ kind }) => kind)
}
