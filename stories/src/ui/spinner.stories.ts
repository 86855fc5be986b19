import type { Meta, StoryObj } from '@storybook/html-vite'
import { expect } from 'storybook/test'

import '@haiilo-kit/ui/spinner'

import { inside, storyPage } from './story-page.js'

const meta: Meta = { title: 'Components/Spinner' }

export default meta

type Story = StoryObj

export const Sizes: Story = {
  render: () => storyPage(['s', 'm', 'l'].map((size) => `<haiilo-spinner size="${size}"></haiilo-spinner> `).join('')),
}

/** It has the colour of the text. Its own label is empty, so screen readers announce the text only once. */
export const BesideText: Story = {
  render: () => storyPage('<p><haiilo-spinner size="s" label=""></haiilo-spinner> Loading the menu</p>'),
}

export const Labelled: Story = {
  render: () => storyPage('<haiilo-spinner label="Loading the menu"></haiilo-spinner>'),
  async play({ canvasElement }) {
    const spinner = await inside(canvasElement, 'haiilo-spinner')
    await expect(spinner.getByRole('progressbar', { name: 'Loading the menu' })).toBeVisible()
  },
}

export const German: Story = {
  render: () => storyPage('<haiilo-spinner lang="de"></haiilo-spinner>'),
  async play({ canvasElement }) {
    const spinner = await inside(canvasElement, 'haiilo-spinner')
    await expect(spinner.getByRole('progressbar', { name: 'Wird geladen …' })).toBeVisible()
  },
}
