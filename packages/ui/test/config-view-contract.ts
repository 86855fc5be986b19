import type { HaiiloHostOptions } from '@haiilo-kit/core'
import { createSimulatedHost, type SimulatedHost } from '@haiilo-kit/simulator'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { userEvent } from 'vitest/browser'

import type { HaiiloConfigForm } from '../src/components/config-form/haiilo-config-form.js'
import { drawn, within } from './draw.js'

/**
 * Shows the configuration view of the README in one framework until the test ends.
 *
 * @param options The options for `createHaiiloHost`, without `view`.
 * @returns Removes the view from the page.
 */
export type ShowConfigView = (options: HaiiloHostOptions) => (() => unknown) | Promise<() => unknown>

/** A configuration view that shows the stored values. */
export interface OpenedView {
  readonly home: SimulatedHost
  readonly form: HaiiloConfigForm
  readonly leave: () => unknown
}

/** The time to wait in milliseconds. The first signature creates a key pair, which is slow on a busy machine. */
const PATIENCE = { timeout: 20_000 }

/** Opens a view in a simulated host with a German user. */
export async function openConfigView(show: ShowConfigView): Promise<OpenedView> {
  const home = createSimulatedHost({
    user: { userName: 'Ada', userLanguage: 'de' },
    config: { title: 'Lunch', vegan: true },
  })
  onTestFinished(() => home.close())
  const leave = await show(home.connect('config'))
  const form = await vi.waitFor(() => {
    const found = document.querySelector('haiilo-config-form')
    expect(found?.values).toMatchObject({ title: 'Lunch' })
    return found as HaiiloConfigForm
  }, PATIENCE)
  await drawn(document)
  return { home, form, leave }
}

/** Types a text into a field, and leaves it. */
export async function writeSetting(form: HaiiloConfigForm, key: string, text: string): Promise<void> {
  within(form, `[data-key="${key}"]`).focus()
  await userEvent.keyboard(`{Control>}a{/Control}{Backspace}${text}`)
  await userEvent.tab()
  await drawn(document)
}

/** Runs the tests that the configuration view of each framework must pass. */
export function describeConfigView(framework: string, show: ShowConfigView): void {
  describe(`the configuration view in ${framework}`, () => {
    it('shows the stored values in the language of the person, and answers "save" with the changed values', async () => {
      const { home, form } = await openConfigView(show)
      expect(form.values).toEqual({ title: 'Lunch', dishes: 3, vegan: true })
      expect(within(within(form, '[data-key=title]'), 'label').textContent).toBe('Titel')
      await writeSetting(form, 'title', 'Mittagessen')
      within(form, '[data-key=vegan]').focus()
      await userEvent.keyboard(' ')
      expect(await home.save()).toEqual({ title: 'Mittagessen', dishes: 3, vegan: false })
    })

    it('answers "save" with false while a value is invalid, and lists the invalid fields', async () => {
      const { home, form } = await openConfigView(show)
      await writeSetting(form, 'title', '')
      await writeSetting(form, 'dishes', '11')
      expect(await home.save()).toBe(false)
      await drawn(document)
      const links = [...(form.shadowRoot?.querySelectorAll('[part=summary] li') ?? [])]
      expect(links.map(({ textContent }) => textContent.split(':')[0]?.trim())).toEqual(['Titel', 'Gerichte'])
    })

    it('reports its height to the host', async () => {
      const { home } = await openConfigView(show)
      await vi.waitFor(() => expect(home.log.map(({ subject }) => subject)).toContain('setHeight'), PATIENCE)
    })

    it('does not save after it was removed', async () => {
      const warn = vi.spyOn(console, 'warn').mockReturnValue()
      onTestFinished(() => warn.mockRestore())
      const { home, leave } = await openConfigView(show)
      await leave()
      expect(document.querySelector('haiilo-config-form')).toBe(null)
      expect(await home.save()).toBe(false)
      expect(String(warn.mock.calls)).toContain('ERR_SAVE_UNHANDLED')
    })
  })
}
