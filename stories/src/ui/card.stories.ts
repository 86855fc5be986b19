import type { Meta, StoryObj } from '@storybook/html-vite'

import '@haiilo-kit/ui/button'
import '@haiilo-kit/ui/card'
import '@haiilo-kit/ui/user'

import { storyPage } from './story-page.js'

const meta: Meta = { title: 'Components/Card' }

export default meta

type Story = StoryObj

export const WithHeading: Story = {
  render: () => storyPage('<haiilo-card heading="Canteen north"><p>Lentil soup, bread, an apple.</p></haiilo-card>'),
}

export const ContentOnly: Story = {
  render: () => storyPage('<haiilo-card>Lentil soup, bread, an apple.</haiilo-card>'),
}

export const HeaderAndFooter: Story = {
  render: () =>
    storyPage(
      `<haiilo-card heading="Canteen north" level="3">
        <haiilo-button slot="header" variant="text">Hide</haiilo-button>
        <haiilo-user name="Ada Lovelace" detail="Cook of the day"></haiilo-user>
        <haiilo-button slot="footer" variant="primary">Order</haiilo-button>
        <haiilo-button slot="footer">Show the week</haiilo-button>
      </haiilo-card>`,
    ),
}

export const Several: Story = {
  render: () =>
    storyPage(
      ['north', 'south']
        .map((name) => `<haiilo-card heading="Canteen ${name}"><p>Open until 14:00.</p></haiilo-card><br>`)
        .join(''),
    ),
}

export const German: Story = {
  render: () =>
    storyPage(
      `<haiilo-card lang="de" heading="Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz">
        <haiilo-button slot="header">Ausblenden</haiilo-button>
        <p>Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz</p>
        <haiilo-button slot="footer" variant="primary">Einverständniserklärung herunterladen und ausdrucken</haiilo-button>
        <haiilo-button slot="footer">Abbrechen</haiilo-button>
      </haiilo-card>`,
    ),
}

export const RightToLeft: Story = {
  render: () =>
    storyPage(
      `<haiilo-card dir="rtl" lang="ar" heading="المطعم الشمالي">
        <haiilo-button slot="header" variant="text">إخفاء</haiilo-button>
        <p>شوربة عدس وخبز وتفاحة.</p>
        <haiilo-button slot="footer" variant="primary">اطلب</haiilo-button>
      </haiilo-card>`,
    ),
}

export const Empty: Story = { render: () => storyPage('<haiilo-card></haiilo-card>') }
