import type { Meta, StoryObj } from '@storybook/html-vite'
import { expect, userEvent } from 'storybook/test'

import '@haiilo-kit/ui/switch'

import { inside, storyPage } from './story-page.js'

const meta: Meta = { title: 'Components/Switch' }

export default meta

type Story = StoryObj

export const Off: Story = {
  render: () => storyPage('<haiilo-switch label="Send me the menu" hint="Each morning at seven"></haiilo-switch>'),
  async play({ canvasElement }) {
    const field = await inside(canvasElement, 'haiilo-switch')
    const control = field.getByRole('switch', { name: 'Send me the menu' })
    await userEvent.click(field.getByText('Send me the menu'))
    await expect(control).toBeChecked()
    await userEvent.keyboard(' ')
    await expect(control).not.toBeChecked()
  },
}

export const On: Story = {
  render: () => storyPage('<haiilo-switch label="Send me the menu" checked></haiilo-switch>'),
}

/** Validated when the switch loses the focus. */
export const Invalid: Story = {
  render: () => storyPage('<haiilo-switch label="Allow the canteen to write to me" required></haiilo-switch>'),
  async play({ canvasElement }) {
    const field = await inside(canvasElement, 'haiilo-switch')
    field.getByRole('switch').focus()
    await userEvent.tab()
    await expect(await field.findByText(/Switch this on/)).toBeVisible()
  },
}

/** An error from the server, for a switch that is on. */
export const Refused: Story = {
  render: () =>
    storyPage('<haiilo-switch label="Send me the menu" checked error="There is no menu in August."></haiilo-switch>'),
}

export const Disabled: Story = {
  render: () =>
    storyPage(
      `<haiilo-switch label="Send me the menu" hint="Your organisation decides this" disabled></haiilo-switch>
       <haiilo-switch label="Send me the news" disabled checked></haiilo-switch>`,
    ),
}

export const German: Story = {
  render: () =>
    storyPage(
      `<haiilo-switch lang="de" checked
        label="Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz in der Speisekarte anzeigen"
        hint="Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"></haiilo-switch>`,
    ),
}

export const RightToLeft: Story = {
  render: () =>
    storyPage(
      `<div dir="rtl" lang="ar">
        <haiilo-switch label="أرسل لي قائمة الطعام" hint="كل صباح في السابعة" checked></haiilo-switch>
        <haiilo-switch label="أرسل لي الأخبار"></haiilo-switch>
      </div>`,
    ),
}
