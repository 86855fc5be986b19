import { createHaiiloHost, onSave, type HaiiloHost } from '@haiilo-kit/core'
import type { ConfigField } from '@haiilo-kit/manifest'
import { createSimulatedHost, type SimulatedHost } from '@haiilo-kit/simulator'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { userEvent } from 'vitest/browser'

import { draw, drawn, expectAccessible, within } from '../../../test/draw.js'
import './haiilo-config-form.js'
import type { HaiiloConfigForm } from './haiilo-config-form.js'
import type { FieldControl } from './render-field.js'

const fields: readonly ConfigField[] = [
  {
    key: 'canteen',
    type: 'select',
    label: { en: 'Canteen', de: 'Kantine' },
    options: [
      { value: 'north', label: { en: 'North', de: 'Nord' } },
      { value: 'south', label: { en: 'South', de: 'Süd' } },
    ],
    default: 'north',
    required: true,
  },
  {
    key: 'day',
    type: 'radio',
    label: { en: 'First day', de: 'Erster Tag' },
    options: [
      { value: 1, label: { en: 'Monday', de: 'Montag' } },
      { value: 7, label: { en: 'Sunday', de: 'Sonntag' } },
    ],
  },
  { key: 'title', type: 'text', label: { en: 'Title', de: 'Titel' }, required: true, pattern: '[A-Z].*' },
  { key: 'dishes', type: 'number', label: { en: 'Dishes', de: 'Gerichte' }, min: 1, max: 10, default: 3 },
  { key: 'note', type: 'textarea', label: { en: 'Note', de: 'Hinweis' }, maxLength: 10 },
  { key: 'vegan', type: 'checkbox', label: { en: 'Vegan first', de: 'Veganes zuerst' } },
]
const complete = { canteen: 'south', day: 7, title: 'Lunch', dishes: 4, note: 'Hi', vegan: true }

async function drawForm(properties: Partial<HaiiloConfigForm> = {}): Promise<HaiiloConfigForm> {
  const form = await draw<HaiiloConfigForm>('<haiilo-config-form></haiilo-config-form>')
  Object.assign(form, { fields, stored: complete, ...properties })
  await drawn(document)
  return form
}

interface WithHost {
  readonly form: HaiiloConfigForm
  readonly host: HaiiloHost
  readonly home: SimulatedHost
}

async function drawWithHost(config: object, userLanguage = 'en'): Promise<WithHost> {
  const home = createSimulatedHost({ user: { userName: 'Ada', userLanguage }, config: config as never })
  const host = createHaiiloHost({ ...home.connect('config'), view: 'config' })
  onTestFinished(() => {
    host.close()
    home.close()
  })
  const form = await drawForm({ host, stored: undefined })
  await host.ready()
  await drawn(document)
  return { form, host, home }
}

const controlOf = (form: HaiiloConfigForm, key: string): FieldControl =>
  within(form, `[data-key="${key}"]`) as FieldControl
const errorOf = (form: HaiiloConfigForm, key: string): string => within(controlOf(form, key), '#error').textContent
const summaryOf = (form: HaiiloConfigForm): string[] =>
  [...(form.shadowRoot?.querySelectorAll('[part=summary] li') ?? [])].map(({ textContent }) => textContent.trim())

async function write(form: HaiiloConfigForm, key: string, text: string): Promise<void> {
  const control = controlOf(form, key)
  control.focus()
  await userEvent.keyboard('{Control>}a{/Control}{Backspace}')
  if (text) await userEvent.keyboard(text)
  await userEvent.tab()
  await drawn(document)
}

describe('haiilo-config-form', () => {
  it('renders every type of field with its stored value', async () => {
    const form = await drawForm()
    expect([...(form.shadowRoot?.querySelectorAll('[data-key]') ?? [])].map(({ localName }) => localName)).toEqual([
      'haiilo-select',
      'haiilo-radio-group',
      'haiilo-text-field',
      'haiilo-text-field',
      'haiilo-text-field',
      'haiilo-checkbox',
    ])
    expect([form.values, form.dirty]).toEqual([complete, false])
    await expectAccessible()
  })

  it('renders an unknown type as a text field, and warns in the console', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue()
    onTestFinished(() => warn.mockRestore())
    const form = await drawForm({ fields: [{ key: 'colour', type: 'colour-wheel' }], stored: { colour: 'red' } })
    expect(controlOf(form, 'colour').localName).toBe('haiilo-text-field')
    expect(form.values).toEqual({ colour: 'red' })
    expect(warn.mock.calls.flat().join()).toMatch(/"colour" has an unknown type/)
  })

  it('shows an error after the person leaves a field', async () => {
    const form = await drawForm()
    await write(form, 'title', 'lunch')
    expect(errorOf(form, 'title')).toBe('This does not have the right form.')
    await write(form, 'dishes', '11')
    expect(errorOf(form, 'dishes')).toBe('Enter 10 or less.')
    await write(form, 'note', 'abcdefghijk')
    expect(errorOf(form, 'note')).toBe('Write at most 10 characters.')
    await write(form, 'title', 'Lunch')
    expect(errorOf(form, 'title')).toBe('')
    await expectAccessible()
  })

  it('lists the problems after a refused save, and moves the focus there', async () => {
    const form = await drawForm({ stored: { day: 1 } })
    await write(form, 'dishes', '0')
    expect(await form.save()).toBe(false)
    await drawn(document)
    expect(summaryOf(form)).toEqual(['Title: Fill in this field.', 'Dishes: Enter 1 or more.'])
    expect(form.shadowRoot?.activeElement?.getAttribute('part')).toBe('summary')
    expect(within(form, '[part=summary]').getAttribute('heading')).toBe('2 settings need your attention')
    await expectAccessible()

    within(form, '[part=summary] a').click()
    expect(form.shadowRoot?.activeElement).toBe(controlOf(form, 'title'))
  })

  it('is dirty until it is saved, and confirms before the person leaves the page', async () => {
    const form = await drawForm()
    const leave = (): boolean => window.dispatchEvent(new Event('beforeunload', { cancelable: true }))
    expect(leave()).toBe(true)
    await write(form, 'title', 'Dinner')
    expect([form.dirty, form.hasAttribute('dirty'), leave()]).toEqual([true, true, false])
    form.unguarded = true
    expect(leave()).toBe(true)
    form.unguarded = false
    expect(await form.save()).toEqual({ ...complete, title: 'Dinner' })
    await drawn(document)
    expect([form.dirty, leave()]).toEqual([false, true])
  })

  it('saves an emptied text as "", and refuses an emptied number with a default', async () => {
    const form = await drawForm()
    await write(form, 'note', '')
    expect(await form.save()).toEqual({ ...complete, note: '' })
    await write(form, 'dishes', '')
    expect([await form.save(), errorOf(form, 'dishes')]).toEqual([false, 'Fill in this field.'])
  })

  it('keeps entered values when new fields are set', async () => {
    const form = await drawForm()
    await write(form, 'title', 'Dinner')
    form.fields = [...fields, { key: 'more', type: 'text' }]
    await drawn(document)
    expect([form.values['title'], form.dirty]).toEqual(['Dinner', true])
  })
})

describe('a validator', () => {
  it('is called with valid values, makes the form busy, and its messages are shown', async () => {
    const { promise, resolve } = Promise.withResolvers<Record<string, string>>()
    const validate = vi.fn(() => promise)
    const form = await drawForm({ validate })
    const saving = form.save()
    await vi.waitFor(() => expect(validate).toHaveBeenCalled())
    await drawn(document)
    expect([form.busy, within(form, '[role=status]').textContent]).toEqual([true, 'Checking the settings…'])
    resolve({ title: 'This name is taken.', server: 'The kitchen is closed.' })
    expect(await saving).toBe(false)
    await drawn(document)
    expect([form.busy, errorOf(form, 'title')]).toEqual([false, 'This name is taken.'])
    expect(summaryOf(form)).toEqual(['Title: This name is taken.', 'The kitchen is closed.'])
    await expectAccessible()
    await write(form, 'title', 'Dinner')
    expect(errorOf(form, 'title')).toBe('')
  })

  it('is not called with invalid values', async () => {
    const validate = vi.fn(() => undefined)
    const form = await drawForm({ validate, stored: {} })
    expect([await form.save(), validate.mock.calls.length]).toEqual([false, 0])
  })

  it('that rejects refuses the save, and the form reports it', async () => {
    const onError = vi.fn((event: Event) => event.preventDefault())
    window.addEventListener('error', onError)
    onTestFinished(() => window.removeEventListener('error', onError))
    const form = await drawForm({ validate: () => Promise.reject(new Error('no network')) })
    expect(await form.save()).toBe(false)
    await drawn(document)
    expect(within(form, '[part=summary]').getAttribute('heading')).toMatch(/could not be checked/)
    expect([form.busy, onError.mock.calls.length]).toEqual([false, 1])
  })

  it.each<[what: string, answer: unknown]>([
    ['a text that is undefined', { title: undefined }],
    ['a text that is null', { title: null }],
    ['an empty text', { title: '', note: undefined }],
    ['null', null],
    ['an empty object', {}],
  ])('that returns %s accepts the save', async (_, answer) => {
    const form = await drawForm({ validate: () => answer as never })
    expect(await form.save()).toEqual(complete)
    await drawn(document)
    expect(form.shadowRoot?.querySelector('[part=summary]')).toBeNull()
  })

  it('that returns one message shows only that message', async () => {
    const form = await drawForm({ validate: () => ({ title: 'Taken.', note: undefined, dishes: null }) })
    expect(await form.save()).toBe(false)
    await drawn(document)
    expect(summaryOf(form)).toEqual(['Title: Taken.'])
  })

  it('that never settles blocks neither a newer save nor an aborted one', async () => {
    const signals: AbortSignal[] = []
    const validate = vi.fn((_: unknown, { signal }: { readonly signal: AbortSignal }) => {
      signals.push(signal)
      return signals.length === 2 ? undefined : new Promise<undefined>(() => undefined)
    })
    const form = await drawForm({ validate })
    const first = form.save()
    await vi.waitFor(() => expect(signals).toHaveLength(1))
    expect([await form.save(), await first, signals[0]?.aborted]).toEqual([complete, false, true])
    const controller = new AbortController()
    const third = form.save({ signal: controller.signal })
    await vi.waitFor(() => expect(signals).toHaveLength(3))
    controller.abort()
    expect([await third, form.busy]).toEqual([false, false])
  })
})

describe('with a host', () => {
  it('starts with the stored values and in the language of the person, and answers save with the values', async () => {
    const { form, home } = await drawWithHost(complete, 'de-AT')
    expect([form.values, controlOf(form, 'canteen').label]).toEqual([complete, 'Kantine'])
    await write(form, 'title', 'Essen')
    expect(await home.save()).toEqual({ ...complete, title: 'Essen' })
    await drawn(document)
    expect(form.dirty).toBe(false)
    await expectAccessible()
  })

  it('answers save with false while a value is invalid', async () => {
    const { form, home } = await drawWithHost(complete, 'de')
    await write(form, 'title', '')
    expect(await home.save()).toBe(false)
    await drawn(document)
    expect(summaryOf(form)).toEqual(['Titel: Bitte füllen Sie dieses Feld aus.'])
  })

  it.each<[name: string, other: () => boolean | object]>([
    ['refuses', () => false],
    [
      'throws',
      () => {
        throw new Error('no menu')
      },
    ],
    ['returns the same key', () => ({ title: 'Supper' })],
  ])('keeps its changes unsaved when another handler %s, and saves them later', async (_, answer) => {
    const { form, home } = await drawWithHost(complete)
    vi.spyOn(console, 'warn').mockReturnValue()
    onTestFinished(() => void vi.restoreAllMocks())
    const saved = vi.fn()
    form.addEventListener('save', ({ detail }) => saved(detail))
    const stop = onSave(form.host!, answer)
    await write(form, 'title', 'Dinner')
    expect(await home.save()).toBe(false)
    await drawn(document)
    expect([form.dirty, form.values['title'], saved.mock.calls]).toEqual([true, 'Dinner', []])
    await write(form, 'title', 'Lunch')
    expect(form.dirty).toBe(false)
    await write(form, 'title', 'Dinner')
    stop()
    expect(await home.save()).toEqual({ ...complete, title: 'Dinner' })
    await drawn(document)
    expect([form.dirty, saved.mock.calls]).toEqual([false, [[{ ...complete, title: 'Dinner' }]]])
  })

  it('stays dirty until a slower handler answers, and keeps what is entered meanwhile', async () => {
    const { form, home } = await drawWithHost(complete)
    const { promise: agreed, resolve: agree } = Promise.withResolvers<boolean>()
    onSave(form.host!, () => agreed)
    await write(form, 'title', 'Dinner')
    const saving = home.save()
    await drawn(document)
    await write(form, 'dishes', '5')
    expect(form.dirty).toBe(true)
    agree(true)
    expect(await saving).toEqual({ ...complete, title: 'Dinner' })
    await drawn(document)
    expect(form.dirty).toBe(true)
    await write(form, 'dishes', String(complete.dishes))
    expect([form.dirty, form.values]).toEqual([false, { ...complete, title: 'Dinner' }])
  })

  it('marks a stored value that is no longer valid, and saves the default', async () => {
    const { form, home } = await drawWithHost({ ...complete, dishes: 'many' })
    expect(within(controlOf(form, 'dishes'), '#hint').textContent).toBe(
      'What was stored here before does not fit any more.',
    )
    expect(await home.save()).toEqual({ ...complete, dishes: 3 })
  })

  it('answers save only while it is in the page', async () => {
    const { form, home } = await drawWithHost(complete)
    form.remove()
    expect(await home.save()).toBe(false)
    document.body.append(form)
    onTestFinished(() => form.remove())
    await drawn(document)
    expect(await home.save()).toEqual(complete)
  })

  it('shows the state of the host until it is verified', async () => {
    const home = createSimulatedHost({ fault: 'expired' })
    const host = createHaiiloHost({ ...home.connect('config'), view: 'config' })
    onTestFinished(home.close)
    onTestFinished(host.close)
    const form = await drawForm({ host })
    await host.ready().catch(() => undefined)
    await drawn(document)
    expect(within(form, 'form').checkVisibility()).toBe(false)
    expect(within(within(form, 'haiilo-host-status'), '[role=alert]').textContent).toContain('ERR_TOKEN_EXPIRED')
  })
})

describe('an incomplete setup', () => {
  it.each<[what: string, host: (home: WithHost['home']) => unknown]>([
    ['the connection of the plug-in', (home) => createHaiiloHost(home.connect())],
    ['the options of a connection', (home) => ({ ...home.connect('config'), view: 'config' })],
    ['a text', () => 'config'],
  ])('reports a wrong host in the form and once in the console: %s', async (_, hostOf) => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue()
    const onError = vi.fn()
    window.addEventListener('unhandledrejection', onError)
    const home = createSimulatedHost({ user: { userName: 'Ada' } })
    const host = hostOf(home) as HaiiloHost
    onTestFinished(() => {
      warn.mockRestore()
      window.removeEventListener('unhandledrejection', onError)
      if (typeof host.close === 'function') host.close()
      home.close()
    })
    const form = await drawForm({ host })
    form.fields = [...fields]
    await drawn(document)
    expect(form.shadowRoot?.textContent).toContain('has connected the form, but not as a settings page')
    expect(form.shadowRoot?.querySelector('haiilo-host-status')).toBeNull()
    expect(warn.mock.calls).toEqual([[expect.stringContaining("createHaiiloHost({ view: 'config' })")]])
    expect([await form.save(), onError.mock.calls]).toEqual([false, []])
    await expectAccessible()
    // the form works after the page fixes the mistake
    form.host = undefined
    await drawn(document)
    expect(await form.save()).toEqual(complete)
  })

  it('reports missing fields in the form and once in the console', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue()
    onTestFinished(() => warn.mockRestore())
    const form = await drawForm({ fields: undefined })
    const problem = 'has given the form no fields'
    await vi.waitFor(() => expect(form.shadowRoot?.textContent).toContain(problem))
    form.lang = 'de'
    await vi.waitFor(() => expect(form.shadowRoot?.textContent).toContain('keine Felder'))
    expect(warn.mock.calls).toEqual([[expect.stringContaining('defineFields')]])
    await expectAccessible()
    form.fields = fields
    await drawn(document)
    expect(form.values).toEqual(complete)
    expect(form.shadowRoot?.querySelector('[part=problem]')).toBeNull()
  })

  it('reports missing fields at once if it is saved before they are set', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue()
    onTestFinished(() => warn.mockRestore())
    const form = await drawForm({ fields: undefined })
    expect(await form.save()).toBe(false)
    expect(form.shadowRoot?.activeElement?.getAttribute('part')).toBe('problem')
    expect(warn).toHaveBeenCalledOnce()
  })

  it('reports each choice without options in the form and once in the console', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue()
    onTestFinished(() => warn.mockRestore())
    const day = { key: 'day', type: 'select', label: { en: 'Day' } }
    const form = await drawForm({ fields: [day, { ...day, key: 'more', options: [] }], stored: { day: 'Monday' } })
    form.fields = [day, { ...day, key: 'more', options: [] }]
    await drawn(document)
    expect(form.shadowRoot?.textContent).toContain('does not declare them correctly')
    expect(warn.mock.calls).toHaveLength(2)
  })

  it('reports a manifest with a configUrl and without fields', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue()
    onTestFinished(() => warn.mockRestore())
    const manifest = { entryPoints: [{ id: 'first', url: 'index.html', configUrl: 'config.html' }] }
    const form = await drawForm({ fields: manifest as never })
    expect(form.shadowRoot?.textContent).toContain('does not declare them correctly')
    expect(warn.mock.calls).toEqual([[expect.stringContaining('defineFields')]])
    expect(await form.save()).toBe(false)
  })
})

describe('an invalid declaration of fields', () => {
  it.each([
    ['invalid JSON', '{"config": ['],
    ['null', null],
    ['a number', 7],
  ])('is reported in the form, and nothing is saved: %s', async (_, source) => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue()
    onTestFinished(() => warn.mockRestore())
    const form = await drawForm({ fields: source as never })
    expect(form.shadowRoot?.textContent).toContain('the plug-in does not declare them correctly')
    expect(await form.save()).toBe(false)
    await drawn(document)
    expect(form.shadowRoot?.activeElement?.getAttribute('part')).toBe('problem')
    expect(form.shadowRoot?.querySelector('[part=summary]')).toBeNull()
    expect(warn).toHaveBeenCalled()
    await expectAccessible()
  })

  it('leaves out only the fields that cannot be rendered', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue()
    onTestFinished(() => warn.mockRestore())
    const broken = { key: 'broken', type: 'select', options: 'all' } as never
    const form = await drawForm({ fields: [broken, ...fields] })
    expect(form.shadowRoot?.textContent).toContain('1 setting is not declared correctly')
    expect(await form.save()).toEqual(complete)
  })

  it('uses the key and the value as labels of fields and options without one', async () => {
    const form = await drawForm({
      fields: [{ key: 'day', type: 'radio', options: [{ value: 7 }] } as never],
      stored: {},
    })
    const group = controlOf(form, 'day')
    expect(group.label).toBe('day')
    expect(group.shadowRoot?.querySelector('input')?.labels?.[0]?.textContent.trim()).toBe('7')
    await expectAccessible()
  })

  it('shows that there is nothing to set if no field is declared', async () => {
    const form = await drawForm({ fields: [] })
    expect(form.shadowRoot?.textContent).toContain('There is nothing to set.')
    expect(await form.save()).toEqual({})
  })
})
