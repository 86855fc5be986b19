import type { Meta, StoryObj } from '@storybook/html-vite'
import { expect } from 'storybook/test'

import '@haiilo-kit/ui/alert'
import '@haiilo-kit/ui/button'

import { inside, storyPage } from './story-page.js'

const meta: Meta = { title: 'Components/Alert' }

export default meta

type Story = StoryObj

function alert(tone: string, heading: string): string {
  return `<haiilo-alert tone="${tone}" heading="${heading}">
    <p>The canteen north is closed on Friday. <a href="#notice">Read the notice</a></p>
  </haiilo-alert>`
}

export const Info: Story = { render: () => storyPage(alert('info', 'Closed on Friday')) }

export const Success: Story = { render: () => storyPage(alert('success', 'Saved')) }

export const Warning: Story = {
  render: () => storyPage(alert('warning', 'Not saved yet')),
  async play({ canvasElement }) {
    const shown = await inside(canvasElement, 'haiilo-alert')
    await expect(shown.getByRole('img', { name: 'Warning' })).toBeVisible()
  },
}

export const Danger: Story = { render: () => storyPage(alert('danger', 'The menu cannot be shown')) }

/** Screen readers announce it immediately. */
export const Assertive: Story = {
  render: () => storyPage('<haiilo-alert tone="danger" live="assertive">The menu could not be saved.</haiilo-alert>'),
  async play({ canvasElement }) {
    const shown = await inside(canvasElement, 'haiilo-alert')
    await expect(shown.getByRole('alert')).toBeVisible()
  },
}

export const TextOnly: Story = {
  render: () => storyPage('<haiilo-alert>The canteen north is closed on Friday.</haiilo-alert>'),
}

export const HeadingOnly: Story = {
  render: () => storyPage('<haiilo-alert tone="success" heading="Saved"></haiilo-alert>'),
}

export const WithActions: Story = {
  render: () =>
    storyPage(
      ['info', 'success', 'warning', 'danger']
        .map(
          (tone) => `<haiilo-alert tone="${tone}" heading="The menu cannot be shown">
            <p>The kitchen did not answer.</p>
            <haiilo-button slot="action">Try again</haiilo-button>
            <haiilo-button slot="action" variant="text">Later</haiilo-button>
          </haiilo-alert><br>`,
        )
        .join(''),
    ),
}

export const German: Story = {
  render: () =>
    storyPage(
      `<haiilo-alert lang="de" tone="warning" heading="Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz">
        <p>Das Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz gilt auch für die Nordkantine.</p>
        <haiilo-button slot="action">Einverständniserklärung herunterladen und ausdrucken</haiilo-button>
        <haiilo-button slot="action" variant="text">Nicht mehr anzeigen</haiilo-button>
      </haiilo-alert>`,
    ),
}

export const RightToLeft: Story = {
  render: () =>
    storyPage(
      '<haiilo-alert dir="rtl" lang="ar" tone="info" heading="المطعم مغلق"><p>المطعم الشمالي مغلق يوم الجمعة. <a href="#notice">اقرأ الإعلان</a></p></haiilo-alert>',
    ),
}
