import { createHaiiloHost, type HaiiloHost } from '@haiilo-kit/core'
import { createSimulatedHost, type SimulatedFault } from '@haiilo-kit/simulator'
import type { Meta, StoryObj } from '@storybook/html-vite'
import { expect, userEvent, waitFor } from 'storybook/test'

import '@haiilo-kit/ui/host-status'

import { inside, storyPage } from './story-page.js'

interface StatusArgs {
  /** What goes wrong at the simulated host. */
  readonly fault?: SimulatedFault
  /** How long the plug-in waits for an answer, in milliseconds. */
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
    // these ones: when they are left, the next story has its own already
    const [left, leftHome] = [host, home]
    return () => {
      left.close()
      leftHome.close()
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

const forEver = 2 ** 31 - 1

export const Connecting: Story = { args: { fault: 'silent', timeout: forEver } }

/** What it holds is shown once the host is verified. */
export const Ready: Story = {
  async play({ canvas }) {
    await waitFor(() => expect(canvas.getByRole('heading', { name: 'Enjoy' })).toBeVisible())
  },
}

export const NotAnswered: Story = failing('did not answer', { fault: 'silent', timeout: 50 })
export const NotProved: Story = failing('could not be verified', { fault: 'wrong-key' })
export const ClockWrong: Story = failing('clock of this device', { fault: 'expired' })
export const InGerman: Story = failing('Die Uhr dieses Geräts', { fault: 'not-yet-valid', lang: 'de' })

/** Another try takes the failure away, and the focus stays where it was. */
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
