import { TestBed } from '@angular/core/testing'
import { createHaiiloHost, provideHaiiloHost } from '@haiilo-kit/angular'
import { readConfig } from '@haiilo-kit/manifest/config'
import { createSimulatedHost, type SimulatedHostOptions } from '@haiilo-kit/simulator'
import { afterEach, expect, it } from 'vitest'

import { App } from './app'
import { fields } from './fields'
// registers the type of the configuration
import './host'

const cleanups: (() => void)[] = []

afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup()
})

/** Shows the plug-in in a simulated Haiilo Home, with real signatures and without mocks. */
async function showPlugin(
  options: SimulatedHostOptions,
): Promise<{ page: HTMLElement; settle: () => Promise<unknown> }> {
  const home = createSimulatedHost(options)
  const host = createHaiiloHost({ ...home.connect(), config: readConfig(fields) })
  await host.ready().catch(() => undefined)
  TestBed.configureTestingModule({ providers: [provideHaiiloHost(host)] })
  const fixture = TestBed.createComponent(App)
  await fixture.whenStable()
  cleanups.push(() => {
    host.close()
    home.close()
  })
  return { page: fixture.nativeElement as HTMLElement, settle: () => fixture.whenStable() }
}

it('greets the user in their language', async () => {
  const { page } = await showPlugin({ user: { userName: 'Ada', userLanguage: 'de' } })
  expect(page.textContent).toContain('Willkommen, Ada!')
})

it('shows the configured tasks and counts what is done', async () => {
  const { page, settle } = await showPlugin({ config: { title: 'Monday', tasks: 'Coffee, Tour' } })
  expect(page.querySelector('h1')?.textContent).toBe('Monday')
  expect(page.textContent).toContain('0 of 2 done')

  for (const task of page.querySelectorAll('haiilo-checkbox')) {
    task.checked = true
    task.dispatchEvent(new Event('input', { bubbles: true }))
  }
  await settle()
  expect(page.textContent).toContain('2 of 2 done')
  expect(page.querySelector('haiilo-alert')?.textContent).toBe('Well done. That was everything!')
})

it('shows nothing that needs a verified user after a failure', async () => {
  const { page } = await showPlugin({ fault: 'expired' })
  expect(page.querySelector('haiilo-host-status')).not.toBeNull()
  expect(page.querySelector('h1')).toBeNull()
})
