import type { ConfigField } from '@haiilo-kit/manifest'
import { describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'

import type { HaiiloConfigForm } from '../src/components/config-form/haiilo-config-form.js'
import { drawn, within } from './draw.js'

/** A page with a settings form, and one text field for each way to bind a value. */
export interface BoundPage {
  /** Renders the page again, with `createFields()` and the same stored values as new objects. */
  readonly render: () => Promise<unknown>
  /** Renders the page again with other stored values. */
  readonly store: (stored: Readonly<Record<string, string | number | boolean>>) => Promise<unknown>
  /** Returns the value that the application has for the text field with an id, or `undefined` if it stores none. */
  readonly modelOf: (id: string) => unknown
}

/** The first stored values of the settings form. */
export const STORED = { title: 'Lunch', dishes: 4, canteen: 'south', vegan: true }

/** Returns the fields of the settings form as new objects. */
export function createFields(): readonly ConfigField[] {
  const label = { en: 'A text', de: 'Ein Text' }
  return [
    { key: 'title', type: 'text', label, default: 'Hello' },
    { key: 'dishes', type: 'number', label, default: 3 },
    {
      key: 'canteen',
      type: 'select',
      label,
      options: ['north', 'south'].map((value) => ({ value, label: { en: value } })),
    },
    { key: 'vegan', type: 'checkbox', label },
  ]
}

/**
 * Tests with the wrappers of a framework that what people type or save is never lost.
 *
 * @param ids The ids of the text fields of the page. Each has the initial value "Soup".
 */
export function describeDataLoss(framework: string, ids: readonly string[], open: () => Promise<BoundPage>): void {
  describe(`nothing is lost in ${framework}`, () => {
    it('keeps what is typed into the settings form when the page renders again', async () => {
      const { render } = await open()
      await typeInto('title', 'Dinner')
      await typeInto('dishes', '7')
      for (let turn = 0; turn < 2; turn += 1) await settled(render())
      expect([formOf().values, formOf().dirty]).toEqual([{ ...STORED, title: 'Dinner', dishes: 7 }, true])
    })

    it('keeps saved values when the page renders again, also with the previous values', async () => {
      const { render, store } = await open()
      await typeInto('title', 'Dinner')
      const saved = { ...STORED, title: 'Dinner' }
      expect(await formOf().save()).toEqual(saved)
      for (const draw of [render, () => store({ ...STORED }), render, () => store(saved), render]) {
        await settled(draw())
        expect([formOf().values, formOf().dirty]).toEqual([saved, false])
        expect(await formOf().save()).toEqual(saved)
      }
    })

    it('keeps what is typed when other values are stored, and shows those in other fields', async () => {
      const { store } = await open()
      await typeInto('title', 'Dinner')
      await settled(store({ ...STORED, title: 'Breakfast', dishes: 9 }))
      expect(formOf().values).toEqual({ ...STORED, title: 'Dinner', dishes: 9 })
    })

    it('keeps a setting empty that the person has cleared', async () => {
      const { render } = await open()
      await typeInto('title', '')
      expect(await formOf().save()).toEqual({ ...STORED, title: '' })
      await settled(render())
      expect(await formOf().save()).toEqual({ ...STORED, title: '' })
    })

    it.each(ids)('keeps what is typed into a field while the page renders again: %s', async (id) => {
      const { render, modelOf } = await open()
      const field = fieldOf(id)
      expect(field.value).toBe('Soup')
      field.focus()
      await userEvent.keyboard('{End} with')
      await settled(render())
      await userEvent.keyboard(' basil')
      await settled(render())
      expect([field.value, shownIn(field)]).toEqual(['Soup with basil', 'Soup with basil'])
      await userEvent.tab()
      await settled(render())
      expect([field.value, shownIn(field)]).toEqual(['Soup with basil', 'Soup with basil'])
      expect(modelOf(id) ?? field.value).toBe('Soup with basil')
    })

    it.each(ids)('keeps a field empty that the person has cleared: %s', async (id) => {
      const { render, modelOf } = await open()
      const field = fieldOf(id)
      field.focus()
      await userEvent.keyboard('{Control>}a{/Control}{Backspace}')
      await userEvent.tab()
      await settled(render())
      expect([field.value, shownIn(field), modelOf(id) ?? '']).toEqual(['', '', ''])
    })
  })
}

function formOf(): HaiiloConfigForm {
  return document.querySelector('haiilo-config-form') as HaiiloConfigForm
}

function fieldOf(id: string): HTMLElement & { readonly value: string } {
  const field = document.querySelector<HTMLElement & { readonly value: string }>(`#${id}`)
  if (!field) throw new Error(`There is no field "${id}".`)
  return field
}

function shownIn(field: Element): string {
  return within(field, 'input').value
}

async function typeInto(key: string, text: string): Promise<void> {
  within(formOf(), `[data-key="${key}"]`).focus()
  await userEvent.keyboard(`{Control>}a{/Control}{Backspace}${text}`)
  await userEvent.tab()
  await drawn(document)
}

async function settled(drawing: Promise<unknown>): Promise<void> {
  await drawing
  await drawn(document)
}
