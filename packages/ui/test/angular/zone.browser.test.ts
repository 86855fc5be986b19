// must be the first import, because zone.js patches APIs of the browser
import './set-up-zone.js'
import { ChangeDetectionStrategy, Component, NgZone, provideZoneChangeDetection } from '@angular/core'
import { TestBed } from '@angular/core/testing'
import { FormControl, ReactiveFormsModule } from '@angular/forms'
import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'

import { HaiiloSwitch, HaiiloTextField } from '../../src/angular/index.js'
import { show } from './show.js'

@Component({
  selector: 'test-settings',
  imports: [HaiiloSwitch, HaiiloTextField, ReactiveFormsModule],
  // eslint-disable-next-line @angular-eslint/prefer-on-push-component-change-detection -- the test covers the change detection that apps with zone.js use
  changeDetection: ChangeDetectionStrategy.Eager,
  template: `
    <haiilo-switch label="Vegan" [(checked)]="vegan" (checkedChange)="note()" />
    <haiilo-text-field label="Title" type="email" [formControl]="title" />
    <output>{{ vegan }}, {{ title.value }}, {{ title.status }}, {{ title.touched }}</output>
  `,
})
class Settings {
  vegan = false
  readonly title = new FormControl('')
  readonly zones: boolean[] = []

  note(): void {
    this.zones.push(NgZone.isInAngularZone())
  }
}

test('with zone.js, changes of the person update the view', async () => {
  TestBed.configureTestingModule({ providers: [provideZoneChangeDetection()] })
  const { find, fixture, view, settled } = await show(Settings)
  fixture.autoDetectChanges()
  expect(TestBed.inject(NgZone).constructor.name).toMatch(/NgZone/)
  find('haiilo-switch').focus()
  await userEvent.keyboard(' ')
  find('haiilo-text-field').focus()
  await userEvent.keyboard('a')
  await settled()
  expect(find('output').textContent).toBe('true, a, INVALID, false')
  await userEvent.tab()
  await settled()
  expect(find('output').textContent).toBe('true, a, INVALID, true')
  expect(view.zones).toEqual([true])
})
