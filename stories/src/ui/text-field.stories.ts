import type { Meta, StoryObj } from '@storybook/html-vite'
import { expect, userEvent } from 'storybook/test'

import '@haiilo-kit/ui/text-field'

import { inside, storyPage } from './story-page.js'

const meta: Meta = { title: 'Components/Text field' }

export default meta

type Story = StoryObj

export const Empty: Story = {
  render: () =>
    storyPage(
      '<haiilo-text-field label="Canteen" placeholder="North" hint="Where you like to eat"></haiilo-text-field>',
    ),
}

export const Filled: Story = {
  render: () => storyPage('<haiilo-text-field label="Canteen" value="North" required></haiilo-text-field>'),
}

export const LongText: Story = {
  render: () =>
    storyPage(
      '<haiilo-text-field type="textarea" label="Note" rows="3" value="Closed on Monday."></haiilo-text-field>',
    ),
}

export const Numeric: Story = {
  render: () =>
    storyPage('<haiilo-text-field type="number" label="Dishes" min="1" max="10" value="3"></haiilo-text-field>'),
}

/** Validated when the field loses the focus. */
export const Invalid: Story = {
  render: () => storyPage('<haiilo-text-field type="email" label="E-mail" required></haiilo-text-field>'),
  async play({ canvasElement }) {
    const field = await inside(canvasElement, 'haiilo-text-field')
    await userEvent.type(field.getByLabelText('E-mail'), 'ada')
    await userEvent.tab()
    await expect(await field.findByText(/e-mail address/)).toBeVisible()
  },
}

/** An error from the back end appears immediately. */
export const BackEndError: Story = {
  render: () =>
    storyPage('<haiilo-text-field label="Title" value="Lunch" error="This title is taken."></haiilo-text-field>'),
}

export const Disabled: Story = {
  render: () => storyPage('<haiilo-text-field label="Canteen" value="North" disabled></haiilo-text-field>'),
}

export const ReadOnly: Story = {
  render: () => storyPage('<haiilo-text-field label="Canteen" value="North" readonly></haiilo-text-field>'),
}

export const RightToLeft: Story = {
  render: () =>
    storyPage(
      '<haiilo-text-field dir="rtl" lang="he" label="חדר אוכל" hint="איפה אוכלים" value="צפון"></haiilo-text-field>',
    ),
}

export const LongGermanWords: Story = {
  render: () => {
    const page = storyPage(
      `<haiilo-text-field lang="de" label="Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"
        hint="Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung"
        error="Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"></haiilo-text-field>`,
    )
    page.classList.add('story-page-narrow')
    return page
  },
}
