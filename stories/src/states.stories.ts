import { windowTransport, type HaiiloErrorCode, type HaiiloHostOptions } from '@haiilo-kit/core'
import { fields, type LunchConfig } from '@haiilo-kit/example-lunch/fields'
import { manifest } from '@haiilo-kit/example-lunch/manifest'
import { readConfig } from '@haiilo-kit/manifest'
import { createHaiiloHost, type HaiiloHost } from '@haiilo-kit/react'
import { storyHost, type HaiiloHostParameters } from '@haiilo-kit/storybook-addon'
import type { Meta, StoryObj } from '@storybook/html-vite'
import { expect, userEvent, waitFor } from 'storybook/test'

import { mountReactExample } from './mount-react-example.js'
import './states.css'

interface StateArgs {
  /** The part that is missing on the page of the plug-in. There is no host then. */
  readonly missing?: 'parent' | 'source'
}

const config = readConfig(fields)
let page: HTMLElement

const meta: Meta<StateArgs> = {
  title: 'States',
  parameters: { controls: { disable: true }, haiiloHost: { manifest, connection: { config } } },
  beforeEach(context) {
    const { missing } = context.args
    page = document.createElement('div')
    page.className = 'states'
    const card = page.appendChild(document.createElement('div'))
    const host = missing ? createHaiiloHost({ ...without(missing), config }) : storyHost(context).host
    // `connection.config` has parsed it
    const unmount = mountReactExample(card, host as HaiiloHost<LunchConfig>)
    return () => {
      unmount()
      host.close()
    }
  },
  render: () => page,
}

export default meta

type Story = StoryObj<StateArgs>

/** The host has not answered yet. */
export const Connecting: Story = {
  ...withHost({ fault: 'silent', connection: { timeout: 2 ** 31 - 1 } }),
  async play({ canvas }) {
    await expect(canvas.getByRole('status')).toHaveTextContent('One moment…')
  },
}

/** The host is verified. */
export const Ready: Story = {
  async play({ canvas }) {
    await expect(await canvas.findByRole('heading', { level: 1 })).toHaveTextContent('Enjoy, Ada')
  },
}

export const Unsigned: Story = failing('ERR_TOKEN_ALGORITHM', { fault: 'unsigned' })
export const WrongKey: Story = failing('ERR_TOKEN_SIGNATURE', { fault: 'wrong-key' })
export const Tampered: Story = failing('ERR_TOKEN_SIGNATURE', { fault: 'tampered' })
export const Malformed: Story = failing('ERR_TOKEN_MALFORMED', { fault: 'respelled-signature' })
export const Expired: Story = failing('ERR_TOKEN_EXPIRED', { fault: 'expired' })
export const NotYetValid: Story = failing('ERR_TOKEN_NOT_YET_VALID', { fault: 'not-yet-valid' })
export const WrongSubject: Story = failing('ERR_TOKEN_SUBJECT', { fault: 'wrong-subject' })
export const ForeignIssuer: Story = failing('ERR_TOKEN_ISSUER', { fault: 'foreign-issuer' })
export const ForeignOrigin: Story = failing('ERR_TOKEN_ORIGIN', { fault: 'foreign-origin' })
export const UntrustedKeyDocument: Story = failing('ERR_TOKEN_KEY_UNTRUSTED', { fault: 'untrusted-jku' })
export const KeyServerDown: Story = failing('ERR_KEYS_UNAVAILABLE', { fault: 'key-server-down' })

/** The host does not answer, or its answer has another nonce. */
export const NoAnswer: Story = failing('ERR_HANDSHAKE_TIMEOUT', { fault: 'silent', connection: { timeout: 300 } })
export const WrongNonce: Story = failing('ERR_HANDSHAKE_TIMEOUT', {
  fault: 'wrong-nonce',
  connection: { timeout: 300 },
})

/** The page was opened outside of a host. */
export const NotEmbedded: Story = { ...failing('ERR_NOT_EMBEDDED'), args: { missing: 'parent' } }

/** The URL of the page has no source id. */
export const SourceMissing: Story = { ...failing('ERR_SOURCE_MISSING'), args: { missing: 'source' } }

/** “Try again” works once the host has no fault. Runs only as a test and is hidden in the list of stories. */
export const Retried: Story = {
  tags: ['!dev'],
  ...withHost({ fault: 'expired' }),
  async play(context) {
    const { canvas } = context
    const retry = await canvas.findByRole('button', { name: 'Try again' })
    storyHost(context).setFault(undefined)
    await userEvent.click(retry)
    await expect(await canvas.findByRole('heading', { level: 1 })).toHaveTextContent('Enjoy, Ada')
  },
}

/** A failure with a button to try again. */
function failing(code: HaiiloErrorCode, haiiloHost: HaiiloHostParameters = {}): Story {
  return {
    ...withHost(haiiloHost),
    async play({ canvas }) {
      await waitFor(() => expect(canvas.getByRole('alert')).toHaveTextContent(code))
      await expect(canvas.getByRole('button', { name: 'Try again' })).toBeVisible()
    },
  }
}

function withHost(haiiloHost: HaiiloHostParameters): Pick<Story, 'parameters'> {
  return { parameters: { haiiloHost } }
}

function without(missing: 'parent' | 'source'): HaiiloHostOptions {
  // in Storybook and in its tests, `top` has this origin, and it is the only window that is not embedded
  return missing === 'source'
    ? { source: '' }
    : { source: 'w1', transport: windowTransport(window.top as typeof window) }
}
