import { fields } from '@haiilo-kit/example-lunch/fields'
import { manifest } from '@haiilo-kit/example-lunch/manifest'
import { readConfig } from '@haiilo-kit/manifest'
import { createHaiiloHost } from '@haiilo-kit/react'
import { createSimulatedHost, type SimulatedHost, type SimulatedHostOptions } from '@haiilo-kit/simulator'
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { App } from './app.js'
import { SettingsApp } from './settings.js'

let root: Root
let home: SimulatedHost

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  root = createRoot(document.body.appendChild(document.createElement('div')))
})

afterEach(() => {
  act(() => root.unmount())
  home.close()
  document.body.replaceChildren()
  vi.unstubAllGlobals()
})

/** Runs the production code with real signatures and without mocks. After `ready()`, the first render has the data. */
async function showLunch(options: SimulatedHostOptions): Promise<void> {
  home = createSimulatedHost({ manifest, ...options })
  const host = createHaiiloHost({ ...home.connect(), config: readConfig(fields) })
  await host.ready().catch(() => undefined)
  act(() => root.render(<App host={host} />))
}

it('greets the user in their language', async () => {
  await showLunch({ user: { userName: 'Ada', userLanguage: 'de' } })
  expect(heading()).toBe('Guten Appetit, Ada')
})

it('shows the configured number of dishes of the configured canteen', async () => {
  await showLunch({ config: { canteen: 'south', dishes: 2 } })
  expect(dishes()).toEqual(['Minestrone', 'Mushroom risotto'])
  act(() => button('Show 3 more').click())
  expect(dishes()).toHaveLength(5)
})

it('shows a note while the page is being edited', async () => {
  await showLunch({ editing: true })
  expect(document.body.textContent).toContain('You are editing this page.')
})

it('shows the table number from the answer of the host', async () => {
  await showLunch({ subjects: { reserveSeat: ({ dish }) => ({ table: dish === 'soup' ? 7 : 0 }) } })
  act(() => button('Reserve: Tomato soup with basil').click())
  await expect.poll(() => document.querySelector('.lunch-answer')?.textContent).toBe('Reserved: table 7')
})

it('shows the error code of an expired token, and the menu after a retry', async () => {
  await showLunch({ fault: 'expired' })
  expect(document.querySelector('[role=alert]')?.textContent).toContain('ERR_TOKEN_EXPIRED')
  home.setFault(undefined)
  act(() => button('Try again').click())
  await expect.poll(heading).toBe('Enjoy, Ada')
})

it('saves valid settings, and shows an error for invalid ones', async () => {
  home = createSimulatedHost({ manifest, config: { canteen: 'south', dishes: 4 } })
  const host = createHaiiloHost({ ...home.connect('config'), config: readConfig(fields) })
  await host.ready()
  await act(async () => root.render(<SettingsApp host={host} />))
  expect(await act(() => home.save())).toEqual({ canteen: 'south', dishes: 4 })

  const field = document.querySelector('input')!
  await act(async () => {
    // React overrides the setter of the element and ignores values that it sets itself, so the test uses the setter of the prototype
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, 'many')
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
  expect(await act(() => home.save())).toBe(false)
  expect(document.querySelector('[role=alert]')?.textContent).toBe('Enter a number from 1 to 9.')
})

function heading(): string | null | undefined {
  return document.querySelector('h1')?.textContent
}

function dishes(): (string | null)[] {
  return [...document.querySelectorAll('h2')].map(({ textContent }) => textContent)
}

function button(name: string): HTMLButtonElement {
  const buttons = [...document.querySelectorAll('button')]
  const found = buttons.find((each) => name === (each.getAttribute('aria-label') ?? each.textContent))
  if (!found) throw new Error(`There is no button "${name}".`)
  return found
}
