import { readConfig } from '@haiilo-kit/manifest/config'
import { createSimulatedHost, type SimulatedHostOptions } from '@haiilo-kit/simulator'
import { createHaiiloHost, HaiiloHostPlugin } from '@haiilo-kit/vue'
import { afterEach, expect, it } from 'vitest'
import { createApp, nextTick } from 'vue'

import App from './app.vue'
import { fields } from './fields.ts'

const cleanups: (() => void)[] = []

afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup()
})

/** Shows the plug-in in a simulated Haiilo Home, with real signatures and without mocks. */
async function showPlugin(options: SimulatedHostOptions): Promise<HTMLElement> {
  const home = createSimulatedHost(options)
  const host = createHaiiloHost({ ...home.connect(), config: readConfig(fields) })
  await host.ready().catch(() => undefined)
  const page = document.body.appendChild(document.createElement('div'))
  const app = createApp(App).use(HaiiloHostPlugin, host)
  app.mount(page)
  cleanups.push(() => {
    app.unmount()
    page.remove()
    host.close()
    home.close()
  })
  return page
}

it('greets the user in their language', async () => {
  const page = await showPlugin({ user: { userName: 'Ada', userLanguage: 'de' } })
  expect(page.textContent).toContain('Willkommen, Ada!')
})

it('shows the configured tasks and counts what is done', async () => {
  const page = await showPlugin({ config: { title: 'Monday', tasks: 'Coffee, Tour' } })
  expect(page.querySelector('h1')?.textContent).toBe('Monday')
  expect(page.textContent).toContain('0 of 2 done')

  for (const task of page.querySelectorAll('haiilo-checkbox')) {
    task.checked = true
    task.dispatchEvent(new Event('input', { bubbles: true }))
  }
  await nextTick()
  expect(page.textContent).toContain('2 of 2 done')
  expect(page.querySelector('haiilo-alert')?.textContent).toBe('Well done. That was everything!')
})

it('shows nothing that needs a verified user after a failure', async () => {
  const page = await showPlugin({ fault: 'expired' })
  expect(page.querySelector('haiilo-host-status')).not.toBeNull()
  expect(page.querySelector('h1')).toBeNull()
})
