import type { Meta, StoryObj } from '@storybook/html-vite'
import { expect, userEvent } from 'storybook/test'

import '@haiilo-kit/ui/checkbox'

import { inside, storyPage } from './story-page.js'

const meta: Meta = { title: 'Components/Checkbox' }

export default meta

type Story = StoryObj

export const Empty: Story = {
  render: () => storyPage('<haiilo-checkbox label="Send me the menu" hint="Each morning at seven"></haiilo-checkbox>'),
  async play({ canvasElement }) {
    const field = await inside(canvasElement, 'haiilo-checkbox')
    const box = field.getByRole('checkbox', { name: 'Send me the menu' })
    await userEvent.click(field.getByText('Send me the menu'))
    await expect(box).toBeChecked()
    await userEvent.keyboard(' ')
    await expect(box).not.toBeChecked()
  },
}

export const Checked: Story = {
  render: () => storyPage('<haiilo-checkbox label="Send me the menu" checked></haiilo-checkbox>'),
}

/** Validated when the checkbox loses the focus. */
export const Invalid: Story = {
  render: () => storyPage('<haiilo-checkbox label="I have read the rules of the canteen" required></haiilo-checkbox>'),
  async play({ canvasElement }) {
    const field = await inside(canvasElement, 'haiilo-checkbox')
    field.getByRole('checkbox').focus()
    await userEvent.tab()
    await expect(await field.findByText(/Tick this box/)).toBeVisible()
  },
}

/** An error from the server, for a checkbox that is checked. */
export const Refused: Story = {
  render: () =>
    storyPage(
      '<haiilo-checkbox label="Send me the menu" checked error="There is no menu in August."></haiilo-checkbox>',
    ),
}

export const Disabled: Story = {
  render: () =>
    storyPage(
      `<haiilo-checkbox label="Send me the menu" hint="Your organisation decides this" disabled></haiilo-checkbox>
       <haiilo-checkbox label="Send me the news" disabled checked></haiilo-checkbox>`,
    ),
}

/** Without `label`, `aria-label` is the accessible name. */
export const InATable: Story = {
  render: () => storyPage('<haiilo-checkbox aria-label="Monday" checked></haiilo-checkbox>'),
  async play({ canvasElement }) {
    const field = await inside(canvasElement, 'haiilo-checkbox')
    await expect(field.getByRole('checkbox', { name: 'Monday' })).toBeChecked()
  },
}

export const German: Story = {
  render: () =>
    storyPage(
      `<haiilo-checkbox lang="de" required
        label="Ich habe das Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz gelesen und verstanden"
        hint="Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"></haiilo-checkbox>`,
    ),
  async play({ canvasElement }) {
    const field = await inside(canvasElement, 'haiilo-checkbox')
    field.getByRole('checkbox').focus()
    await userEvent.tab()
    await expect(await field.findByText(/Bitte haken Sie/)).toBeVisible()
  },
}

export const RightToLeft: Story = {
  render: () =>
    storyPage(
      '<div dir="rtl" lang="ar"><haiilo-checkbox label="أرسل لي قائمة الطعام" hint="كل صباح في السابعة" checked></haiilo-checkbox></div>',
    ),
}
