import { storyHost } from '@haiilo-kit/storybook-addon'
import type { Meta, StoryObj } from '@storybook/angular'
import { expect } from 'storybook/test'
import { Lunch } from './lunch'

const meta: Meta<Lunch> = {
  component: Lunch,
  args: { dish: 'Soup' },
  parameters: { haiiloHost: { user: { userName: 'Grace' } } },
  // the check of this app looks whether the hosts close
  beforeEach: (context) => void ((globalThis as { hosts?: unknown[] }).hosts ??= []).push(storyHost(context).host),
}

export default meta

type Story = StoryObj<Lunch>

export const Ready: Story = {
  async play({ canvas }) {
    await expect(await canvas.findByRole('heading')).toHaveTextContent('Enjoy, Grace')
    await expect(canvas.getByText('Soup, {"canteen":"north"}')).toBeVisible()
  },
}

export const AnotherUser: Story = {
  async play(context) {
    const { canvas } = context
    await canvas.findByText('Enjoy, Grace')
    storyHost(context).setUser({ userId: 'user-7', userName: 'Ada' })
    await expect(await canvas.findByText('Enjoy, Ada')).toBeVisible()
  },
}

export const Expired: Story = {
  parameters: { haiiloHost: { fault: 'expired' } },
  async play({ canvas }) {
    await expect(await canvas.findByRole('alert')).toHaveTextContent('ERR_TOKEN_EXPIRED')
  },
}
