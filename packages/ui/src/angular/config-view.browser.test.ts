import { Component, viewChild, type ApplicationRef } from '@angular/core'
import { bootstrapApplication } from '@angular/platform-browser'
import { createHaiiloHost, observeHeight, type HaiiloHostOptions } from '@haiilo-kit/core'
import { expect, it, onTestFinished } from 'vitest'

import { describeConfigView, openConfigView, writeSetting } from '../../test/config-view-contract.js'
import { fields } from '../../test/config-view-fields.js'
import type { ConfigValues } from '../components/config-form/haiilo-config-form.js'
import { HaiiloConfigForm } from './index.js'

const saved: ConfigValues[] = []
let options: HaiiloHostOptions = {}
let settings: Settings

const template = '<haiilo-config-form [host]="host" [fields]="fields" (save)="saved.push($event.detail)" />'

/** The code of config.ts in the README, with properties for the tests. */
@Component({ selector: 'app-root', imports: [HaiiloConfigForm], template })
class Settings {
  readonly fields = fields
  readonly host = createHaiiloHost({ ...options, view: 'config' })
  readonly stop = observeHeight(this.host, document.body)
  readonly saved = saved
  readonly form = viewChild.required(HaiiloConfigForm)
}

describeConfigView('Angular', showSettings)

it('emits the saved values once for each successful save', async () => {
  const { home, form } = await openConfigView(showSettings)
  await writeSetting(form, 'title', '')
  await home.save()
  expect(saved).toEqual([])
  await writeSetting(form, 'title', 'Menu')
  await home.save()
  expect(saved).toEqual([{ title: 'Menu', dishes: 3, vegan: true }])
})

it('saves with the method of the element', async () => {
  await openConfigView(showSettings)
  expect(await settings.form().element.save()).toEqual({ title: 'Lunch', dishes: 3, vegan: true })
})

async function showSettings(connection: HaiiloHostOptions): Promise<() => void> {
  const page = document.body.appendChild(document.createElement('app-root'))
  options = connection
  const app = await bootstrapApplication(Settings)
  settings = app.components[0]?.instance as Settings
  onTestFinished(() => {
    leave(app)
    page.remove()
    settings.host.close()
    saved.length = 0
  })
  return () => leave(app)
}

function leave(app: ApplicationRef): void {
  settings.stop()
  if (!app.destroyed) app.destroy()
}
