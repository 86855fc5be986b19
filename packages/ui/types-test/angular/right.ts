import { Component, signal, viewChild } from '@angular/core'
import { FormControl, FormsModule, ReactiveFormsModule } from '@angular/forms'
import { form, FormField, max, min, minLength, pattern, required } from '@angular/forms/signals'
import type { HaiiloHost } from '@haiilo-kit/core'
import {
  HaiiloAlert,
  HaiiloButton,
  HaiiloCard,
  HaiiloCheckbox,
  HaiiloConfigForm,
  HaiiloDialog,
  HaiiloEmptyState,
  HaiiloHostStatus,
  HaiiloRadioGroup,
  HaiiloSelect,
  HaiiloSkeleton,
  HaiiloSpinner,
  HaiiloSwitch,
  HaiiloTab,
  HaiiloTabs,
  HaiiloTextField,
  HaiiloUser,
} from '@haiilo-kit/ui/angular'
import type { ConfigValues, HaiiloDialog as Dialog } from '@haiilo-kit/ui'
import { expectTypeOf } from 'vitest'

declare const host: HaiiloHost

interface Values {
  readonly title: string
  readonly count: number
  readonly maybe: number | null
  readonly canteen: 'north' | 'south'
  readonly vegan: boolean
}

@Component({
  imports: [
    FormField,
    FormsModule,
    HaiiloAlert,
    HaiiloButton,
    HaiiloCard,
    HaiiloCheckbox,
    HaiiloConfigForm,
    HaiiloDialog,
    HaiiloEmptyState,
    HaiiloHostStatus,
    HaiiloRadioGroup,
    HaiiloSelect,
    HaiiloSkeleton,
    HaiiloSpinner,
    HaiiloSwitch,
    HaiiloTab,
    HaiiloTabs,
    HaiiloTextField,
    HaiiloUser,
    ReactiveFormsModule,
  ],
  template: `
    <haiilo-alert tone="warning" heading="Closed" lang="en" role="note" hidden>Until Monday.</haiilo-alert>
    <haiilo-button variant="primary" disabled [busy]="maybe" [label]="undefined" (click)="takeClick($event)" />
    <haiilo-card
      heading="Menu"
      level="3"
      class="wide"
      [class.on]="true"
      [style.width.px]="3"
      [attr.aria-label]="text()"
    >
      <b slot="header">Today</b>
    </haiilo-card>
    <haiilo-card [level]="2" [id]="text()" [hidden]="true" data-day="1" />
    <haiilo-empty-state heading="Nothing" />
    <haiilo-host-status [host]="host" [lines]="3"><p>Soup</p></haiilo-host-status>
    <haiilo-skeleton lines="3" /><haiilo-spinner size="s" /><haiilo-user name="Ada" initialsOnly="false" />

    <haiilo-text-field
      label="Dish"
      type="number"
      min="1"
      [max]="9"
      [step]="undefined"
      [(value)]="text"
      (input)="takeEvent($event)"
      (keydown)="takeKey($event)"
    />
    <haiilo-text-field type="number" [(value)]="count" [required]="null" #field (focus)="field.select()" />
    <haiilo-select [options]="options" [(value)]="text" (change)="takeEvent($event)" />
    <haiilo-radio-group [options]="options" (valueChange)="takeText($event)" />
    <haiilo-checkbox label="Vegan" [(checked)]="flag" />
    <haiilo-switch label="Vegan" checked (checkedChange)="takeFlag($event)" />
    <haiilo-tabs [(selected)]="text"><haiilo-tab name="a" label="A" [disabled]="flag()" /></haiilo-tabs>
    <haiilo-dialog #dialog [(open)]="flag" (close)="takeDialog(dialog)" (cancel)="$event.preventDefault()" />

    <haiilo-config-form
      [host]="host"
      [fields]="fields"
      [validate]="check"
      (save)="takeValues($event.detail); takeEvent($event)"
    />
    <haiilo-config-form [host]="undefined" fields='{"config": []}' [stored]="{ title: 'Lunch' }" />

    <haiilo-text-field [formControl]="control" required minlength="3" pattern="[a-z]+" />
    <haiilo-checkbox name="vegan" [(ngModel)]="flag" />
    <haiilo-text-field [formField]="form.title" [error]="form.title().errors()[0]?.message ?? ''" />
    <haiilo-text-field type="number" [formField]="form.count" />
    <haiilo-text-field type="number" [formField]="form.maybe" />
    <haiilo-select [formField]="form.canteen" [options]="options" />
    <haiilo-checkbox [formField]="form.vegan" />
  `,
})
export class Right {
  readonly host = host
  readonly options = [{ value: 'north', label: 'North' }]
  readonly fields = [{ key: 'title', type: 'text' }]
  readonly control = new FormControl('')
  readonly text = signal('')
  readonly flag = signal(false)
  readonly maybe: boolean | null | undefined = null
  count: number | null = 3
  readonly config = viewChild.required(HaiiloConfigForm)
  readonly form = form(signal<Values>({ title: '', count: 1, maybe: null, canteen: 'north', vegan: true }), (path) => {
    required(path.title)
    minLength(path.title, 2)
    pattern(path.title, /a/)
    min(path.count, 1)
    max(path.count, 2)
  })

  check(values: ConfigValues): Record<string, string> {
    return values['title'] ? {} : { title: 'Missing.' }
  }

  save(): Promise<ConfigValues | false> {
    return this.config().element.save()
  }

  takeText(value: string): void {
    expectTypeOf(value).toEqualTypeOf<string>()
  }

  takeFlag(value: boolean): void {
    expectTypeOf(value).toEqualTypeOf<boolean>()
  }

  takeEvent(event: Event): void {
    expectTypeOf(event).toEqualTypeOf<Event>()
  }

  takeClick(event: MouseEvent): void {
    expectTypeOf(event).toEqualTypeOf<MouseEvent>()
  }

  takeKey(event: KeyboardEvent): void {
    expectTypeOf(event).toEqualTypeOf<KeyboardEvent>()
  }

  takeValues(values: ConfigValues): void {
    expectTypeOf(values).toEqualTypeOf<ConfigValues>()
  }

  takeDialog(dialog: Dialog): void {
    expectTypeOf(dialog.returnValue).toEqualTypeOf<string>()
  }
}
