import type { Meta, StoryObj } from '@storybook/html-vite'
import { expect, userEvent, waitFor } from 'storybook/test'

import '@haiilo-kit/ui/button'
import '@haiilo-kit/ui/dialog'
import '@haiilo-kit/ui/text-field'

import { inside, storyPage } from './story-page.js'

const meta: Meta = { title: 'Components/Dialog' }

export default meta

type Story = StoryObj

const order = `You ordered soup for 12 o’clock. If you cancel, somebody else can have it.
  <haiilo-button slot="actions">Keep the order</haiilo-button>
  <haiilo-button slot="actions" variant="danger">Cancel the order</haiilo-button>`
type Play = NonNullable<Story['play']>

const LONG = 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz'

/** A page with a button that opens the dialog. */
function dialogPage(dialog: string, attributes = ''): HTMLElement {
  const page = storyPage(`<div ${attributes}><haiilo-button>…</haiilo-button>${dialog}</div>`)
  const element = page.querySelector('haiilo-dialog')
  page.querySelector('haiilo-button')?.addEventListener('click', () => element?.show())
  for (const action of page.querySelectorAll('[slot="actions"]')) {
    action.addEventListener('click', () => element?.close(action.textContent))
  }
  return page
}

/** Opens the dialog and leaves it open. */
const open: Play = async ({ canvasElement }) => {
  const opener = await inside(canvasElement, 'haiilo-button')
  await userEvent.click(opener.getByRole('button'))
  const dialog = await inside(canvasElement, 'haiilo-dialog')
  await waitFor(() => expect(dialog.getByRole('dialog')).toBeVisible())
}

/** Closed with its button. The focus returns to the button that opened it. */
export const Closed: Story = {
  render: () => dialogPage('<haiilo-dialog heading="Cancel the order?">You ordered soup.</haiilo-dialog>'),
  async play(context) {
    await open(context)
    const { canvasElement } = context
    const dialog = await inside(canvasElement, 'haiilo-dialog')
    await userEvent.click(dialog.getByRole('button', { name: 'Close' }))
    await waitFor(() => expect(dialog.queryByRole('dialog')).toBeNull())
    await expect(document.activeElement).toBe(canvasElement.querySelector('haiilo-button'))
  },
}

export const Short: Story = {
  render: () =>
    dialogPage(
      `<haiilo-dialog heading="Cancel the order?" size="s">
        ${order}
      </haiilo-dialog>`,
    ),
  play: open,
}

/** Only the close button closes it. */
export const WithoutActions: Story = {
  render: () => dialogPage('<haiilo-dialog heading="Allergens">Celery, milk.</haiilo-dialog>'),
  play: open,
}

/** The content does not scroll. The frame grows instead. */
export const LongContent: Story = {
  render: () =>
    dialogPage(
      `<haiilo-dialog heading="Terms of the canteen" size="l">
        ${Array.from({ length: 60 }, (_, line) => `<div>${line + 1}. Orders cannot be returned.</div>`).join('')}
        <haiilo-button slot="actions" variant="primary">Agree</haiilo-button>
      </haiilo-dialog>`,
    ),
  async play(context) {
    await open(context)
    const dialog = await inside(context.canvasElement, 'haiilo-dialog')
    const { scrollHeight, offsetHeight } = dialog.getByRole('dialog')
    await expect(scrollHeight).toBeLessThanOrEqual(offsetHeight)
    await expect(dialog.getByRole('heading').matches(':focus')).toBe(true)
  },
}

export const German: Story = {
  render: () =>
    dialogPage(
      `<haiilo-dialog heading="${LONG}" size="s">
        <p>Das ${LONG} gilt auch für die Kantine.</p>
        <haiilo-button slot="actions">${LONG}</haiilo-button>
        <haiilo-button slot="actions" variant="primary">Bestellen</haiilo-button>
      </haiilo-dialog>`,
      'lang="de"',
    ),
  async play(context) {
    await open(context)
    const dialog = await inside(context.canvasElement, 'haiilo-dialog')
    await expect(dialog.getByRole('button', { name: 'Schließen' })).toBeVisible()
    const { scrollWidth, offsetWidth } = dialog.getByRole('dialog')
    await expect(scrollWidth).toBeLessThanOrEqual(offsetWidth)
  },
}

export const RightToLeft: Story = {
  render: () =>
    dialogPage(
      `<haiilo-dialog heading="إلغاء الطلب؟" size="s">
        لقد طلبت حساءً للساعة الثانية عشرة.
        <haiilo-button slot="actions">لا</haiilo-button>
        <haiilo-button slot="actions" variant="primary">نعم</haiilo-button>
      </haiilo-dialog>`,
      'dir="rtl" lang="ar"',
    ),
  play: open,
}

/** The first field has the focus. An invalid form does not close the dialog. */
export const WithForm: Story = {
  render: () =>
    dialogPage(
      `<haiilo-dialog heading="Order">
        <form method="dialog" id="order">
          <haiilo-text-field label="Dish" required></haiilo-text-field>
          <p></p>
          <haiilo-text-field label="Wishes" type="textarea" hint="The cook reads them"></haiilo-text-field>
          <p></p>
          <haiilo-button type="submit" variant="primary">Order</haiilo-button>
        </form>
      </haiilo-dialog>`,
    ),
  async play(context) {
    await open(context)
    const { canvasElement } = context
    const dish = (await inside(canvasElement, 'haiilo-text-field')).getByLabelText('Dish')
    await expect(dish.matches(':focus')).toBe(true)
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(dish).toHaveAttribute('aria-invalid', 'true'))
    await expect(canvasElement.querySelector('haiilo-dialog')).toHaveAttribute('open')
  },
}

/** A valid form closes the dialog. */
export const FormSent: Story = {
  ...WithForm,
  async play(context) {
    await open(context)
    const { canvasElement } = context
    const element = canvasElement.querySelector('haiilo-dialog')
    await userEvent.type((await inside(canvasElement, 'haiilo-text-field')).getByLabelText('Dish'), 'Soup{Enter}')
    await waitFor(() => expect(element).not.toHaveAttribute('open'))
  },
}

/** The smallest width of a widget. */
export const Narrow: Story = {
  render: () =>
    dialogPage(
      `<haiilo-dialog heading="Cancel the order of today’s lunch?" size="l">
        ${order}
      </haiilo-dialog>`,
    ),
  parameters: { viewport: { options: { narrow: { name: '320 px', styles: { width: '320px', height: '640px' } } } } },
  globals: { viewport: { value: 'narrow' } },
  async play(context) {
    await open(context)
    await expect(innerWidth).toBe(320)
    await expect(document.documentElement.scrollWidth).toBe(document.documentElement.clientWidth)
  },
}
