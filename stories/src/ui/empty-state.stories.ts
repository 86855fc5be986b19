import type { Meta, StoryObj } from '@storybook/html-vite'

import '@haiilo-kit/ui/button'
import '@haiilo-kit/ui/card'
import '@haiilo-kit/ui/empty-state'

import { storyPage } from './story-page.js'

const meta: Meta = { title: 'Components/Empty state' }

export default meta

type Story = StoryObj

const BOWL = `<svg slot="icon" width="48" height="48" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.5"
  stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="M3 11h18a9 9 0 0 1-6 8.5V21H9v-1.5A9 9 0 0 1 3 11ZM9 7c0-2 2-2 2-4M14 7c0-2 2-2 2-4" /></svg>`

export const WithAction: Story = {
  render: () =>
    storyPage(
      `<haiilo-empty-state heading="No menu yet">${BOWL}
        <p>Choose your canteen to see its menu every morning.</p>
        <haiilo-button slot="action" variant="primary">Choose a canteen</haiilo-button>
      </haiilo-empty-state>`,
    ),
}

export const HeadingOnly: Story = {
  render: () => storyPage('<haiilo-empty-state heading="No menu today"></haiilo-empty-state>'),
}

export const TextOnly: Story = {
  render: () => storyPage('<haiilo-empty-state>No menu today.</haiilo-empty-state>'),
}

export const InACard: Story = {
  render: () =>
    storyPage(
      `<haiilo-card heading="Canteen north"><haiilo-empty-state heading="No menu yet" level="3">
        <p>The menu arrives on Monday.</p></haiilo-empty-state></haiilo-card>`,
    ),
}

export const German: Story = {
  render: () =>
    storyPage(
      `<haiilo-empty-state lang="de" heading="Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz">${BOWL}
        <p>Das Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz wurde noch nicht ausgelegt.</p>
        <haiilo-button slot="action">Gesetzestext in neuem Fenster öffnen</haiilo-button>
        <haiilo-button slot="action" variant="text">Abbrechen</haiilo-button>
      </haiilo-empty-state>`,
    ),
}

export const RightToLeft: Story = {
  render: () =>
    storyPage(
      `<haiilo-empty-state dir="rtl" lang="he" heading="אין עדיין תפריט">${BOWL}<p>התפריט יגיע ביום שני.</p></haiilo-empty-state>`,
    ),
}
