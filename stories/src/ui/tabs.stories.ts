import type { Meta, StoryObj } from '@storybook/html-vite'
import { expect, userEvent } from 'storybook/test'

import '@haiilo-kit/ui/card'
import '@haiilo-kit/ui/tabs'

import { inside, storyPage } from './story-page.js'

const meta: Meta = { title: 'Components/Tabs' }

export default meta

type Story = StoryObj

const THREE = `
  <haiilo-tab name="menu" label="Menu">Lentil soup, bread, an apple.</haiilo-tab>
  <haiilo-tab name="times" label="Times">Open from 11:30 to 14:00.</haiilo-tab>
  <haiilo-tab name="prices" label="Prices">Soup 2.50, apple 0.50.</haiilo-tab>`

/** The tab in the list that has the focus. */
function focusedIn(page: HTMLElement): Element | null | undefined {
  return page.querySelector('haiilo-tabs')?.shadowRoot?.activeElement
}

/** Arrow keys, Home and End move through the list. Tab moves to the content. */
export const Three: Story = {
  render: () => storyPage(`<haiilo-tabs label="Canteen north">${THREE}</haiilo-tabs>`),
  async play({ canvasElement }) {
    const tabs = await inside(canvasElement, 'haiilo-tabs')
    canvasElement.querySelector('haiilo-tabs')?.focus()
    await userEvent.keyboard('{ArrowRight}')
    await expect(focusedIn(canvasElement)).toBe(await tabs.findByRole('tab', { name: 'Times', selected: true }))
    await userEvent.keyboard('{Home}')
    await expect(focusedIn(canvasElement)).toBe(await tabs.findByRole('tab', { name: 'Menu', selected: true }))
  },
}

export const Selected: Story = {
  render: () => storyPage(`<haiilo-tabs label="Canteen north" selected="prices">${THREE}</haiilo-tabs>`),
}

export const Disabled: Story = {
  render: () =>
    storyPage(
      `<haiilo-tabs label="Canteen north">${THREE}<haiilo-tab label="Orders" disabled>None</haiilo-tab></haiilo-tabs>`,
    ),
}

export const InACard: Story = {
  render: () =>
    storyPage(
      `<haiilo-card heading="Canteen north"><haiilo-tabs label="Canteen north">${THREE}</haiilo-tabs></haiilo-card>`,
    ),
}

export const Many: Story = {
  render: () =>
    storyPage(
      `<haiilo-tabs label="Weeks" selected="Week 9">${Array.from(
        { length: 24 },
        (_, index) => `<haiilo-tab label="Week ${index + 1}">The menu of week ${index + 1}.</haiilo-tab>`,
      ).join('')}</haiilo-tabs>`,
    ),
}

export const German: Story = {
  render: () =>
    storyPage(
      `<haiilo-tabs lang="de" label="Kantine" selected="gesetz">
        <haiilo-tab label="Speiseplan">Linsensuppe</haiilo-tab>
        <haiilo-tab name="gesetz" label="Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz">Es gilt.</haiilo-tab>
        <haiilo-tab label="Öffnungszeiten und Ansprechpartnerinnen">Ab 11:30 Uhr</haiilo-tab>
      </haiilo-tabs>`,
    ),
}

export const RightToLeft: Story = {
  render: () =>
    storyPage(
      `<haiilo-tabs dir="rtl" lang="ar" label="المطعم">
        <haiilo-tab label="القائمة">شوربة عدس</haiilo-tab><haiilo-tab label="الأوقات">من الحادية عشرة</haiilo-tab>
      </haiilo-tabs>`,
    ),
  async play({ canvasElement }) {
    const tabs = await inside(canvasElement, 'haiilo-tabs')
    canvasElement.querySelector('haiilo-tabs')?.focus()
    await userEvent.keyboard('{ArrowLeft}')
    await expect(focusedIn(canvasElement)).toBe(await tabs.findByRole('tab', { name: 'الأوقات', selected: true }))
  },
}

export const Empty: Story = { render: () => storyPage('<haiilo-tabs label="Canteen north"></haiilo-tabs>') }
