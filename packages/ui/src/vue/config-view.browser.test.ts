import { createSimulatedHost, type SimulatedHost } from '@haiilo-kit/simulator'
import { expect, it, onTestFinished, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { h, KeepAlive, nextTick, ref, type Ref } from 'vue'

import { drawn, within } from '../../test/draw.js'
import { mountVue } from '../../test/vue-app.js'
import SimulatedConfigView from '../../types-test/vue/simulated-config-view.vue'
import { HaiiloButton } from './index.js'

/** The first signature makes a key pair, which takes a busy machine a while. */
const patience = { timeout: 20_000 }

interface View {
  readonly home: SimulatedHost
  readonly form: HTMLElementTagNameMap['haiilo-config-form']
  readonly shown: Ref<boolean>
}

async function openView(): Promise<View> {
  const home = createSimulatedHost({
    user: { userName: 'Ada', userLanguage: 'de' },
    config: { title: 'Lunch', vegan: true },
  })
  onTestFinished(() => home.close())
  const [shown, connection] = [ref(true), home.connect('config')]
  const page = await mountVue(() =>
    h(KeepAlive, () => (shown.value ? h(SimulatedConfigView, { connection }) : h(HaiiloButton))),
  )
  const form = page.querySelector('haiilo-config-form')!
  await vi.waitFor(() => expect(form.values).toMatchObject({ title: 'Lunch' }), patience)
  await drawn(page)
  return { home, form, shown }
}

async function write(control: HTMLElement, text: string): Promise<void> {
  control.focus()
  await userEvent.keyboard(`{Control>}a{/Control}{Backspace}${text}`)
  await userEvent.tab()
  await drawn(document)
}

it('draws what is stored, in the language of the person, and answers "save" with what the person made of it', async () => {
  const { home, form } = await openView()
  const [title, vegan] = ['title', 'vegan'].map((key) => within(form, `[data-key="${key}"]`)) as [
    HTMLElement,
    HTMLElement,
  ]
  expect(form.values).toEqual({ title: 'Lunch', dishes: 3, vegan: true })
  expect(within(title, 'label').textContent).toBe('Titel')
  await write(title, 'Mittagessen')
  vegan.focus()
  await userEvent.keyboard(' ')
  expect(await home.save()).toEqual({ title: 'Mittagessen', dishes: 3, vegan: false })
})

it('answers "save" with false while something is not valid, and says what', async () => {
  const { home, form } = await openView()
  await write(within(form, '[data-key=title]'), '')
  await write(within(form, '[data-key=dishes]'), '11')
  expect(await home.save()).toBe(false)
  await drawn(document)
  const links = [...form.shadowRoot!.querySelectorAll('[part=summary] li')]
  expect(links.map(({ textContent }) => textContent.split(':')[0]?.trim())).toEqual(['Titel', 'Gerichte'])
})

it('tells its frame the height that it needs', async () => {
  const { home } = await openView()
  await vi.waitFor(() => expect(home.log.map(({ subject }) => subject)).toContain('setHeight'), patience)
})

it('answers nothing while it is kept alive behind the scenes, and keeps what was written', async () => {
  const complain = vi.spyOn(console, 'warn').mockReturnValue()
  onTestFinished(() => complain.mockRestore())
  const { home, form, shown } = await openView()
  await write(within(form, '[data-key=title]'), 'Dinner')
  shown.value = false
  await nextTick()
  expect([form.isConnected, await home.save()]).toEqual([false, false])
  expect(String(complain.mock.calls)).toContain('ERR_SAVE_UNHANDLED')
  shown.value = true
  await nextTick()
  await drawn(document)
  expect([form.isConnected, await home.save()]).toEqual([true, { title: 'Dinner', dishes: 3, vegan: true }])
})
