import { storyHost, type HaiiloHostParameter } from '@haiilo-kit/storybook-addon'
import type { Meta, StoryObj } from '@storybook/html-vite'
import { expect, userEvent, waitFor } from 'storybook/test'

import '@haiilo-kit/ui/host-status'

import { inside, storyPage } from './story-page.js'

interface StatusArgs {
  readonly lang?: string
}

const meta: Meta<StatusArgs> = {
  title: 'Components/Host status',
  render({ lang = 'en' }, context) {
    const page = storyPage(
      `<haiilo-host-status lang="${lang}" help-base="https://docs.example.com/errors/"><h1>Enjoy</h1></haiilo-host-status>`,
    )
    const status = page.querySelector('haiilo-host-status')
    if (status) status.host = storyHost(context).host
    return page
  },
}

export default meta

type Story = StoryObj<StatusArgs>

/** In milliseconds: the longest timeout of a browser, about 25 days. */
const LONGEST_TIMEOUT = 2 ** 31 - 1

export const Connecting: Story = withHost({ fault: 'silent', connection: { timeout: LONGEST_TIMEOUT } })

/** The content appears once the host is verified. */
export const Ready: Story = {
  async play({ canvas }) {
    await waitFor(() => expect(canvas.getByRole('heading', { name: 'Enjoy' })).toBeVisible())
  },
}

export const NoAnswer: Story = failing('did not respond', { fault: 'silent', connection: { timeout: 50 } })
export const NotVerified: Story = failing('could not be verified', { fault: 'wrong-key' })
export const ClockWrong: Story = failing('clock of this device', { fault: 'expired' })
export const InGerman: Story = failing('Die Uhr dieses Geräts', { fault: 'not-yet-valid' }, { lang: 'de' })

/** A second try succeeds, and the content replaces the failure. */
export const Retried: Story = {
  ...withHost({ fault: 'unsigned' }),
  async play(context) {
    const { canvas, canvasElement } = context
    const status = await inside(canvasElement, 'haiilo-host-status')
    await status.findByRole('alert')
    await waitFor(() => expect(canvasElement.querySelector('haiilo-host-status')?.shadowRoot).toBeTruthy())
    storyHost(context).setFault(undefined)
    const button = await waitFor(() => {
      const found = canvasElement.querySelector('haiilo-host-status')?.shadowRoot?.querySelector('haiilo-button')
      if (!found) throw new Error('There is no button yet.')
      return found
    })
    await userEvent.click(button)
    await waitFor(() => expect(canvas.getByRole('heading', { name: 'Enjoy' })).toBeVisible())
  },
}

function failing(text: string, haiiloHost: HaiiloHostParameter, args: StatusArgs = {}): Story {
  return {
    ...withHost(haiiloHost),
    args,
    async play({ canvasElement }) {
      const status = await inside(canvasElement, 'haiilo-host-status')
      await waitFor(() => expect(status.getByRole('alert')).toHaveTextContent(text))
    },
  }
}

function withHost(haiiloHost: HaiiloHostParameter): Story {
  return { parameters: { haiiloHost } }
}
