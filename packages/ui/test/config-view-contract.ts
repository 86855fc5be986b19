import type { HaiiloHostOptions } from '@haiilo-kit/core'
import { createSimulatedHost, type SimulatedHost } from '@haiilo-kit/simulator'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { userEvent } from 'vitest/browser'

import type { HaiiloConfigForm } from '../src/components/config-form/haiilo-config-form.js'
import { drawn, within } from './draw.js'

/**
 * Shows what the README writes for the configuration view in one framework, until the test is over.
 *
 * @param options For `createHaiiloHost`, besides its view.
 * @returns What takes the view from the page.
 */
export type ShowConfigView = (options: HaiiloHostOptions) => (() => unknown) | Promise<() => unknown>

/** A configuration view that shows what is stored. */
export interface OpenedView {
  readonly home: SimulatedHost
  readonly form: HaiiloConfigForm
  readonly leave: () => unknown
}

/** The first signature makes a key pair, which takes a busy machine a while. Milliseconds. */
const PATIENCE = { timeout: 20_000 }

/** Opens a view in a home with a German user. */
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

/** Writes into a field by the keyboard, and leaves it. */
export async function writeSetting(form: HaiiloConfigForm, key: string, text: string): Promise<void> {
  within(form, `[data-key="${key}"]`).focus()
  await userEvent.keyboard(`{Control>}a{/Control}{Backspace}${text}`)
  await userEvent.tab()
  await drawn(document)
}

/** Holds the view of a framework to what all of them do. */
export function describeConfigView(framework: string, show: ShowConfigView): void {
  describe(`the configuration view in ${framework}`, () => {
    it('draws what is stored, in the language of the person, and answers "save" with what the person made of it', async () => {
      const { home, form } = await openConfigView(show)
      expect(form.values).toEqual({ title: 'Lunch', dishes: 3, vegan: true })
      expect(within(within(form, '[data-key=title]'), 'label').textContent).toBe('Titel')
      await writeSetting(form, 'title', 'Mittagessen')
      within(form, '[data-key=vegan]').focus()
      await userEvent.keyboard(' ')
      expect(await home.save()).toEqual({ title: 'Mittagessen', dishes: 3, vegan: false })
    })

    it('answers "save" with false while something is not valid, and says what', async () => {
      const { home, form } = await openConfigView(show)
      await writeSetting(form, 'title', '')
      await writeSetting(form, 'dishes', '11')
      expect(await home.save()).toBe(false)
      await drawn(document)
      const links = [...(form.shadowRoot?.querySelectorAll('[part=summary] li') ?? [])]
      expect(links.map(({ textContent }) => textContent.split(':')[0]?.trim())).toEqual(['Titel', 'Gerichte'])
    })

    it('tells its frame the height that it needs', async () => {
      const { home } = await openConfigView(show)
      await vi.waitFor(() => expect(home.log.map(({ subject }) => subject)).toContain('setHeight'), PATIENCE)
    })

    it('saves nothing any more once it is left', async () => {
      const complain = vi.spyOn(console, 'warn').mockReturnValue()
      onTestFinished(() => complain.mockRestore())
      const { home, leave } = await openConfigView(show)
      await leave()
      expect(document.querySelector('haiilo-config-form')).toBe(null)
      expect(await home.save()).toBe(false)
      expect(String(complain.mock.calls)).toContain('ERR_SAVE_UNHANDLED')
    })
  })
}
