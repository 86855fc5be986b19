import { createHaiiloHost } from '@haiilo-kit/core'
import { defineFields, readConfig, type ConfigField } from '@haiilo-kit/manifest'
import { createSimulatedHost } from '@haiilo-kit/simulator'
import { describe, expect, it, onTestFinished, vi } from 'vitest'

import { draw, drawn, within } from '../../../test/draw.js'
import './haiilo-config-form.js'
import type { HaiiloConfigForm } from './haiilo-config-form.js'
import type { FieldControl } from './render-field.js'

const label = { en: 'A text' }
const fields: readonly ConfigField[] = [
  { key: 'title', type: 'text', label, default: 'Hello' },
  { key: 'note', type: 'textarea', label },
  { key: 'dishes', type: 'number', label, default: 3 },
  {
    key: 'canteen',
    type: 'select',
    label,
    options: [
      { value: 'north', label },
      { value: 'south', label },
      { value: 'west', label },
    ],
    default: 'north',
  },
  {
    key: 'day',
    type: 'radio',
    label,
    options: [
      { value: 1, label },
      { value: 7, label },
    ],
  },
  { key: 'vegan', type: 'checkbox', label, default: true },
]
const stored = { title: 'Lunch', note: 'old', dishes: 4, canteen: 'south', day: 7, vegan: false }
const typed = { title: 'Dinner', note: 'new', dishes: 5, canteen: 'west', day: 1, vegan: true }

async function drawForm(properties: Partial<HaiiloConfigForm>): Promise<HaiiloConfigForm> {
  const form = await draw<HaiiloConfigForm>('<haiilo-config-form></haiilo-config-form>')
  return setProperties(form, { fields, ...properties })
}

async function setProperties(form: HaiiloConfigForm, properties: Partial<HaiiloConfigForm>): Promise<HaiiloConfigForm> {
  Object.assign(form, properties)
  await drawn(document)
  return form
}

/** Enters values like a person: sets each one in its control and fires the input event. */
async function fill(form: HaiiloConfigForm, values: object): Promise<void> {
  for (const [key, value] of Object.entries(values)) {
    const control = within(form, `[data-key="${key}"]`) as FieldControl & { value: string; checked: boolean }
    const index = fields.find((field) => field.key === key)?.options?.findIndex((option) => option.value === value)
    if (typeof value === 'boolean') control.checked = value
    else control.value = String(index ?? value)
    control.dispatchEvent(new Event('input', { bubbles: true, composed: true }))
  }
  await drawn(document)
}

const clone = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value
const reversed = (value: object): Record<string, never> =>
  Object.fromEntries(Object.entries(value).toReversed()) as never
const reorderedFields = fields.map(({ options, ...field }) => ({
  ...field,
  ...(options && { options: options.toReversed() }),
}))

describe('saved values', () => {
  it.each<[what: string, again: Partial<HaiiloConfigForm>]>([
    ['equal fields', { fields: clone(fields) }],
    ['an equal configuration', { stored: clone(stored) }],
    ['an equal configuration in another order', { stored: reversed(stored) }],
    ['both', { fields: clone(fields), stored: clone(stored) }],
    ['other fields', { fields: [...fields, { key: 'more', type: 'text', label }] }],
    ['options in another order', { fields: reorderedFields }],
    ['an id of an entry point', { entryPoint: 'first' }],
    ['the saved configuration', { stored: typed }],
  ])('stay when the page sets %s after the save', async (_, again) => {
    const form = await drawForm({ stored })
    await fill(form, typed)
    expect(await form.save()).toEqual(typed)
    for (let turn = 0; turn < 2; turn += 1) {
      await setProperties(form, again)
      expect([form.values, form.dirty]).toEqual([typed, false])
      expect(await form.save()).toEqual(typed)
    }
  })

  it('are replaced by a configuration that is stored later', async () => {
    const form = await drawForm({ stored })
    await fill(form, typed)
    await form.save()
    await setProperties(form, { stored: { ...stored, note: 'newer' } })
    expect([form.values, form.dirty]).toEqual([{ ...stored, note: 'newer' }, false])
  })

  it('stay when the host sends the same configuration again, or reconnects', async () => {
    const home = createSimulatedHost({ user: { userName: 'Ada' }, config: stored })
    const host = createHaiiloHost({ ...home.connect('config'), view: 'config' })
    onTestFinished(() => {
      host.close()
      home.close()
    })
    const form = await drawForm({ host })
    await host.ready()
    await drawn(document)
    await fill(form, typed)
    expect(await form.save()).toEqual(typed)
    await host.getToken({ fresh: true })
    await setProperties(form, { fields: clone(fields) })
    expect(form.values).toEqual(typed)
    await fill(form, { note: 'typed since' })
    host.retry()
    await setProperties(form, { fields: clone(fields) })
    await host.ready()
    await drawn(document)
    expect(form.values).toMatchObject({ note: 'typed since' })
  })
})

describe('typed values', () => {
  it.each<[what: string, again: Partial<HaiiloConfigForm>]>([
    ['equal fields', { fields: clone(fields) }],
    ['options in another order', { fields: reorderedFields }],
    ['another configuration', { stored: { title: 'Breakfast', canteen: 'north' } }],
    ['another language', { lang: 'de' }],
    ['a new validator', { validate: () => undefined }],
  ])('stay when the page sets %s', async (_, again) => {
    const form = await drawForm({ stored })
    await fill(form, typed)
    await setProperties(form, again)
    expect([form.values, form.dirty]).toEqual([typed, true])
    expect(await form.save()).toEqual(typed)
  })

  it.each<[what: string, meanwhile: Partial<HaiiloConfigForm>]>([
    ['no fields', { fields: undefined }],
    ['an empty list', { fields: [] }],
    ['unreadable JSON', { fields: '[' }],
  ])('stay when the page sets %s for a while', async (_, meanwhile) => {
    vi.spyOn(console, 'warn').mockReturnValue()
    onTestFinished(() => void vi.restoreAllMocks())
    const form = await drawForm({ stored })
    await fill(form, typed)
    await setProperties(form, meanwhile)
    if (!Array.isArray(meanwhile.fields)) expect(await form.save()).toBe(false)
    await setProperties(form, { fields })
    expect([form.values, form.dirty]).toEqual([typed, true])
  })

  it('stay during a save that is in progress', async () => {
    const { promise, resolve } = Promise.withResolvers<undefined>()
    const validate = vi.fn(() => promise)
    const form = await drawForm({ stored, validate })
    await fill(form, { title: 'Dinner' })
    const saving = form.save()
    await vi.waitFor(() => expect(validate).toHaveBeenCalled())
    await fill(form, { note: 'typed since' })
    resolve(undefined)
    expect(await saving).toEqual({ ...stored, title: 'Dinner' })
    await setProperties(form, { stored: clone(stored), fields: clone(fields) })
    expect([form.values, form.dirty]).toEqual([{ ...stored, title: 'Dinner', note: 'typed since' }, true])
  })

  it('are saved if the browser filled them in without an event', async () => {
    const form = await drawForm({ stored })
    const control = within(form, '[data-key=title]') as FieldControl & { value: string }
    control.value = 'ada@example.com'
    expect(await form.save()).toEqual({ ...stored, title: 'ada@example.com' })
  })
})

describe('an emptied field', () => {
  it.each(['title', 'note'])('stays empty if it is a text: %s', async (key) => {
    const form = await drawForm({ stored })
    await fill(form, { [key]: '' })
    const saved = await form.save()
    expect(saved).toEqual({ ...stored, [key]: '' })
    const next = await drawForm({ stored: saved as never })
    expect(next.values).toEqual(saved)
    expect(readConfig(fields)(saved as never)).toEqual(saved)
  })

  it.each(['dishes', 'canteen'])('is invalid if its default would come back: %s', async (key) => {
    const form = await drawForm({ stored: {} })
    await fill(form, { [key]: '' })
    expect(await form.save()).toBe(false)
  })
})

describe('fields with a version', () => {
  const own = defineFields([{ key: 'canteen', type: 'text', label, default: 'main' }], {
    version: 2,
    migrate: ({ kitchen, ...others }, from) => (from < 2 && kitchen ? { ...others, canteen: kitchen } : others),
  })

  it('migrate the configuration of an older version, and save the current version', async () => {
    const form = await drawForm({ fields: own, stored: { kitchen: 'north' } })
    expect([form.values, form.dirty]).toEqual([{ canteen: 'north' }, false])
    const saved = await form.save()
    expect(saved).toEqual({ canteen: 'north', configVersion: 2 })
    expect(readConfig(own)(saved as never)).toEqual({ canteen: 'north' })
    await setProperties(form, { fields: own, stored: { kitchen: 'north' } })
    expect(form.values).toEqual({ canteen: 'north' })
  })

  it('migrate the configuration of a host', async () => {
    const home = createSimulatedHost({ user: { userName: 'Ada' }, config: { kitchen: 'north' } })
    const host = createHaiiloHost({ ...home.connect('config'), view: 'config', config: readConfig(own) })
    onTestFinished(() => {
      host.close()
      home.close()
    })
    await drawForm({ fields: own, host })
    expect((await host.ready()).config).toEqual({ canteen: 'north' })
    await drawn(document)
    expect(await home.save()).toEqual({ canteen: 'north', configVersion: 2 })
  })

  it('do not overwrite a configuration that cannot be migrated', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue()
    onTestFinished(() => warn.mockRestore())
    const failing = defineFields([{ key: 'canteen', type: 'text', label }], {
      version: 2,
      migrate: () => {
        throw new Error('no such kitchen')
      },
    })
    const form = await drawForm({ fields: failing, stored: { kitchen: 'north' } })
    expect(form.shadowRoot?.textContent).toContain('The settings cannot be shown')
    expect([await form.save(), warn.mock.calls.flat()]).toEqual([false, ['Error: no such kitchen']])
  })
})
