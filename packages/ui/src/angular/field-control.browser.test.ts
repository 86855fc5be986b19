import { ChangeDetectionStrategy, Component, signal, viewChild } from '@angular/core'
import { TestBed } from '@angular/core/testing'
import { FormControl, FormGroup, FormsModule, ReactiveFormsModule, type NgModel } from '@angular/forms'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { userEvent } from 'vitest/browser'

import { show, write } from '../../test/angular/show.js'
import { within } from '../../test/draw.js'
import { HaiiloCheckbox, HaiiloRadioGroup, HaiiloSelect, HaiiloSwitch, HaiiloTextField } from './index.js'

@Component({
  imports: [HaiiloCheckbox, HaiiloRadioGroup, HaiiloSelect, HaiiloSwitch, HaiiloTextField, ReactiveFormsModule],
  template: `
    <output>{{ form.status }}, {{ form.touched }}, {{ form.dirty }}</output> <b>{{ form.value.title }}</b>
    <form [formGroup]="form">
      <haiilo-text-field
        label="Title"
        formControlName="title"
        [required]="required()"
        [error]="form.controls.title.hasError('taken') ? 'This title is taken.' : ''"
      />
      <haiilo-text-field label="Dishes" type="number" formControlName="dishes" id="dishes" [max]="9" />
      <haiilo-select label="Canteen" formControlName="canteen">
        @for (canteen of canteens(); track canteen) {
          <option [value]="canteen">{{ canteen }}</option>
        }
      </haiilo-select>
      <haiilo-radio-group label="Day" formControlName="day" [options]="days" />
      <haiilo-checkbox label="Vegan" formControlName="vegan" />
      <haiilo-switch label="Mail" formControlName="mail" />
      <button type="reset">Reset</button>
    </form>
  `,
})
class Settings {
  readonly required = signal(false)
  readonly canteens = signal(['north', 'south'])
  readonly days = ['mon', 'tue'].map((value) => ({ value, label: value }))
  readonly form = new FormGroup({
    title: new FormControl<string | null>('Lunch'),
    dishes: new FormControl<number | null>(3),
    canteen: new FormControl('south', { nonNullable: true }),
    day: new FormControl('mon'),
    vegan: new FormControl(true),
    mail: new FormControl(false),
  })
}

describe('reactive forms', () => {
  it('set the fields, and get the changes of the person', async () => {
    const shown = await show(Settings)
    const { find, view, settled } = shown
    expect(find('haiilo-text-field').value).toBe('Lunch')
    expect([find('haiilo-select').value, find('haiilo-radio-group').value]).toEqual(['south', 'mon'])
    expect([find('haiilo-checkbox').checked, find('haiilo-switch').checked]).toEqual([true, false])
    await write(shown, 'Menu')
    expect(find('b').textContent).toBe('Menu')
    find('haiilo-select').focus()
    await userEvent.keyboard('n{Enter}')
    find('haiilo-radio-group').focus()
    await userEvent.keyboard('{ArrowDown}')
    find('haiilo-checkbox').focus()
    await userEvent.keyboard(' ')
    find('haiilo-switch').focus()
    await userEvent.keyboard(' ')
    await settled()
    const form = { title: 'Menu', dishes: 3, canteen: 'north', day: 'tue', vegan: false, mail: true }
    expect(view.form.value).toEqual(form)
    expect(find('output').textContent).toBe('VALID, true, true')
  })

  it('are touched when the person leaves a field, not earlier', async () => {
    const { find, view, settled } = await show(Settings)
    find('haiilo-radio-group').focus()
    await userEvent.keyboard('{ArrowDown}')
    await settled()
    expect(find('output').textContent).toBe('VALID, false, true')
    await userEvent.tab()
    await settled()
    expect(view.form.controls.day.touched).toBe(true)
    expect(find('output').textContent).toBe('VALID, true, true')
  })

  it('have a number for a number field, as for a native one', async () => {
    const { find, view } = await show(Settings)
    const field = document.querySelector<HTMLElement>('#dishes')
    expect(field).toMatchObject({ value: '3' })
    field?.focus()
    await userEvent.keyboard('{Control>}a{/Control}12')
    expect(view.form.value.dishes).toBe(12)
    expect(view.form.controls.dishes.errors).toEqual({ rangeOverflow: true })
    await userEvent.keyboard('{Control>}a{/Control}{Backspace}')
    expect(view.form.value.dishes).toBeNull()
    expect(find('output')).toBeTruthy()
  })

  it('disable and enable fields', async () => {
    const { find, view, settled } = await show(Settings)
    view.form.disable()
    await settled()
    expect([find('haiilo-text-field').disabled, find('haiilo-switch').disabled]).toEqual([true, true])
    view.form.enable()
    await settled()
    expect([find('haiilo-text-field').disabled, find('haiilo-switch').disabled]).toEqual([false, false])
  })

  it('accept empty values and values of other types', async () => {
    const { find, view, settled } = await show(Settings)
    view.form.reset()
    expect([find('haiilo-text-field').value, find('haiilo-checkbox').checked]).toEqual(['', false])
    await settled()
    expect([find('haiilo-text-field').value, find('haiilo-select').value]).toEqual(['', 'south'])
    expect([find('haiilo-radio-group').value, find('haiilo-checkbox').checked]).toEqual(['', false])
    view.form.controls.title.setValue({ toString: null } as never)
    view.form.controls.vegan.setValue('yes' as never)
    view.form.controls.day.setValue(undefined as never)
    await settled()
    expect([find('haiilo-text-field').value, find('haiilo-checkbox').checked]).toEqual(['', true])
  })

  it('have the same values as the fields after a reset button was clicked', async () => {
    const warn = vi.spyOn(console, 'warn')
    onTestFinished(() => warn.mockRestore())
    const { find, view, settled } = await show(Settings)
    find('button').click()
    await settled()
    expect(view.form.value).toMatchObject({ title: null, canteen: 'south', vegan: null })
    expect([find('haiilo-text-field').value, find('haiilo-select').value]).toEqual(['', 'south'])
    expect([find('haiilo-checkbox').checked, find('output').textContent]).toEqual([false, 'VALID, false, false'])
    expect(warn).not.toHaveBeenCalled()
  })
})

it('does not set a value again and again if the element does not keep it', async () => {
  const { find, view, settled } = await show(Settings)
  Object.defineProperty(find('haiilo-select'), 'value', { get: () => 'elsewhere', set: () => undefined })
  view.form.controls.canteen.setValue('north')
  find('haiilo-select').hint = 'The one that is open.'
  await settled()
  expect(view.form.controls.canteen.value).toBe('north')
})

describe('a validation error of a field', () => {
  it('is an error of the control, with the name of its flag', async () => {
    const shown = await show(Settings)
    const { find, view, settled } = shown
    await write(shown, '')
    expect(view.form.valid).toBe(true)
    view.required.set(true)
    await settled()
    expect(view.form.controls.title.errors).toMatchObject({ valueMissing: true })
    expect(find('output').textContent).toMatch(/^INVALID/)
    await write(shown, 'x')
    expect(view.form.controls.title.errors).toBeNull()
    expect(find('output').textContent).toMatch(/^VALID/)
  })

  it('reaches the control after Angular has checked the view, and then the view', async () => {
    const fixture = TestBed.createComponent(Address)
    // Angular throws NG0100 if a control becomes invalid during this check
    fixture.detectChanges()
    expect(fixture.componentInstance.address.valid).toBe(true)
    await fixture.whenStable()
    await expect.poll(() => (fixture.nativeElement as HTMLElement).textContent.trim()).toBe('INVALID')
    expect(fixture.componentInstance.address.errors).toEqual({ typeMismatch: true })
  })

  it('exists after the first render, even if nothing renders again', async () => {
    const { view } = await show(Canteen)
    expect(view.canteen.errors).toMatchObject({ valueMissing: true })
  })

  it('is updated when options are added later', async () => {
    const { find, view, settled } = await show(Settings)
    find('haiilo-select').required = true
    view.canteens.set([])
    await settled()
    await expect.poll(() => view.form.controls.canteen.errors).toEqual({ valueMissing: true })
    view.canteens.set(['south'])
    await settled()
    await expect.poll(() => view.form.controls.canteen.errors).toBeNull()
  })

  it('is updated by setCustomValidity of the element', async () => {
    const { find, view, settled } = await show(Settings)
    find('haiilo-switch').setCustomValidity('Not now.')
    await settled()
    expect(view.form.controls.mail.errors).toEqual({ customError: true })
    find('haiilo-switch').setCustomValidity('')
    await settled()
    expect(view.form.valid).toBe(true)
  })

  it('does not exist while the field is disabled, and returns when the field is enabled', async () => {
    const { find, view, settled } = await show(Settings)
    view.required.set(true)
    view.form.controls.title.setValue('')
    view.form.controls.title.disable()
    await settled()
    const statuses: unknown[] = []
    view.form.controls.title.statusChanges.subscribe((status) => statuses.push(status))
    for (const hint of ['a', 'b']) {
      find('haiilo-text-field').hint = hint
      await settled()
    }
    expect([statuses, view.form.valid]).toEqual([[], true])
    view.form.controls.title.enable()
    expect(view.form.controls.title.errors).toMatchObject({ valueMissing: true })
  })

  it('does not exist in a read-only field, because the person cannot correct it', async () => {
    const { find, view, settled } = await show(Settings)
    view.form.controls.title.setValue('')
    find('haiilo-text-field').required = true
    await settled()
    expect(view.form.controls.title.errors).toEqual({ valueMissing: true })
    find('haiilo-text-field').readonly = true
    await settled()
    expect(view.form.controls.title.errors).toBeNull()
  })
})

describe('the error of a control, shown in its field', () => {
  it('stays a single error and is not added to the control again', async () => {
    const shown = await show(Settings)
    const { find, view, settled } = shown
    const { title } = view.form.controls
    title.setErrors({ taken: true })
    shown.fixture.componentRef.changeDetectorRef.markForCheck()
    await settled()
    expect(within(find('haiilo-text-field'), '#error').textContent).toBe('This title is taken.')
    expect(title.errors).toEqual({ taken: true })
    await write(shown, 'Menu')
    expect(within(find('haiilo-text-field'), '#error').textContent).toBe('')
    expect([title.errors, find('haiilo-text-field').validity.valid]).toEqual([null, true])
  })

  it('does not hide the errors of the field', async () => {
    const shown = await show(Settings)
    const { view, settled } = shown
    const { title } = view.form.controls
    view.required.set(true)
    title.addValidators(({ value }) => (value ? null : { taken: true }))
    await write(shown, '')
    await settled()
    title.updateValueAndValidity()
    expect(title.errors).toMatchObject({ taken: true, valueMissing: true })
  })
})

@Component({
  imports: [HaiiloTextField, ReactiveFormsModule],
  // eslint-disable-next-line @angular-eslint/prefer-on-push-component-change-detection -- only this kind of change detection checks a view twice, which NG0100 needs
  changeDetection: ChangeDetectionStrategy.Eager,
  template: `
    <output>{{ address.status }}</output>
    <haiilo-text-field label="Address" type="email" [formControl]="address" />
  `,
})
class Address {
  readonly address = new FormControl('nowhere')
}

@Component({
  imports: [HaiiloSelect, ReactiveFormsModule],
  template: '<haiilo-select label="Canteen" required [formControl]="canteen" />',
})
class Canteen {
  readonly canteen = new FormControl('')
}

@Component({
  imports: [FormsModule, HaiiloCheckbox, HaiiloTextField],
  template: `
    <form>
      <haiilo-text-field label="Title" name="title" required maxlength="5" [(ngModel)]="title" #model="ngModel" />
      <haiilo-checkbox label="Vegan" name="vegan" [disabled]="off()" [(ngModel)]="vegan" />
    </form>
  `,
})
class Template {
  readonly title = signal('Soup')
  readonly vegan = signal(true)
  readonly off = signal(true)
  readonly model = viewChild.required<NgModel>('model')
}

describe('template-driven forms', () => {
  it('exchange values with the fields, and get their errors', async () => {
    const shown = await show(Template)
    const { find, view, settled } = shown
    expect([find('haiilo-text-field').value, find('haiilo-checkbox').checked]).toEqual(['Soup', true])
    expect(find('haiilo-checkbox').disabled).toBe(true)
    await write(shown, 'Potatoes')
    expect(view.title()).toBe('Potatoes')
    expect(view.model().errors).toMatchObject({ tooLong: true })
    view.title.set('')
    view.off.set(false)
    await settled()
    expect([find('haiilo-text-field').value, find('haiilo-checkbox').disabled]).toEqual(['', false])
    expect(view.model().errors).toMatchObject({ valueMissing: true })
  })
})
