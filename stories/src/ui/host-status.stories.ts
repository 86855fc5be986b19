import { createHaiiloHost, type HaiiloHost } from '@haiilo-kit/core'
import { createSimulatedHost, type SimulatedFault } from '@haiilo-kit/simulator'
import type { Meta, StoryObj } from '@storybook/html-vite'
import { expect, userEvent, waitFor } from 'storybook/test'

import '@haiilo-kit/ui/host-status'

import { inside, storyPage } from './story-page.js'

interface StatusArgs {
  /** The fault of the simulated host. */
  readonly fault?: SimulatedFault
  /** How long the plug-in waits for the handshake, in milliseconds. */
  readonly timeout?: number
  readonly lang?: string
}

let home: ReturnType<typeof createSimulatedHost>
let host: HaiiloHost

const meta: Meta<StatusArgs> = {
  title: 'Components/Host status',
  beforeEach({ args }) {
    home = createSimulatedHost({ fault: args.fault })
    host = createHaiiloHost({ ...home.connect(), timeout: args.timeout ?? 10_000 })
    // the next story may have replaced the variables before this one is cleaned up
    const [storyHost, storyHome] = [host, home]
    return () => {
      storyHost.close()
      storyHome.close()
    }
  },
  render({ lang = 'en' }) {
    const page = storyPage(
      `<haiilo-host-status lang="${lang}" help-base="https://docs.example.com/errors/"><h1>Enjoy</h1></haiilo-host-status>`,
    )
    const status = page.querySelector('haiilo-host-status')
    if (status) status.host = host
    return page
  },
}

export default meta

type Story = StoryObj<StatusArgs>

/** In milliseconds: the longest timeout of a browser, about 25 days. */
const LONGEST_TIMEOUT = 2 ** 31 - 1

export const Connecting: Story = { args: { fault: 'silent', timeout: LONGEST_TIMEOUT } }

/** The content appears once the host is verified. */
export const Ready: Story = {
  async play({ canvas }) {
    await waitFor(() => expect(canvas.getByRole('heading', { name: 'Enjoy' })).toBeVisible())
  },
}

export const NoAnswer: Story = failing('did not respond', { fault: 'silent', timeout: 50 })
export const NotVerified: Story = failing('could not be verified', { fault: 'wrong-key' })
export const ClockWrong: Story = failing('clock of this device', { fault: 'expired' })
export const InGerman: Story = failing('Die Uhr dieses Geräts', { fault: 'not-yet-valid', lang: 'de' })

/** A second try succeeds, and the content replaces the failure. */
export const Retried: Story = {
  args: { fault: 'unsigned' },
  async play({ canvas, canvasElement }) {
    const status = await inside(canvasElement, 'haiilo-host-status')
    await status.findByRole('alert')
    await waitFor(() => expect(canvasElement.querySelector('haiilo-host-status')?.shadowRoot).toBeTruthy())
    home.setFault(undefined)
    const button = await waitFor(() => {
      const found = canvasElement.querySelector('haiilo-host-status')?.shadowRoot?.querySelector('haiilo-button')
      if (!found) throw new Error('There is no button yet.')
      return found
    })
    await userEvent.click(button)
    await waitFor(() => expect(canvas.getByRole('heading', { name: 'Enjoy' })).toBeVisible())
  },
}

function failing(text: string, args: StatusArgs): Story {
  return {
    args,
    async play({ canvasElement }) {
      const status = await inside(canvasElement, 'haiilo-host-status')
      await waitFor(() => expect(status.getByRole('alert')).toHaveTextContent(text))
    },
  }
}
