import { Component, signal } from '@angular/core'
import { FormControl, FormsModule, ReactiveFormsModule } from '@angular/forms'
import { form, FormField } from '@angular/forms/signals'

import { show } from '../../test/angular/show.js'
import { describeDataLoss, createFields, STORED } from '../../test/data-loss-contract.js'
import { HaiiloConfigForm, HaiiloTextField } from './index.js'

@Component({
  imports: [FormField, FormsModule, HaiiloConfigForm, HaiiloTextField, ReactiveFormsModule],
  template: `
    <haiilo-config-form [fields]="fields()" [stored]="stored()" (save)="render()" />
    <haiilo-text-field id="reactive" label="Reactive" [formControl]="reactive" />
    <haiilo-text-field id="late" label="On blur" [formControl]="late" />
    <haiilo-text-field id="template" label="Template" [(ngModel)]="template" />
    <haiilo-text-field id="signals" label="Signals" [formField]="signals.title" />
    <haiilo-text-field id="twoWay" label="Two-way" [(value)]="twoWay" />
    <haiilo-text-field id="value" label="Value" [value]="'Soup'" />
  `,
})
class Settings {
  readonly fields = signal(createFields())
  readonly stored = signal<Readonly<Record<string, unknown>>>(STORED)
  readonly reactive = new FormControl('Soup')
  readonly late = new FormControl('Soup', { updateOn: 'blur' })
  readonly values = signal({ title: 'Soup' })
  readonly signals = form(this.values)
  readonly twoWay = signal('Soup')
  template = 'Soup'

  render(): void {
    this.fields.set(createFields())
    this.stored.update((stored) => ({ ...stored }))
  }
}

describeDataLoss('Angular', ['reactive', 'late', 'template', 'signals', 'twoWay', 'value'], async () => {
  const { view, settled } = await show(Settings)
  const models = new Map<string, () => unknown>([
    ['reactive', () => view.reactive.value],
    ['late', () => view.late.value],
    ['template', () => view.template],
    ['signals', () => view.values().title],
    ['twoWay', () => view.twoWay()],
  ])
  return {
    render: () => {
      view.render()
      return settled()
    },
    store: (next) => {
      view.stored.set(next)
      return settled()
    },
    modelOf: (id) => models.get(id)?.(),
  }
})
