import { simulatedFaults } from '@haiilo-kit/simulator'
import type { Meta, StoryObj } from '@storybook/html-vite'
import { expect, fireEvent, userEvent, waitFor, within } from 'storybook/test'

import { createSandbox, type Sandbox } from './home/create-sandbox.js'
import { createSideBySide } from './home/create-side-by-side.js'
import type { SandboxArgs } from './home/sandbox-args.js'
import { exampleServers } from './plugins/example-servers.js'
import { frameworks, type Framework } from './plugins/frameworks.js'

let sandbox: Sandbox

const meta: Meta<SandboxArgs> = {
  title: 'Sandbox',
  args: {
    framework: 'React',
    fault: 'none',
    latency: 0,
    sandbox: 'memory',
    userName: 'Ada',
    userId: 'user-1',
    userLanguage: 'en',
    canteen: 'north',
    dishes: 3,
  },
  argTypes: {
    framework: { name: 'Framework', control: 'inline-radio', options: frameworks },
    fault: { name: 'Fault', control: 'select', options: ['none', ...simulatedFaults] },
    latency: { name: 'Latency (ms)', control: { type: 'range', min: 0, max: 3000, step: 100 } },
    sandbox: { name: 'Sandbox', control: 'inline-radio', options: ['memory', 'same-origin', 'opaque'] },
    userName: { name: 'User name', control: 'text' },
    userId: { name: 'User id', control: 'text' },
    userLanguage: { name: 'User language', control: 'select', options: ['en', 'de', 'fr'] },
    canteen: { name: 'Canteen', control: 'inline-radio', options: ['north', 'south'] },
    dishes: { name: 'Dishes shown at first', control: { type: 'number', min: 1, max: 9 } },
  },
  beforeEach({ args, parameters }) {
    const url: unknown = parameters['pluginUrl']
    sandbox = createSandbox(args, { url: typeof url === 'string' ? url : undefined })
    return () => sandbox.close()
  },
  render(args) {
    sandbox.update(args)
    return sandbox.element
  },
}

export default meta

type Story = StoryObj<SandboxArgs>

/** The plug-in with a simulated host in memory. The log also shows how the plug-in handles each message. */
export const InMemory: Story = {
  name: 'In memory',
  play: ({ canvasElement }) => expectShown(canvasElement),
}

/** The same plug-in, written in Vue. */
export const Vue: Story = { ...InMemory, name: 'In Vue', args: { framework: 'Vue' } }

/** The same plug-in, written in Angular. */
export const Angular: Story = { ...InMemory, name: 'In Angular', args: { framework: 'Angular' } }

/** The same plug-in without a framework. */
export const Plain: Story = { ...InMemory, name: 'In plain TypeScript', args: { framework: 'Plain' } }

/** All examples on one page of the same home. They behave the same. */
export const SideBySide: Story = {
  name: 'Side by side',
  parameters: { controls: { exclude: ['Framework', 'Sandbox'] } },
  beforeEach({ args }) {
    sandbox.close()
    sandbox = createSideBySide(args)
  },
  play: ({ canvasElement }) => expectSameInAll(canvasElement, 'Enjoy, Ada'),
}

// these stories use the page like a person; they run only as tests and are hidden in the list of stories
export const InMemoryInUse: Story = { ...inUse('React'), tags: ['!dev'] }
export const VueInUse: Story = { ...inUse('Vue'), tags: ['!dev'] }
export const AngularInUse: Story = { ...inUse('Angular'), tags: ['!dev'] }
export const PlainInUse: Story = { ...inUse('Plain'), tags: ['!dev'] }
export const SideBySideInUse: Story = {
  ...SideBySide,
  tags: ['!dev'],
  async play({ canvasElement }) {
    await expectSameInAll(canvasElement, 'Enjoy, Ada')
    const small = heightOf(canvasElement, 'React')
    for (const framework of frameworks) {
      await userEvent.click(inside(canvasElement, framework).getByRole('button', { name: 'Show 3 more' }))
    }
    await expectSameInAll(canvasElement, 'Apple crumble')
    await waitFor(() => expect(heightOf(canvasElement, 'React')).toBeGreaterThan(small))
    await expectSameInAll(canvasElement, 'Apple crumble')
  },
}
export const SettingsInUse: Story = { ...settingsInUse('React'), tags: ['!dev'] }
export const VueSettingsInUse: Story = { ...settingsInUse('Vue'), tags: ['!dev'] }
export const AngularSettingsInUse: Story = { ...settingsInUse('Angular'), tags: ['!dev'] }
export const PlainSettingsInUse: Story = { ...settingsInUse('Plain'), tags: ['!dev'] }

/** The host's token is expired. The plug-in shows the error. */
export const Fault: Story = {
  name: 'With a fault',
  args: { fault: 'expired' },
  async play({ canvasElement, canvas }) {
    await waitFor(() => expect(frameText(canvasElement)).toContain('ERR_TOKEN_EXPIRED'))
    await expect(canvas.getByText(/answers with a token that expired/)).toBeVisible()
    await expect(rows(canvasElement)).toContainEqual(['plug-in', 'to plug-in', 'init', 'refused'])
  },
}

/** The same plug-in from its own server, in a frame of another origin with `allow-same-origin`. */
export const CrossOrigin: Story = {
  name: 'Cross-origin',
  args: { sandbox: 'same-origin' },
  play: ({ args, canvasElement }) => expectEmbedded(canvasElement, args),
}

/** The same in a frame with an opaque origin: no storage, no cookies, and its modules are cross-origin. */
export const CrossOriginOpaque: Story = {
  name: 'Cross-origin, opaque',
  args: { sandbox: 'opaque' },
  play: ({ args, canvasElement }) => expectEmbedded(canvasElement, args),
}

/** The plug-in's server does not run. */
export const CrossOriginWithoutServer: Story = {
  name: 'Cross-origin, server missing',
  args: { sandbox: 'same-origin' },
  // browsers block this port, so nothing answers
  parameters: { pluginUrl: 'http://127.0.0.1:9/' },
  async play({ canvas }) {
    await expect(await canvas.findByRole('alert')).toHaveTextContent('npm start')
    await expect(canvas.getByRole('button', { name: 'Try again' })).toBeVisible()
  },
}

async function expectShown(canvasElement: HTMLElement): Promise<void> {
  await waitFor(() => expect(heading(canvasElement)).toBe('Enjoy, Ada'))
  await expect(rows(canvasElement)).toContainEqual(['plug-in', 'to plug-in', 'init', 'accepted'])
}

/** Uses the plug-in and the host like a person. */
function inUse(framework: Framework): Story {
  return {
    args: { framework },
    async play({ args, canvasElement, step }) {
      const canvas = within(canvasElement)
      await waitFor(() => expect(heading(canvasElement)).toBe('Enjoy, Ada'))

      await step('grows and shrinks', async () => {
        const small = await settledHeight(canvasElement)
        await userEvent.click(inside(canvasElement).getByRole('button', { name: 'Show 3 more' }))
        await waitFor(() => expect(frame(canvasElement).clientHeight).toBeGreaterThan(small))
        await userEvent.click(inside(canvasElement).getByRole('button', { name: 'Show fewer' }))
        await waitFor(() => expect(frame(canvasElement).clientHeight).toBe(small))
      })
      await step('sends a request and shows the answer', async () => {
        await userEvent.click(inside(canvasElement).getByRole('button', { name: 'Reserve: Tomato soup with basil' }))
        await waitFor(() => expect(frameText(canvasElement)).toMatch(/Reserved: table \d/))
        await expect(rows(canvasElement)).toContainEqual(['host', 'to host', 'reserveSeat', 'accepted'])
        await expect(rows(canvasElement)).toContainEqual(['plug-in', 'to plug-in', 'reserveSeat', 'accepted'])
      })
      await step('shows that the page is in edit mode', async () => {
        await userEvent.click(canvas.getByRole('button', { name: 'Edit page' }))
        await waitFor(() => expect(frameText(canvasElement)).toContain('You are editing this page.'))
        await userEvent.click(canvas.getByRole('button', { name: 'Edit page' }))
        await waitFor(() => expect(heading(canvasElement)).toBe('Enjoy, Ada'))
      })
      await step('gets a fresh token', async () => {
        await userEvent.click(canvas.getByRole('button', { name: 'New token' }))
        await canvas.findByText('The host signed a fresh token, and the plug-in verified it.')
      })
      await step('reloads', async () => {
        await userEvent.click(canvas.getByRole('button', { name: 'Clear' }))
        await userEvent.click(canvas.getByRole('button', { name: 'Reload' }))
        await waitFor(() => expect(rows(canvasElement)).toContainEqual(['plug-in', 'to plug-in', 'init', 'accepted']))
      })
      await step('applies several controls at once', async () => {
        sandbox.update({ ...args, userName: 'Grace', canteen: 'south' })
        await waitFor(() => expect(heading(canvasElement)).toBe('Enjoy, Grace'))
        await expect(frameText(canvasElement)).toContain('South canteen')
      })
    },
  }
}

/** Saves the plug-in's own settings page with the button of the host. */
function settingsInUse(framework: Framework): Story {
  return {
    args: { framework },
    async play({ canvasElement, step }) {
      const canvas = within(canvasElement)
      const settings = 'Settings of Lunch'
      await waitFor(() => expect(heading(canvasElement)).toBe('Enjoy, Ada'))

      await step('refuses to save an invalid value', async () => {
        await userEvent.click(canvas.getByRole('button', { name: 'Settings' }))
        const field = await waitFor(() => control(canvasElement, settings, 'Dishes shown at first'))
        // `userEvent` cannot edit controls in the shadow roots of a framed document
        await fireEvent.input(field, { target: { value: '' } })
        await userEvent.click(canvas.getByRole('button', { name: 'Save' }))
        await canvas.findByText('The plug-in answered false: nothing was saved.')
        await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'))
        await fireEvent.input(field, { target: { value: '2' } })
      })
      await step('saves and reloads', async () => {
        await choose(control(canvasElement, settings, 'Canteen'), 'South canteen')
        await userEvent.click(canvas.getByRole('button', { name: 'Save' }))
        await canvas.findByText('Saved: {"canteen":"south","dishes":2}')
        await waitFor(() => expect(frameText(canvasElement)).toContain('South canteen'))
      })
    },
  }
}

/** Checks that the plug-in has the same text and the same height in every framework. */
async function expectSameInAll(canvasElement: HTMLElement, expected: string): Promise<void> {
  await waitFor(() => expect(compactText(canvasElement, 'React')).toContain(expected.replaceAll(' ', '')))
  for (const property of [compactText, heightOf]) {
    await waitFor(() => {
      const all = frameworks.map((framework) => property(canvasElement, framework))
      return expect(new Set(all).size).toBe(1)
    })
  }
}

/** Without white space, because some templates keep it around values. */
function compactText(canvasElement: HTMLElement, framework: Framework): string {
  return frameText(canvasElement, framework).replaceAll(/\s/g, '')
}

function heightOf(canvasElement: HTMLElement, framework: Framework): number {
  return frame(canvasElement, framework).clientHeight
}

/** Checks the log, because the page cannot read the content of a frame of another origin. */
async function expectEmbedded(canvasElement: HTMLElement, { framework }: SandboxArgs): Promise<void> {
  await waitFor(() => expect(rows(canvasElement)).toContainEqual(['host', 'to host', 'init', 'accepted']))
  await waitFor(() => expect(rows(canvasElement)).toContainEqual(['host', 'to host', 'setHeight', 'accepted']))
  await expect(frame(canvasElement).src).toContain(`${exampleServers[framework].url}?src=`)
  await expect(frame(canvasElement).getAttribute('scrolling')).toBe('no')
}

function frame(canvasElement: HTMLElement, title = 'Lunch'): HTMLIFrameElement {
  return within(canvasElement).getByTitle<HTMLIFrameElement>(title)
}

function body(canvasElement: HTMLElement, title?: string): HTMLElement {
  const inside = frame(canvasElement, title).contentDocument?.body
  if (!inside) throw new Error('The document of the frame is not accessible.')
  return inside
}

function inside(canvasElement: HTMLElement, title?: string) {
  return within(body(canvasElement, title))
}

/** The control of a field: in the page itself, or in a component of the kit. */
function control(canvasElement: HTMLElement, title: string, label: string): HTMLElement {
  const form = body(canvasElement, title).querySelector('haiilo-config-form')
  if (!form) return inside(canvasElement, title).getByLabelText(label)
  const fields = [...(form.shadowRoot?.querySelectorAll<HTMLElement & { label: string }>('[data-key]') ?? [])]
  const field = fields.find((candidate) => candidate.label === label)
  const found = field?.shadowRoot?.querySelector<HTMLElement>('#control')
  if (!found) throw new Error(`There is no field "${label}".`)
  return found
}

/** Chooses an option in a native select or in `haiilo-select`. */
async function choose(list: HTMLElement, label: string): Promise<void> {
  if (list.localName === 'select') return userEvent.selectOptions(list, label)
  await fireEvent.click(list)
  const option = await waitFor(() => {
    const options = [...(list.parentNode?.querySelectorAll<HTMLElement>('[role=option]') ?? [])]
    const found = options.find(({ textContent }) => textContent.includes(label))
    if (!found) throw new Error(`There is no option "${label}".`)
    return found
  })
  await fireEvent.click(option)
}

function frameText(canvasElement: HTMLElement, title?: string): string {
  return body(canvasElement, title).textContent
}

function heading(canvasElement: HTMLElement): string {
  return inside(canvasElement).getByRole('heading', { level: 1 }).textContent
}

/** Waits until the plug-in has set its height, and returns it. */
async function settledHeight(canvasElement: HTMLElement): Promise<number> {
  await waitFor(() => expect(frame(canvasElement).style.height).not.toBe(''))
  return frame(canvasElement).clientHeight
}

/** The columns “Seen by”, “Direction”, “Subject” and “Verdict” of each row in the log. */
function rows(canvasElement: HTMLElement): string[][] {
  const lines = [...canvasElement.querySelectorAll('tbody tr')]
  return lines.map((line) => [
    ...[...line.querySelectorAll('td:nth-child(2), td:nth-child(3)')].map(({ textContent }) => textContent),
    line.querySelector('strong')?.textContent ?? '',
    line.querySelector('.log-verdict')?.textContent ?? '',
  ])
}
