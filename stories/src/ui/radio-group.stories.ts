import type { Meta, StoryObj } from '@storybook/html-vite'
import { expect, userEvent } from 'storybook/test'

import '@haiilo-kit/ui/radio-group'

import { inside, storyPage } from './story-page.js'

const meta: Meta = { title: 'Components/Radio group' }

export default meta

type Story = StoryObj

const CANTEENS = '<option value="north">North</option><option value="south">South</option><option>East</option>'

function describedGroup(): HTMLElement {
  const page = storyPage('<haiilo-radio-group label="Canteen" value="south"></haiilo-radio-group>')
  const group = page.querySelector('haiilo-radio-group')
  if (group) {
    group.options = [
      { value: 'north', label: 'North', description: 'Closed on Mondays' },
      { value: 'south', label: 'South', description: 'With a garden' },
      { value: 'east', label: 'East', description: 'Under repair until spring', disabled: true },
    ]
  }
  return page
}

/** Options as HTML elements. */
export const Empty: Story = {
  render: () =>
    storyPage(`<haiilo-radio-group label="Canteen" hint="Where you like to eat">${CANTEENS}</haiilo-radio-group>`),
  async play({ canvasElement }) {
    const group = await inside(canvasElement, 'haiilo-radio-group')
    await userEvent.click(group.getByText('North'))
    await expect(group.getByRole('radio', { name: 'North' })).toBeChecked()
    await userEvent.click(group.getByText('South'))
    await expect(group.getByRole('radio', { name: 'South' })).toBeChecked()
    await expect(group.getByRole('radio', { name: 'North' })).not.toBeChecked()
  },
}

/** Options with descriptions. One of them is disabled. */
export const Described: Story = {
  render: describedGroup,
  async play({ canvasElement }) {
    const group = await inside(canvasElement, 'haiilo-radio-group')
    await expect(group.getByRole('radio', { name: 'North' })).toHaveAccessibleDescription('Closed on Mondays')
    await expect(group.getByRole('radio', { name: 'East' })).toBeDisabled()
  },
}

/** Validated when the field loses the focus. */
export const Invalid: Story = {
  render: () => storyPage(`<haiilo-radio-group label="Canteen" required>${CANTEENS}</haiilo-radio-group>`),
  async play({ canvasElement }) {
    const group = await inside(canvasElement, 'haiilo-radio-group')
    group.getByRole('radio', { name: 'North' }).focus()
    await userEvent.tab()
    await expect(await group.findByText('Choose one of these.')).toBeVisible()
  },
}

export const Refused: Story = {
  render: () =>
    storyPage(
      `<haiilo-radio-group label="Canteen" value="north" error="There is no seat left.">${CANTEENS}</haiilo-radio-group>`,
    ),
}

export const Disabled: Story = {
  render: () =>
    storyPage(`<haiilo-radio-group label="Canteen" value="north" disabled>${CANTEENS}</haiilo-radio-group>`),
}

/** The page has not set the options yet. */
export const WithoutOptions: Story = {
  render: () => storyPage('<haiilo-radio-group label="Canteen" hint="Where you like to eat"></haiilo-radio-group>'),
}

export const ManyOptions: Story = {
  render: () =>
    storyPage(
      `<haiilo-radio-group label="Day" value="7">${Array.from({ length: 31 }, (_, day) => `<option>${day + 1}</option>`).join('')}</haiilo-radio-group>`,
    ),
}

export const German: Story = {
  render: () =>
    storyPage(
      `<haiilo-radio-group lang="de" label="Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz" value="a">
        <option value="a">Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz</option>
        <option value="b">Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung</option>
      </haiilo-radio-group>`,
    ),
}

export const RightToLeft: Story = {
  render: () =>
    storyPage(
      `<div dir="rtl" lang="ar"><haiilo-radio-group label="المقصف" value="north" required>
        <option value="north">شمال</option><option value="south">جنوب</option>
      </haiilo-radio-group></div>`,
    ),
}
