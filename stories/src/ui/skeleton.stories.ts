import type { Meta, StoryObj } from '@storybook/html-vite'

import '@haiilo-kit/ui/card'
import '@haiilo-kit/ui/skeleton'

import { storyPage } from './story-page.js'

const meta: Meta = { title: 'Components/Skeleton' }

export default meta

type Story = StoryObj

export const Line: Story = { render: () => storyPage('<haiilo-skeleton></haiilo-skeleton>') }

export const Lines: Story = { render: () => storyPage('<haiilo-skeleton lines="4"></haiilo-skeleton>') }

export const Block: Story = { render: () => storyPage('<haiilo-skeleton shape="block"></haiilo-skeleton>') }

export const Circle: Story = { render: () => storyPage('<haiilo-skeleton shape="circle"></haiilo-skeleton>') }

export const InACard: Story = {
  render: () =>
    storyPage(
      `<haiilo-card heading="Canteen north"><haiilo-skeleton shape="circle"></haiilo-skeleton><br>
        <haiilo-skeleton lines="3"></haiilo-skeleton></haiilo-card>`,
    ),
}

export const RightToLeft: Story = {
  render: () => storyPage('<div dir="rtl"><haiilo-skeleton lines="3"></haiilo-skeleton></div>'),
}
