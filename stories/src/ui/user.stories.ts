import type { Meta, StoryObj } from '@storybook/html-vite'
import { expect } from 'storybook/test'

import '@haiilo-kit/ui/user'

import { inside, storyPage } from './story-page.js'

const meta: Meta = { title: 'Components/User' }

export default meta

type Story = StoryObj

const ADA = 'name="Ada Lovelace" detail="Analytical engines"'

export const NameAndDetail: Story = { render: () => storyPage(`<haiilo-user ${ADA}></haiilo-user>`) }

export const NameOnly: Story = { render: () => storyPage('<haiilo-user name="Ada Lovelace"></haiilo-user>') }

export const Sizes: Story = {
  render: () =>
    storyPage(['s', 'm', 'l'].map((size) => `<haiilo-user size="${size}" ${ADA}></haiilo-user><br>`).join('')),
}

/** Screen readers announce the name. */
export const InitialsOnly: Story = {
  render: () =>
    storyPage(
      ['s', 'm', 'l'].map((size) => `<haiilo-user initials-only size="${size}" ${ADA}></haiilo-user> `).join('') +
        '<haiilo-user initials-only name=""></haiilo-user>',
    ),
  async play({ canvasElement }) {
    const user = await inside(canvasElement, 'haiilo-user')
    await expect(user.getByRole('img', { name: 'Ada Lovelace' })).toBeVisible()
  },
}

export const DifferentNames: Story = {
  render: () =>
    storyPage(
      [
        'Ada',
        'Ada Augusta King Lovelace',
        'Ada Lovelace (external)',
        '王小明',
        '山田 太郎',
        'محمد علي',
        'דוד כהן',
        '🧑‍🚀 Mission',
        '4711',
      ]
        .map((name) => `<haiilo-user name="${name}" detail="Analysis"></haiilo-user><br>`)
        .join(''),
    ),
}

export const WithoutName: Story = { render: () => storyPage('<haiilo-user detail="Signed out"></haiilo-user>') }

export const German: Story = {
  render: () =>
    storyPage(
      `<haiilo-user lang="de" name="Dr. Annegret-Wilhelmine Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"
        detail="Beauftragte für das Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz in der Nordkantine"></haiilo-user>`,
    ),
}

export const RightToLeft: Story = {
  render: () =>
    storyPage(
      `<div dir="rtl" lang="ar"><haiilo-user name="محمد علي" detail="المطبخ"></haiilo-user><br>
        <haiilo-user ${ADA}></haiilo-user></div>`,
    ),
}
