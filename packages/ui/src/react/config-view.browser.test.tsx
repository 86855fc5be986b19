import { createHaiiloHost, observeHeight, type HaiiloHost, type HaiiloHostOptions } from '@haiilo-kit/core'
import { createSimulatedHost, type SimulatedHost } from '@haiilo-kit/simulator'
import { createRoot } from 'react-dom/client'
import { expect, it, onTestFinished, vi } from 'vitest'
import { userEvent } from 'vitest/browser'

import { drawn, within } from '../../test/draw.js'
import { one } from '../../test/react-page.js'
import { HaiiloConfigForm } from './index.js'

const fields = [
  { key: 'title', type: 'text', label: { en: 'Title', de: 'Titel' }, required: true },
  { key: 'dishes', type: 'number', label: { en: 'Dishes', de: 'Gerichte' }, max: 10, default: 3 },
  { key: 'vegan', type: 'checkbox', label: { en: 'Vegan first', de: 'Veganes zuerst' } },
]

/** What the README writes into config.tsx. */
function showConfigView(page: Element, options: HaiiloHostOptions): { host: HaiiloHost; leave: () => void } {
  const host = createHaiiloHost({ ...options, view: 'config' })
  const root = createRoot(page)
  root.render(<HaiiloConfigForm host={host} fields={fields} />)
  const stop = observeHeight(host, page)
  const leave = (): void => {
    root.unmount()
    stop()
  }
  return { host, leave }
}

async function openView(): Promise<{ home: SimulatedHost; host: HaiiloHost; leave: () => void }> {
  const home = createSimulatedHost({
    user: { userName: 'Ada', userLanguage: 'de' },
    config: { title: 'Lunch', vegan: true },
  })
  const page = document.body.appendChild(document.createElement('main'))
  const { host, leave } = showConfigView(page, home.connect('config'))
  onTestFinished(() => {
    leave()
    page.remove()
    host.close()
    home.close()
  })
  await host.ready()
  await expect.poll(() => document.querySelector('haiilo-config-form')).toBeTruthy()
  await drawn(page)
  return { home, host, leave }
}

const control = (key: string): HTMLElement => within(one('haiilo-config-form'), `[data-key="${key}"]`)

async function write(key: string, text: string): Promise<void> {
  control(key).focus()
  await userEvent.keyboard(`{Control>}a{/Control}{Backspace}${text}`)
  await userEvent.tab()
  await drawn(document)
}

it('draws what is stored, in the language of the person, and answers "save" with what the person made of it', async () => {
  const { home } = await openView()
  expect(one('haiilo-config-form').values).toEqual({ title: 'Lunch', dishes: 3, vegan: true })
  expect(within(control('title'), 'label').textContent).toBe('Titel')
  await write('title', 'Mittagessen')
  control('vegan').focus()
  await userEvent.keyboard(' ')
  expect(await home.save()).toEqual({ title: 'Mittagessen', dishes: 3, vegan: false })
})

it('answers "save" with false while something is not valid, and says what', async () => {
  const { home } = await openView()
  await write('title', '')
  await write('dishes', '11')
  expect(await home.save()).toBe(false)
  await drawn(document)
  const links = [...one('haiilo-config-form').shadowRoot!.querySelectorAll('[part=summary] li')]
  expect(links.map(({ textContent }) => textContent.split(':')[0]?.trim())).toEqual(['Titel', 'Gerichte'])
})

it('saves nothing any more once it is left', async () => {
  const complain = vi.spyOn(console, 'warn').mockReturnValue()
  onTestFinished(() => complain.mockRestore())
  const { home, leave } = await openView()
  leave()
  expect(document.querySelector('haiilo-config-form')).toBe(null)
  expect(await home.save()).toBe(false)
  expect(String(complain.mock.calls)).toContain('ERR_SAVE_UNHANDLED')
})
