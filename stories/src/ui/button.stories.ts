import type { Meta, StoryObj } from '@storybook/html-vite'
import { expect, userEvent } from 'storybook/test'

import '@haiilo-kit/ui/button'

import { inside, storyPage } from './story-page.js'

const meta: Meta = { title: 'Components/Button' }

export default meta

type Story = StoryObj

const PLUS = `<svg width="20" height="20" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2"
  stroke-linecap="round" aria-hidden="true" SLOT><path d="M12 5v14M5 12h14" /></svg>`

/** One button of each variant. */
function variants(attributes: string, content = 'Order'): string {
  return ['primary', 'secondary', 'text', 'danger']
    .map((variant) => `<haiilo-button variant="${variant}" ${attributes}>${content}</haiilo-button> `)
    .join('')
}

export const Variants: Story = { render: () => storyPage(variants('')) }

export const Disabled: Story = { render: () => storyPage(variants('disabled')) }

/** It keeps its size, name and focus, and ignores further clicks. */
export const Busy: Story = {
  render: () => storyPage(variants('busy')),
  async play({ canvasElement }) {
    const shown = await inside(canvasElement, 'haiilo-button')
    const button = shown.getByRole('button', { name: 'Order', busy: true })
    button.focus()
    await expect(canvasElement.querySelector('haiilo-button')?.shadowRoot?.activeElement).toBe(button)
    await expect(button).toHaveAttribute('aria-disabled', 'true')
  },
}

export const WithIcon: Story = {
  render: () => storyPage(variants('', `${PLUS.replace('SLOT', 'slot="start"')}Add`)),
}

/** `label` is the accessible name. */
export const IconOnly: Story = {
  render: () => storyPage(variants('label="Add a dish"', PLUS.replace('SLOT', ''))),
  async play({ canvasElement }) {
    const shown = await inside(canvasElement, 'haiilo-button')
    await expect(shown.getByRole('button', { name: 'Add a dish' })).toBeVisible()
  },
}

/** Links that look like buttons. */
export const Links: Story = {
  render: () => storyPage(variants('href="#menu"', 'Menu')),
  async play({ canvasElement }) {
    const shown = await inside(canvasElement, 'haiilo-button')
    await expect(shown.getByRole('link', { name: 'Menu' })).toHaveAttribute('href', '#menu')
  },
}

export const Submit: Story = {
  render: () =>
    storyPage(
      `<form><label>Dish <input name="dish" value="Soup"></label>
        <haiilo-button type="submit" variant="primary">Order</haiilo-button>
        <haiilo-button type="reset">Reset</haiilo-button></form>`,
    ),
  async play({ canvasElement }) {
    const sent = new Promise((resolve) => {
      canvasElement.querySelector('form')?.addEventListener('submit', (event) => {
        event.preventDefault()
        resolve([...new FormData(event.currentTarget as HTMLFormElement)])
      })
    })
    const shown = await inside(canvasElement, 'haiilo-button')
    await userEvent.click(shown.getByRole('button', { name: 'Order' }))
    await expect(await sent).toEqual([['dish', 'Soup']])
  },
}

export const German: Story = {
  render: () =>
    storyPage(
      variants('lang="de"', 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz herunterladen')
        .replaceAll('<haiilo-button', '<p><haiilo-button')
        .replaceAll('</haiilo-button>', '</haiilo-button></p>'),
    ),
}

export const RightToLeft: Story = {
  render: () =>
    storyPage(`<div dir="rtl" lang="ar">${variants('', `${PLUS.replace('SLOT', 'slot="start"')}أضف طبقا`)}</div>`),
}
