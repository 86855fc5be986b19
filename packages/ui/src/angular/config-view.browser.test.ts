import { Component, viewChild, type ApplicationRef } from '@angular/core'
import { bootstrapApplication } from '@angular/platform-browser'
import { createHaiiloHost, observeHeight, type HaiiloHostOptions } from '@haiilo-kit/core'
import { createSimulatedHost, type SimulatedHost } from '@haiilo-kit/simulator'
import { expect, it, onTestFinished, vi } from 'vitest'
import { userEvent } from 'vitest/browser'

import { drawn, within } from '../../test/draw.js'
import type { ConfigValues } from '../components/config-form/haiilo-config-form.js'
import { HaiiloConfigForm } from './index.js'

const fields = [
  { key: 'title', type: 'text', label: { en: 'Title', de: 'Titel' }, required: true },
  { key: 'dishes', type: 'number', label: { en: 'Dishes', de: 'Gerichte' }, max: 10, default: 3 },
  { key: 'vegan', type: 'checkbox', label: { en: 'Vegan first', de: 'Veganes zuerst' } },
]
const saved: ConfigValues[] = []
let options: HaiiloHostOptions = {}

const template = '<haiilo-config-form [host]="host" [fields]="fields" (save)="saved.push($event.detail)" />'

/** What the README writes into config.ts, and what the tests look at. */
@Component({ selector: 'app-root', imports: [HaiiloConfigForm], template })
class Settings {
  readonly fields = fields
  readonly host = createHaiiloHost({ ...options, view: 'config' })
  readonly stop = observeHeight(this.host, document.body)
  readonly saved = saved
  readonly form = viewChild.required(HaiiloConfigForm)
}

async function openView(): Promise<{ home: SimulatedHost; app: ApplicationRef; settings: Settings }> {
  const home = createSimulatedHost({
    user: { userName: 'Ada', userLanguage: 'de' },
    config: { title: 'Lunch', vegan: true },
  })
  const page = document.body.appendChild(document.createElement('app-root'))
  options = home.connect('config')
  const app = await bootstrapApplication(Settings)
  const settings = app.components[0]?.instance as Settings
  onTestFinished(() => {
    settings.stop()
    if (!app.destroyed) app.destroy()
    page.remove()
    settings.host.close()
    home.close()
    saved.length = 0
  })
  await settings.host.ready()
  await app.whenStable()
  await drawn(document)
  return { home, app, settings }
}

function form(): HTMLElementTagNameMap['haiilo-config-form'] {
  return document.querySelector('haiilo-config-form')!
}

function control(key: string): HTMLElement {
  return within(form(), `[data-key="${key}"]`)
}

async function write(key: string, text: string): Promise<void> {
  control(key).focus()
  await userEvent.keyboard(`{Control>}a{/Control}{Backspace}${text}`)
  await userEvent.tab()
  await drawn(document)
}

it('draws what is stored, in the language of the person, and answers "save" with what the person made of it', async () => {
  const { home } = await openView()
  expect(form().values).toEqual({ title: 'Lunch', dishes: 3, vegan: true })
  expect(within(control('title'), 'label').textContent).toBe('Titel')
  await write('title', 'Mittagessen')
  control('vegan').focus()
  await userEvent.keyboard(' ')
  expect(await home.save()).toEqual({ title: 'Mittagessen', dishes: 3, vegan: false })
  expect(saved).toEqual([{ title: 'Mittagessen', dishes: 3, vegan: false }])
})

it('answers "save" with false while something is not valid, and says what', async () => {
  const { home } = await openView()
  await write('title', '')
  await write('dishes', '11')
  expect(await home.save()).toBe(false)
  await drawn(document)
  const links = [...form().shadowRoot!.querySelectorAll('[part=summary] li')]
  expect(links.map(({ textContent }) => textContent.split(':')[0]?.trim())).toEqual(['Titel', 'Gerichte'])
  expect(saved).toEqual([])
})

it('saves by its method, too', async () => {
  const { settings } = await openView()
  expect(await settings.form().element.save()).toEqual({ title: 'Lunch', dishes: 3, vegan: true })
})

it('saves nothing any more once it is left', async () => {
  const complain = vi.spyOn(console, 'warn').mockReturnValue()
  onTestFinished(() => complain.mockRestore())
  const { home, app } = await openView()
  app.destroy()
  expect(document.querySelector('haiilo-config-form')).toBe(null)
  expect(await home.save()).toBe(false)
  expect(String(complain.mock.calls)).toContain('ERR_SAVE_UNHANDLED')
})
