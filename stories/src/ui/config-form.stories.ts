import { defineFields } from '@haiilo-kit/manifest'
import { storyHost, type HaiiloHostParameters } from '@haiilo-kit/storybook-addon'
import type { HaiiloConfigForm } from '@haiilo-kit/ui'
import type { Meta, StoryObj } from '@storybook/html-vite'
import { expect, waitFor } from 'storybook/test'

import '@haiilo-kit/ui/config-form'

import { inside, storyPage, type Queries } from './story-page.js'

const fields = defineFields([
  {
    key: 'canteen',
    type: 'select',
    label: { en: 'Canteen', de: 'Kantine' },
    description: { en: 'Where your people eat', de: 'Wo Ihre Leute essen' },
    options: [
      { value: 'north', label: { en: 'North', de: 'Nord' } },
      { value: 'south', label: { en: 'South', de: 'Süd' }, description: { en: 'By the lake', de: 'Am See' } },
    ],
    default: 'north',
    required: true,
  },
  {
    key: 'day',
    type: 'radio',
    label: { en: 'The week begins on', de: 'Die Woche beginnt am' },
    options: [
      { value: 1, label: { en: 'Monday', de: 'Montag' } },
      { value: 7, label: { en: 'Sunday', de: 'Sonntag' } },
    ],
    default: 1,
  },
  {
    key: 'title',
    type: 'text',
    label: { en: 'Title', de: 'Titel' },
    placeholder: { en: 'Lunch', de: 'Mittagessen' },
    required: true,
  },
  { key: 'dishes', type: 'number', label: { en: 'Dishes', de: 'Gerichte' }, min: 1, max: 10, default: 3 },
  { key: 'note', type: 'textarea', label: { en: 'Note', de: 'Hinweis' }, maxLength: 200 },
  { key: 'vegan', type: 'checkbox', label: { en: 'Vegan dishes first', de: 'Vegane Gerichte zuerst' } },
])

interface FormArgs {
  readonly fields: HaiiloConfigForm['fields']
  readonly validate?: HaiiloConfigForm['validate']
}

const meta: Meta<FormArgs> = {
  title: 'Components/Config form',
  // an object with functions cannot be edited
  argTypes: { fields: { control: false } },
  args: { fields },
  parameters: { haiiloHost: { view: 'config' } },
  render({ fields: drawn, validate }, context) {
    const page = storyPage('<haiilo-config-form></haiilo-config-form>')
    const { host } = storyHost(context)
    Object.assign(page.querySelector('haiilo-config-form') ?? {}, { host, fields: drawn, validate })
    return page
  },
}

export default meta

type Story = StoryObj<FormArgs>
type Context = Parameters<NonNullable<Story['play']>>[0]

const LUNCH = { title: 'Lunch' }
const IN_GERMAN = { userLanguage: 'de' }

/** The stored values in the controls of their field types. */
export const Filled: Story = {
  ...withHost({ config: LUNCH }),
  async play(context) {
    await ready(context)
    await expect(await storyHost(context).save()).toEqual({
      canteen: 'north',
      day: 1,
      title: 'Lunch',
      dishes: 3,
      vegan: false,
    })
  },
}

export const InGerman: Story = withHost({ user: IN_GERMAN, config: { title: 'Mittagessen', vegan: true } })

/** The answer to “save” is `false`. The form lists the problems with a link to each field. */
export const Refused: Story = {
  ...withHost({ config: { dishes: 4 } }),
  async play(context) {
    const form = await ready(context)
    await expect(await storyHost(context).save()).toBe(false)
    await expect(await form.findByRole('link', { name: 'Title' })).toBeVisible()
  },
}

export const RefusedInGerman: Story = {
  ...withHost({ user: IN_GERMAN }),
  async play(context) {
    const form = await ready(context)
    await expect(await storyHost(context).save()).toBe(false)
    await expect(await form.findByRole('link', { name: 'Titel' })).toBeVisible()
  },
}

/** The back end refuses a value. */
export const RefusedByBackEnd: Story = {
  ...withHost({ config: LUNCH }),
  args: { validate: () => Promise.resolve({ title: 'Another plug-in has this title already.' }) },
  async play(context) {
    const form = await ready(context)
    await expect(await storyHost(context).save()).toBe(false)
    await expect(await form.findByRole('link', { name: 'Title' })).toBeVisible()
  },
}

/** Screen readers announce that the back end is checking the values. */
export const Checking: Story = {
  ...withHost({ config: LUNCH }),
  args: { validate: () => new Promise<never>(() => undefined) },
  async play(context) {
    const form = await ready(context)
    storyHost(context)
      .save()
      .catch(() => undefined)
    await waitFor(() => expect(form.getByText('Checking the settings…')).toBeVisible())
  },
}

/** Another release has stored values that are no longer valid. */
export const StoredByAnotherRelease: Story = withHost({ config: { title: 'Lunch', canteen: 'east', dishes: 'many' } })

/** An older release used another key. The value is migrated, and saved under the current key. */
export const StoredByOlderRelease: Story = {
  args: {
    fields: defineFields([{ key: 'canteen', type: 'text', label: { en: 'Canteen' }, default: 'Main canteen' }], {
      version: 2,
      migrate: ({ kitchen }) => ({ canteen: kitchen }),
    }),
  },
  ...withHost({ config: { kitchen: 'North' } }),
  async play(context) {
    await ready(context)
    await expect(await storyHost(context).save()).toEqual({ canteen: 'North', configVersion: 2 })
  },
}

export const UnknownType: Story = {
  args: { fields: [{ key: 'colour', type: 'colour-wheel', label: { en: 'Colour' } }] },
  ...withHost({ config: { colour: 'red' } }),
}

/** The manifest is not valid JSON. The form reports this and saves nothing. */
export const BrokenManifest: Story = {
  args: { fields: '{ "entryPoints": [' },
  async play(context) {
    await inside(context.canvasElement, 'haiilo-config-form')
    await storyHost(context).host.ready()
    await expect(await storyHost(context).save()).toBe(false)
  },
}

export const WithoutFields: Story = { args: { fields: [] } }

/** The page did not set the form's `fields`. */
export const MissingFields: Story = {
  args: { fields: undefined },
  async play(context) {
    await storyHost(context).host.ready()
    const form = await inside(context.canvasElement, 'haiilo-config-form')
    await expect(await form.findByText(/has given the form no fields/)).toBeVisible()
  },
}

/** The page is connected as the plug-in view. */
export const WrongView: Story = {
  ...withHost({ view: 'plugin' }),
  async play({ canvasElement }) {
    const form = await inside(canvasElement, 'haiilo-config-form')
    await expect(await form.findByText(/not as a settings page/)).toBeVisible()
  },
}

/** Long words in a narrow page. */
export const LongWords: Story = {
  ...withHost({ user: IN_GERMAN }),
  args: {
    fields: [
      {
        key: 'law',
        type: 'text',
        label: { de: 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz' },
        description: { de: 'Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung' },
        required: true,
      },
      {
        key: 'office',
        type: 'select',
        label: { de: 'Zuständige Lebensmittelüberwachungsbehördenaußenstelle' },
        options: [
          {
            value: 1,
            label: { de: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft' },
          },
        ],
        default: 1,
      },
      { key: 'sure', type: 'checkbox', label: { de: 'Kraftfahrzeughaftpflichtversicherungsbestätigung liegt vor' } },
    ],
  },
  decorators: [
    (story) => {
      const page = story() as HTMLElement
      page.classList.add('story-page-narrow')
      return page
    },
  ],
}

async function ready(context: Context): Promise<Queries> {
  await storyHost(context).host.ready()
  const { canvasElement } = context
  const form = await inside(canvasElement, 'haiilo-config-form')
  const element = canvasElement.querySelector('haiilo-config-form')
  await waitFor(() => expect(element?.shadowRoot?.querySelector('[data-key]')).toBeVisible())
  await element?.updateComplete
  return form
}

/** The host of a story. Without it, a story has no stored values and is in English. */
function withHost(haiiloHost: HaiiloHostParameters): Pick<Story, 'parameters'> {
  return { parameters: { haiiloHost } }
}
