import { manifest } from '@haiilo-kit/example-lunch/manifest'
import type { SandboxSetup } from '@haiilo-kit/sandbox'
import type { Meta, StoryObj } from '@storybook/html-vite'
import { expect, waitFor } from 'storybook/test'

import { exampleServers, type Framework } from './example-servers.js'
import { openSandbox, type OpenSandbox, type OpenSandboxOptions } from './open-sandbox.js'

/** The example in the simulated Haiilo Home, as `haiilo-kit sandbox` shows your own plug-in. */
const meta: Meta<OpenSandboxOptions> = {
  title: 'Sandbox',
  // the sandbox has hosts of its own
  parameters: { controls: { disable: true }, haiiloHost: false },
  beforeEach({ args }) {
    sandbox = openSandbox(args)
    return async () => (await sandbox.mounted).close()
  },
  render: () => sandbox.element,
}

export default meta

type Story = StoryObj<OpenSandboxOptions>

let sandbox: OpenSandbox

/** The example from its own server, in a frame of another origin. */
export const React: Story = example('React')
export const Vue: Story = example('Vue')
export const Angular: Story = example('Angular')
export const Plain: Story = { name: 'Plain TypeScript', ...example('Plain TypeScript') }

/** All examples on one page. They have the same content and the same height. */
export const SideBySide: Story = {
  args: {
    manifest: {
      ...manifest,
      entryPoints: Object.entries(exampleServers).map(([name, url]) => ({
        id: name,
        url,
        name: { en: name },
        config: manifest.entryPoints[0].config,
      })),
    },
    manifestUrl: exampleServers.React,
  },
  async play() {
    await expectReady(4)
    await waitFor(() => expect(new Set(frames().map(({ clientHeight }) => clientHeight)).size).toBe(1))
  },
}

/** The host's token has expired. The plug-in shows an error, and the details of the message say which one to expect. */
export const Fault: Story = {
  name: 'With a fault',
  args: example('React', { instances: [{ id: 'w1', columns: 6, config: {}, fault: 'expired' }] }).args,
  async play() {
    await waitFor(() => expect(messages()).toContainEqual(['w1', 'init', 'sent']))
  },
}

/** The frame has an opaque origin: no storage, no cookies, and its modules are cross-origin. */
export const OpaqueOrigin: Story = {
  name: 'With an opaque origin',
  ...example('React', { sandbox: 'opaque' }),
}

/** The plug-in's server does not run. */
export const ServerMissing: Story = {
  name: 'Without a server',
  // browsers block this port, so nothing answers
  args: { manifest, manifestUrl: 'http://127.0.0.1:9/manifest.json' },
  async play() {
    await waitFor(() => expect(root().querySelector('.widget haiilo-alert')).toHaveTextContent('npm start'))
  },
}

function example(framework: Framework, setup?: Partial<SandboxSetup>): Story & Required<Pick<Story, 'args'>> {
  return {
    args: { manifest, manifestUrl: new URL('manifest.json', exampleServers[framework]).href, setup },
    play: () => expectReady(setup?.instances?.length ?? 1),
  }
}

/** Waits until the widgets have sent their height, which they do after the handshake. */
async function expectReady(widgets: number): Promise<void> {
  for (let number = 1; number <= widgets; number += 1) {
    await waitFor(() => expect(messages()).toContainEqual([`w${number}`, 'setHeight', 'accepted']))
  }
  for (const frame of frames().slice(0, widgets)) await expect(frame.getAttribute('scrolling')).toBe('no')
}

function root(): ShadowRoot {
  const { shadowRoot } = sandbox.element
  if (!shadowRoot) throw new Error('The sandbox is not mounted yet.')
  return shadowRoot
}

function frames(): HTMLIFrameElement[] {
  return [...root().querySelectorAll<HTMLIFrameElement>('.widget iframe')]
}

/** Instance, subject and verdict of each message in the timeline. */
function messages(): string[][] {
  const rows = root().querySelector('.timeline')?.shadowRoot?.querySelectorAll('tbody tr') ?? []
  return [...rows].map((row) =>
    ['instance', 'subject', 'verdict'].map((name) => row.querySelector(`.${name}`)?.textContent.trim() ?? ''),
  )
}
