import axe from 'axe-core'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { manifest, plugin } from '../../test/lunch-manifest.js'
import type { BackEndEventName, SentEventEntry } from '../contract/back-end-entry.js'
import type { PluginState } from '../contract/plugin-state.js'
import { createMemoryBackend, type MemoryBackend } from './backend/create-memory-backend.js'
import { mountSandbox, type MountedSandbox } from './mount-sandbox.js'

const LIFECYCLE = {
  url: 'https://lunch.example.com/haiilo/',
  events: ['install', 'uninstall', 'instance_add', 'instance_remove'],
}

function withBackEnd(changes: object = {}): PluginState {
  return { ...plugin, manifest: { ...manifest, lifecycle: LIFECYCLE, apiAccess: { url: LIFECYCLE.url }, ...changes } }
}

let element: HTMLElement
let backend: MemoryBackend
let sandbox: MountedSandbox | undefined
let sent: [BackEndEventName, string | undefined][]

beforeEach(async () => {
  localStorage.clear()
  await page.viewport(1280, 900)
  element = document.createElement('div')
  element.style.height = '900px'
  document.body.append(element)
  sent = []
})

afterEach(() => {
  sandbox?.close()
  document.body.replaceChildren()
})

/** The answer that the server of the sandbox would report. */
function entryOf(event: BackEndEventName, changes: Partial<SentEventEntry> = {}): SentEventEntry {
  return {
    type: 'event',
    tenant: 'first',
    event,
    instanceId: undefined,
    time: Date.now(),
    url: LIFECYCLE.url + event,
    header: { alg: 'RS512' },
    claims: { sub: event, tenantId: 'tenant-1' },
    status: 201,
    body: '{}',
    duration: 12,
    verdict: 'accepted',
    explanation: 'The plug-in is installed in the tenant.',
    ...changes,
  }
}

async function mount(
  shown: PluginState = withBackEnd(),
  answer: (event: BackEndEventName) => Partial<SentEventEntry> | Promise<Partial<SentEventEntry>> = () => ({}),
): Promise<void> {
  backend = createMemoryBackend({
    plugin: shown,
    setup: { version: 1, instances: [{ id: 'w1', columns: 6, config: {} }] },
    async sendEvent(event, instanceId) {
      sent.push([event, instanceId])
      return entryOf(event, { instanceId, ...(await answer(event)) })
    },
  })
  sandbox = await mountSandbox(element, { backend })
  await userEvent.click(page.getByRole('tab', { name: 'Back end' }))
}

async function press(name: string): Promise<void> {
  await userEvent.click(page.getByRole('button', { name, exact: true }))
}

/** Waits until the list shows a text. Closed details have no text. */
async function lists(text: string): Promise<void> {
  await vi.waitFor(() => expect(listText()).toContain(text), { timeout: 15_000 })
}

function listText(): string {
  return element.shadowRoot?.querySelector<HTMLElement>('.entries')?.innerText.replaceAll(/\s+/g, ' ') ?? ''
}

it('sends an event, and shows the answer and what the host does', async () => {
  await mount(undefined, () => ({
    status: 400,
    body: '{"code":400,"message":"No licence"}',
    verdict: 'sent-again',
    explanation: 'Haiilo Home sends the event again.',
  }))
  await press('uninstall')
  await lists('400 uninstall')
  await lists('Haiilo Home sends the event again.')
  await userEvent.click(page.getByText('Request of uninstall'))
  await lists('"tenantId": "tenant-1"')
  await userEvent.click(page.getByText('Answer to uninstall'))
  await lists('"message":"No licence"')
  expect(sent).toEqual([['uninstall', undefined]])
})

it('sends `access_token` after an accepted `install`, like a host', async () => {
  await mount()
  await press('install')
  await vi.waitFor(() => expect(sent.map(([event]) => event)).toEqual(['install', 'access_token']))
})

it.each([
  ['a failed `install`', withBackEnd(), 400],
  ['an `install` without `apiAccess`', withBackEnd({ apiAccess: undefined }), 201],
])('sends nothing after %s', async (_, shown, status) => {
  await mount(shown, () => ({ status, verdict: status === 201 ? 'accepted' : 'installation-fails' }))
  await press('install')
  await lists(String(status))
  expect(sent).toEqual([['install', undefined]])
})

it('sends events of the selected widget', async () => {
  await mount()
  await press('instance_add')
  await press('instance_remove')
  await vi.waitFor(() =>
    expect(sent).toEqual([
      ['instance_add', 'w1'],
      ['instance_remove', 'w1'],
    ]),
  )
})

it('sends events of added and removed widgets only while the switch is on', async () => {
  await mount(withBackEnd({ entryPoints: [manifest.entryPoints[0]] }))
  await press('Add widget')
  await userEvent.click(page.getByRole('tab', { name: 'Back end' }))
  await userEvent.click(page.getByRole('switch', { name: 'Send events of widgets that I add and remove' }))
  await press('Add widget')
  await press('Remove')
  await vi.waitFor(() =>
    expect(sent).toEqual([
      ['instance_add', 'w3'],
      ['instance_remove', 'w3'],
    ]),
  )
})

it('keeps open details when the next answer arrives', async () => {
  await mount()
  await press('uninstall')
  await userEvent.click(page.getByText('Request of uninstall'))
  await press('instance_add')
  await expect.element(page.getByText('Request of instance_add')).toBeInTheDocument()
  await lists('"sub": "uninstall"')
})

it('shows that it waits for an answer', async () => {
  const answer = Promise.withResolvers<object>()
  await mount(undefined, () => answer.promise)
  await press('uninstall')
  const busy = page.getByRole('button', { name: 'uninstall' })
  await expect.element(busy).toHaveAttribute('aria-busy', 'true')
  answer.resolve({})
  await expect.element(busy).not.toHaveAttribute('aria-busy')
})

it('shows a notification that the back end sent, and clears the list', async () => {
  await mount()
  backend.report({
    ...{ type: 'notification', tenant: 'first', time: Date.now(), instanceId: 'w1' },
    ...{ recipient: 'user-1', text: 'Lunch is ready' },
  })
  await lists('Lunch is ready')
  await press('Clear list')
  await vi.waitFor(() => expect(listText()).toBe(''))
})

it('disables events that the host does not send, and says what the manifest needs', async () => {
  await mount(withBackEnd({ lifecycle: { ...LIFECYCLE, events: ['install', 'uninstall'] }, apiAccess: undefined }))
  for (const name of ['instance_add', 'instance_remove', 'access_token'])
    await expect.element(page.getByRole('button', { name, exact: true })).toBeDisabled()
  await expect
    .element(page.getByText(/To send instance_add, instance_remove, add\s+them to lifecycle\.events/))
    .toBeVisible()
  await expect.element(page.getByText(/To send access_token, add apiAccess to the manifest/)).toBeVisible()
  await expect.element(page.getByRole('button', { name: 'install', exact: true })).toBeEnabled()
})

it('explains how to add a back end if the manifest has none', async () => {
  await mount(plugin)
  await expect.element(page.getByText(/The manifest has no lifecycle/)).toBeVisible()
  expect(page.getByRole('button', { name: 'install', exact: true }).query()).toBeNull()
})

it('says that a page without a server cannot send events', async () => {
  backend = createMemoryBackend({ plugin: withBackEnd() })
  sandbox = await mountSandbox(element, { backend })
  await userEvent.click(page.getByRole('tab', { name: 'Back end' }))
  await expect.element(page.getByText(/has no server that can\s+send events/)).toBeVisible()
})

it.each(['light', 'dark'] as const)('has no problem that axe finds (%s)', async (theme) => {
  await mount(undefined, (event) => (event === 'uninstall' ? { status: 0, verdict: 'sent-again' } : {}))
  sandbox?.show({ ...sandbox.setup(), theme })
  await press('install')
  await press('uninstall')
  await userEvent.click(page.getByText('Request of uninstall'))
  await lists('"sub": "uninstall"')
  const { violations } = await axe.run(element, { iframes: false })
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
})
