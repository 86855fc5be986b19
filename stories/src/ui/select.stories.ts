import type { FieldOption } from '@haiilo-kit/ui'
import type { Meta, StoryObj } from '@storybook/html-vite'
import { expect, userEvent } from 'storybook/test'

import '@haiilo-kit/ui/select'

import { inside, storyPage } from './story-page.js'

const meta: Meta = { title: 'Components/Select' }

export default meta

type Story = StoryObj
type Play = NonNullable<Story['play']>

const CANTEENS: readonly FieldOption[] = [
  { value: 'north', label: 'North', description: 'Closed on Mondays' },
  { value: 'south', label: 'South', description: 'With a garden' },
  { value: 'east', label: 'East', description: 'Under repair until spring', disabled: true },
  { value: 'west', label: 'West' },
]

function selectPage(markup: string, options: readonly FieldOption[] = CANTEENS): HTMLElement {
  const page = storyPage(markup)
  const select = page.querySelector('haiilo-select')
  if (select) select.options = options
  return page
}

/** Opens the list and leaves it open. */
const open: Play = async ({ canvasElement }) => {
  const select = await inside(canvasElement, 'haiilo-select')
  await userEvent.click(select.getByRole('combobox'))
  await expect(await select.findByRole('listbox')).toBeVisible()
}

/** Options as HTML elements. */
export const Empty: Story = {
  render: () =>
    storyPage(
      `<haiilo-select label="Canteen" hint="Where you like to eat">
        <option value="north">North</option><option value="south">South</option>
      </haiilo-select>`,
    ),
  async play({ canvasElement }) {
    const select = await inside(canvasElement, 'haiilo-select')
    const control = select.getByRole('combobox', { name: /Canteen/ })
    control.focus()
    await userEvent.keyboard('{Enter}{ArrowDown}{ArrowDown}{Enter}')
    await expect(control).toHaveTextContent('South')
    await expect(control).toHaveAttribute('aria-expanded', 'false')
  },
}

export const Chosen: Story = {
  render: () => selectPage('<haiilo-select label="Canteen" value="south"></haiilo-select>'),
}

/** The list is over the page, with descriptions. One option is disabled. */
export const Open: Story = {
  render: () => selectPage('<haiilo-select label="Canteen" value="south"></haiilo-select>'),
  play: open,
}

/** Validated when the field loses the focus. */
export const Invalid: Story = {
  render: () => selectPage('<haiilo-select label="Canteen" placeholder="Your canteen" required></haiilo-select>'),
  async play({ canvasElement }) {
    const select = await inside(canvasElement, 'haiilo-select')
    select.getByRole('combobox').focus()
    await userEvent.tab()
    await expect(await select.findByText('Choose one of these.')).toBeVisible()
  },
}

export const Refused: Story = {
  render: () =>
    selectPage('<haiilo-select label="Canteen" value="north" error="There is no seat left."></haiilo-select>'),
}

export const Disabled: Story = {
  render: () => selectPage('<haiilo-select label="Canteen" value="north" disabled></haiilo-select>'),
}

/** The page has not set the options yet. */
export const WithoutOptions: Story = {
  render: () => selectPage('<haiilo-select label="Canteen"></haiilo-select>', []),
  play: open,
}

/** Type to find one of 10,000 options. */
export const ManyOptions: Story = {
  render: () =>
    selectPage(
      '<haiilo-select label="Room"></haiilo-select>',
      Array.from({ length: 10_000 }, (_, room) => ({ value: `${room}`, label: `Room ${room}` })),
    ),
  async play({ canvasElement }) {
    const select = await inside(canvasElement, 'haiilo-select')
    const control = select.getByRole('combobox')
    control.focus()
    await userEvent.keyboard('{End}')
    await expect(control).toHaveAttribute('aria-activedescendant', 'option-9999')
    await userEvent.keyboard('{Enter}')
    await expect(control).toHaveTextContent('Room 9999')
  },
}

export const German: Story = {
  render: () =>
    selectPage('<haiilo-select lang="de" label="Vorschrift" value="a"></haiilo-select>', [
      { value: 'a', label: 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz' },
      {
        value: 'b',
        label: 'Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung',
        description: 'Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung',
      },
    ]),
  play: open,
}

export const RightToLeft: Story = {
  render: () =>
    storyPage(
      `<div dir="rtl" lang="ar"><haiilo-select label="المقصف" value="north">
        <option value="north">شمال</option><option value="south">جنوب</option>
      </haiilo-select></div>`,
    ),
  play: open,
}
