import axe from 'axe-core'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { OWN_SETTINGS, plugin, TODAY, withEntryPoint } from '../../test/lunch-manifest.js'
import type { PageCheck } from '../contract/page-check.js'
import type { SandboxSetup } from '../contract/setup.js'
import { defaultSetup, readSetupFragment, setupFragment } from '../setup/index.js'
import { createMemoryBackend, type MemoryBackend, type MemoryBackendOptions } from './backend/create-memory-backend.js'
import { mountSandbox, type MountedSandbox, type MountSandboxOptions } from './mount-sandbox.js'
import type { SandboxAddress } from './backend/sandbox-address.js'

let element: HTMLElement
let sandbox: MountedSandbox | undefined
let backend: MemoryBackend

beforeEach(async () => {
  localStorage.clear()
  await page.viewport(1280, 900)
  document.body.style.margin = '0'
  element = document.createElement('div')
  element.style.height = '900px'
  document.body.append(element)
})

afterEach(() => {
  sandbox?.close()
  sandbox = undefined
  document.body.replaceChildren()
})

async function mount(
  options: Partial<MemoryBackendOptions> = {},
  more: Omit<MountSandboxOptions, 'backend'> = {},
): Promise<void> {
  backend = createMemoryBackend({ plugin, ...options })
  sandbox = await mountSandbox(element, { backend, ...more })
}

function setup(): SandboxSetup {
  if (!sandbox) throw new Error('There is no sandbox.')
  return sandbox.setup()
}

function root(): ShadowRoot {
  if (!element.shadowRoot) throw new Error('There is no shadow root.')
  return element.shadowRoot
}

function frames(): readonly HTMLIFrameElement[] {
  return [...root().querySelectorAll<HTMLIFrameElement>('.widget iframe')]
}

/** The text of a plug-in. It has the origin of this page. */
function readText(index: number): string {
  return frames()[index]?.contentDocument?.body.innerText ?? ''
}

/** Waits until a plug-in shows a text. */
async function shows(index: number, text: string): Promise<void> {
  await vi.waitFor(() => expect(readText(index)).toContain(text), { timeout: 15_000 })
}

/** The texts of the columns in each row of the timeline. */
function messages(): readonly (readonly string[])[] {
  const timeline = root().querySelector('.timeline')?.shadowRoot
  const rows = [...(timeline?.querySelectorAll('tbody tr') ?? [])]
  return rows.map((row) => [...row.querySelectorAll('td')].slice(1).map(({ textContent }) => textContent.trim()))
}

async function logged(message: readonly string[]): Promise<void> {
  await vi.waitFor(() => expect(messages()).toContainEqual(expect.arrayContaining([...message])), { timeout: 15_000 })
}

function button(name: string | RegExp) {
  return page.getByRole('button', { name, exact: typeof name === 'string' })
}

async function choose(field: string, option: string): Promise<void> {
  await userEvent.click(page.getByRole('combobox', { name: field }))
  await userEvent.click(page.getByRole('option', { name: new RegExp(`^${option}`) })) // a description may follow
}

async function openTab(name: string | RegExp): Promise<void> {
  await userEvent.click(page.getByRole('tab', { name }))
}

/** A simulated address bar. */
function testAddress(fragment = '') {
  const opened: string[] = []
  const listeners = new Set<() => void>()
  let current = fragment
  const address: SandboxAddress = {
    read: () => current,
    write: (next) => void (current = next),
    open: (url) => void opened.push(url),
    watch(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  return {
    address,
    opened,
    visit(next: string) {
      current = next
      for (const listener of listeners) listener()
    },
  }
}

describe('the page of the tenant', () => {
  it('shows a widget for each entry point on the first visit, each with a verified user', async () => {
    await mount()
    await shows(0, 'Enjoy, Ada')
    await shows(1, 'Enjoy, Ada')
    expect(setup().instances.map(({ id, entryPoint }) => [id, entryPoint])).toEqual([
      ['w1', TODAY],
      ['w2', OWN_SETTINGS],
    ])
  })

  it('is 16:9 and scrolls until the plug-in sends its height', async () => {
    await mount({ plugin: withEntryPoint({ url: 'plugin.html?quiet' }) })
    await shows(0, 'Connecting')
    const [frame] = frames()
    expect((frame?.clientWidth ?? 0) / (frame?.clientHeight ?? 1)).toBeCloseTo(16 / 9, 1)
    expect(frame?.getAttribute('scrolling')).toBe('auto')
  })

  it('has exactly the height that the plug-in sends, without scrolling', async () => {
    await mount()
    await shows(0, 'Enjoy, Ada')
    const [frame] = frames()
    const content = (): number => frame?.contentDocument?.documentElement.offsetHeight ?? 0
    await vi.waitFor(() => expect(frame?.clientHeight).toBe(content()))
    expect(frame?.getAttribute('scrolling')).toBe('no')
    const before = content()
    frame?.contentDocument?.querySelector('button')?.click()
    await vi.waitFor(() => expect(frame?.clientHeight).toBeGreaterThan(before))
    expect(frame?.clientHeight).toBe(content())
  })

  it('uses the height of the manifest at once', async () => {
    await mount({ plugin: withEntryPoint({ url: 'plugin.html?quiet', height: 321 }) })
    await vi.waitFor(() => expect(frames()[0]?.clientHeight).toBe(321))
    expect(frames()[0]?.getAttribute('scrolling')).toBe('no')
  })

  it('gives frames the sandbox, the permissions and the referrer policy of the real host', async () => {
    await mount({ setup: { ...defaultSetup, sandbox: 'opaque', instances: [{ id: 'w1', entryPoint: OWN_SETTINGS }] } })
    const [frame] = frames()
    expect([...(frame?.sandbox ?? [])]).not.toContain('allow-same-origin')
    expect([frame?.allow, frame?.referrerPolicy]).toEqual(['fullscreen', 'strict-origin'])
    await choose('Frame sandbox', 'Same origin')
    await vi.waitFor(() => expect([...(frames()[0]?.sandbox ?? [])]).toContain('allow-same-origin'))
  })

  it('also answers a plug-in with an opaque origin', async () => {
    await mount({ setup: { ...defaultSetup, sandbox: 'opaque' } })
    await logged(['w1', '↑ to host', 'setHeight', 'accepted'])
  })

  it.each([
    ['Desktop', 2],
    ['Phone', 1],
  ])('on the device %s, shows %i widgets side by side', async (device, columns) => {
    await mount()
    await userEvent.click(button(device))
    const tops = [...root().querySelectorAll('.widget')].map((each) => each.getBoundingClientRect().top)
    expect(new Set(tops).size).toBe(columns === 2 ? 1 : 2)
  })

  it.each([400, 320])('does not scroll horizontally at %i pixels', async (width) => {
    await page.viewport(width, 900)
    await mount()
    await shows(0, 'Enjoy, Ada')
    await userEvent.click(button('Messages'))
    await logged(['w1', '↑ to host', 'setHeight', 'accepted'])
    await userEvent.click(button('Controls'))
    const timeline = root().querySelector('.timeline')?.shadowRoot
    const scrollers = [
      element,
      ...root().querySelectorAll('main, .side'),
      ...(timeline?.querySelectorAll('.list') ?? []),
    ]
    expect(scrollers).toHaveLength(4)
    for (const each of scrollers) expect(each.scrollWidth, each.className).toBeLessThanOrEqual(each.clientWidth)
  })

  it('reloads all plug-ins when another user signs in', async () => {
    await mount()
    await shows(0, 'Enjoy, Ada')
    await choose('Signed-in user', 'Jürgen Müller')
    await shows(0, 'Enjoy, Jürgen Müller')
    await shows(1, 'Enjoy, Jürgen Müller')
  })

  it('signs in a new user', async () => {
    await mount()
    await userEvent.click(button('Manage users'))
    await userEvent.fill(page.getByRole('textbox', { name: 'Name' }), 'Grace')
    await userEvent.fill(page.getByRole('textbox', { name: 'User id' }), 'user-1')
    await userEvent.fill(page.getByRole('textbox', { name: 'Language' }), 'en')
    await userEvent.click(button('Add user'))
    await expect.element(page.getByText('Another user has this id.')).toBeVisible()
    await userEvent.fill(page.getByRole('textbox', { name: 'User id' }), 'user-9')
    await userEvent.click(button('Add user'))
    await shows(0, 'Enjoy, Grace')
    await userEvent.click(button('Remove Grace'))
    await shows(0, 'Enjoy, Ada')
  })

  it('selects the widget whose plug-in gets the focus', async () => {
    await mount()
    await shows(1, 'Enjoy, Ada')
    frames()[1]?.focus()
    await vi.waitFor(() => expect(root().querySelector('.selected')?.getAttribute('aria-label')).toBe('Order, w2'))
  })

  it('notifies the plug-in that the page is edited', async () => {
    await mount()
    await shows(0, 'Enjoy, Ada')
    await userEvent.click(button('Edit mode'))
    await shows(0, 'The page is being edited.')
    await userEvent.click(button('Wider, w1'))
    await vi.waitFor(() => expect(setup().instances[0]?.columns).toBe(7))
  })
})

describe('settings', () => {
  const oneWidget = { ...defaultSetup, instances: [{ id: 'w1', entryPoint: TODAY, columns: 12, config: {} }] }

  it('enforces `required` and `pattern`, then stores the values and reloads the plug-in', async () => {
    await mount({ setup: oneWidget })
    await shows(0, 'cfg.dishes: 3')
    await userEvent.click(button('Settings, w1'))
    const title = page.getByRole('textbox', { name: 'Title' })
    await userEvent.click(button('Save'))
    await expect.element(title).toHaveAttribute('aria-invalid', 'true')
    await userEvent.fill(title, 'lower case')
    await userEvent.click(button('Save'))
    await expect.element(title).toHaveAttribute('aria-invalid', 'true')
    expect(setup().instances[0]?.config).toEqual({})
    await userEvent.fill(title, 'Menu')
    await userEvent.click(button('Save'))
    await shows(0, 'cfg.title: Menu')
    expect(setup().instances[0]?.config).toEqual({ title: 'Menu', dishes: 3 })
    expect(await backendSetup()).toMatchObject({ instances: [{ config: { title: 'Menu' } }] })
  })

  it('stays open while the configuration view answers false, then stores its answer', async () => {
    await mount({
      setup: { ...oneWidget, instances: [{ id: 'w1', entryPoint: OWN_SETTINGS, columns: 12, config: {} }] },
    })
    await shows(0, 'Enjoy, Ada')
    await userEvent.click(button('Settings, w1'))
    await logged(['w1 ⚙', '↓ to plug-in', 'init', 'sent'])
    await userEvent.click(button('Save'))
    await expect.element(page.getByText(/answered false/)).toBeVisible()
    expect(setup().instances[0]?.config).toEqual({})
    await userEvent.click(button('Save'))
    await shows(0, 'cfg.canteen: south')
    expect(setup().instances[0]?.config).toEqual({ canteen: 'south' })
    await expect.element(page.getByText(/answered false/)).not.toBeInTheDocument()
  })

  it('can be opened and saved by a program, which learns the outcome', async () => {
    const instances = [TODAY, OWN_SETTINGS].map((entryPoint, at) => ({
      id: `w${at + 1}`,
      entryPoint,
      columns: 6,
      config: {},
    }))
    await mount({ setup: { ...oneWidget, instances } })
    await expect(sandbox?.saveSettings()).rejects.toThrow('No settings are open.')
    sandbox?.openSettings('w1')
    expect(await sandbox?.saveSettings()).toBe(false)
    await userEvent.fill(page.getByRole('textbox', { name: 'Title' }), 'Menu')
    expect(await sandbox?.saveSettings()).toBe(true)
    await expect(sandbox?.saveSettings()).rejects.toThrow('No settings are open.')
    await shows(1, 'Enjoy, Ada')
    sandbox?.openSettings('w2')
    await logged(['w2 ⚙', '↓ to plug-in', 'init', 'sent'])
    expect(await sandbox?.saveSettings()).toBe(false)
    expect(await sandbox?.saveSettings()).toBe(true)
    expect(setup().instances.map(({ config }) => config)).toEqual([{ title: 'Menu', dishes: 3 }, { canteen: 'south' }])
  })

  it('stores global values for all widgets', async () => {
    await mount()
    await shows(0, 'cfg.company: Acme')
    await userEvent.click(button('Global configuration'))
    await userEvent.fill(page.getByRole('textbox', { name: /Company/ }), 'Umbrella')
    await userEvent.click(button('Save'))
    await shows(0, 'cfg.company: Umbrella')
    await shows(1, 'cfg.company: Umbrella')
  })

  async function backendSetup(): Promise<unknown> {
    await vi.waitFor(async () => expect(await backend.loadSetup()).toEqual(setup()))
    return backend.loadSetup()
  }
})

describe('a fault', () => {
  it('applies to only one widget', async () => {
    await mount({
      setup: {
        ...defaultSetup,
        instances: [
          { id: 'good', entryPoint: TODAY },
          { id: 'bad', entryPoint: TODAY, fault: 'silent' },
        ],
      },
    })
    await shows(0, 'Enjoy, Ada')
    await logged(['bad', '↓ to plug-in', 'init', 'dropped'])
    expect(messages()).not.toContainEqual(expect.arrayContaining(['good', 'dropped']))
    await openTab('Widget')
    await choose('Widget', 'bad, Today')
    await choose('Fault', 'None')
    await userEvent.click(button('Reload, bad'))
    await shows(1, 'Enjoy, Ada')
  })
})

describe('a page that cannot be shown', () => {
  const refused = (url: string): PageCheck => ({
    kind: 'refuses-frames',
    url,
    message: 'The server sends X-Frame-Options: DENY. Remove that header.',
  })

  it('is explained in its widget, and appears once it can be shown; the other widget works', async () => {
    let isFixed = false
    await mount({
      checkPage: (url) => (url.includes('own') && !isFixed ? refused(url) : { kind: 'ok', url, message: '' }),
    })
    await expect.element(page.getByText(/Remove that header/)).toBeVisible()
    await shows(0, 'Enjoy, Ada')
    isFixed = true
    await shows(1, 'Enjoy, Ada')
    await expect.element(page.getByText(/Remove that header/)).not.toBeInTheDocument()
  })

  it('is explained if its entry point has no valid URL', async () => {
    await mount({ plugin: withEntryPoint({ url: 'javascript:alert(1)' }) })
    await expect.element(page.getByText('This entry point has no valid URL')).toBeVisible()
    expect(frames()).toHaveLength(1)
  })
})

describe('the manifest', () => {
  it('can change, and the widgets stay', async () => {
    await mount()
    await shows(0, 'Enjoy, Ada')
    backend.show(withEntryPoint({ name: { en: 'Tomorrow' }, height: 77, url: 'plugin.html?quiet' }))
    await expect.element(page.getByRole('article', { name: 'Tomorrow, w1' })).toBeVisible()
    await vi.waitFor(() => expect(frames()[0]?.clientHeight).toBe(77))
    expect(setup().instances).toHaveLength(2)
  })

  it('can break and be repaired, and the plug-ins keep running', async () => {
    await mount()
    await shows(0, 'Enjoy, Ada')
    const [frame] = frames()
    backend.show({ manifest: undefined, manifestUrl: undefined, findings: [], problem: 'Line 3: a comma is missing.' })
    await expect.element(page.getByText('Line 3: a comma is missing.')).toBeVisible()
    expect(frames()[0]).toBe(frame)
    backend.show(plugin)
    await expect.element(page.getByText('Line 3: a comma is missing.')).not.toBeInTheDocument()
    expect(frames()[0]).toBe(frame)
  })

  it('can lose an entry point: its widget shows a message and stays', async () => {
    await mount()
    await shows(1, 'Enjoy, Ada')
    const [first] = (plugin.manifest as { entryPoints: object[] }).entryPoints
    backend.show({ ...plugin, manifest: { ...plugin.manifest, entryPoints: [first] } })
    await expect.element(page.getByText('This entry point does not exist')).toBeVisible()
    backend.show(plugin)
    await shows(1, 'Enjoy, Ada')
    expect(setup().instances[1]?.entryPoint).toBe(OWN_SETTINGS)
  })

  it('has findings, and the page lists them', async () => {
    const finding = {
      rule: 'height-invalid',
      severity: 'error',
      message: 'Write 320.',
      pointer: '/x',
      line: 7,
    } as const
    await mount({ plugin: { ...plugin, findings: [finding] } })
    await userEvent.click(button('Show findings'))
    await expect.element(page.getByText('Write 320.')).toBeVisible()
    await expect.element(page.getByText('/x, line 7')).toBeVisible()
  })

  it('can be missing: the page shows a message, and the plug-in as soon as there is a manifest', async () => {
    await mount({ plugin: { manifest: undefined, manifestUrl: undefined, findings: [], problem: 'No manifest.json.' } })
    await expect.element(page.getByText('No manifest.json.')).toBeVisible()
    backend.show(plugin)
    await shows(0, 'Enjoy, Ada')
  })
})

describe('the server', () => {
  it('stops and is back: the page shows a notice, and the plug-ins keep running', async () => {
    await mount()
    await shows(0, 'Enjoy, Ada')
    const [frame] = frames()
    backend.setReachable(false)
    await expect.element(page.getByText(/server of the sandbox does not answer/)).toBeVisible()
    backend.setReachable(true)
    await expect.element(page.getByText(/server of the sandbox does not answer/)).not.toBeInTheDocument()
    expect(frames()[0]).toBe(frame)
  })
})

describe('the link', () => {
  it('contains every change, and opens the same page', async () => {
    const { address } = testAddress()
    await mount({}, { address })
    await userEvent.click(button('Phone'))
    await vi.waitFor(() => expect(readSetupFragment(address.read())?.setup).toEqual(setup()))
    sandbox?.close()
    await mount({}, { address })
    expect(setup().device).toBe('phone')
  })

  it('overrides the saved set-up, and the page lists its invalid parts', async () => {
    const given = {
      ...defaultSetup,
      theme: 'dark' as const,
      instances: [{ id: 'x', columns: 4, config: {}, entryPoint: 'gone' }],
    }
    await mount({ setup: { device: 'phone' } }, { address: testAddress(setupFragment(given)).address })
    expect([setup().theme, setup().device, setup().instances[0]?.entryPoint]).toEqual(['dark', 'desktop', undefined])
    await expect.element(page.getByText(/does not have the entry point of x/)).toBeVisible()
    await userEvent.click(button('Dismiss'))
    await expect.element(page.getByText(/does not have the entry point of x/)).not.toBeInTheDocument()
  })

  it('is applied when somebody pastes it', async () => {
    const { address, visit } = testAddress()
    await mount({}, { address })
    visit(setupFragment({ ...defaultSetup, device: 'tablet' }))
    await vi.waitFor(() => expect(setup().device).toBe('tablet'))
  })

  it('opens the origin of the other tenant with the same set-up', async () => {
    const { address, opened } = testAddress()
    const tenants = { first: location.origin, second: 'http://second.localhost:4400' }
    await mount({}, { address, tenants })
    await choose('Tenant', 'Second tenant')
    await vi.waitFor(() => expect(opened).toEqual([`${tenants.second}/${setupFragment(setup())}`]))
    expect(setup().tenant).toBe('second')
  })
})

describe('a program', () => {
  it('shows another set-up, which is read like one from a link', async () => {
    await mount()
    await shows(0, 'Enjoy, Ada')
    sandbox?.show({ ...setup(), user: 'user-2', tenant: 'third' as 'first' })
    await shows(0, 'Enjoy, Jürgen')
    await expect.element(page.getByText(/“tenant” has an unknown value/)).toBeVisible()
  })

  it('gets all messages as JSON', async () => {
    await mount()
    await shows(0, 'Enjoy, Ada')
    const exported = JSON.parse(sandbox?.exportMessages() ?? '') as unknown
    expect(exported).toContainEqual(expect.objectContaining({ instance: 'w1', subject: 'init', verdict: 'sent' }))
  })
})

describe('messages', () => {
  it('show the header and claims of a token, and can send it again', async () => {
    await mount({ setup: defaultSetup })
    await logged(['w1', '↓ to plug-in', 'init', 'sent'])
    await userEvent.click(page.getByRole('row', { name: /to plug-in init sent/ }).getByRole('button'))
    const details = page.getByRole('region', { name: 'Details of the message' })
    await expect.element(details.getByText(/"alg": "RS512"/)).toBeVisible()
    await expect.element(details.getByText(/"ctx.userName": "Ada"/)).toBeVisible()
    await userEvent.click(button('Send again'))
    const sentAgain = expect.stringContaining('sent again') as string
    // the plug-in can send its height afterwards
    await vi.waitFor(() => expect(messages().map(String)).toContainEqual(sentAgain), { timeout: 15_000 })
  })

  it('show the error that a correct plug-in reports, with a link to its page', async () => {
    await mount(
      { setup: { ...defaultSetup, instances: [{ id: 'w1', fault: 'expired' }] } },
      { errorPage: (code) => `/errors/${code}` },
    )
    await logged(['w1', '↓ to plug-in', 'init', 'sent'])
    await userEvent.click(page.getByRole('row', { name: /init sent/ }).getByRole('button'))
    await expect
      .element(page.getByRole('link', { name: 'ERR_TOKEN_EXPIRED' }))
      .toHaveAttribute('href', '/errors/ERR_TOKEN_EXPIRED')
  })

  it('can be recorded as a fixture without the e-mail address', async () => {
    await mount({ setup: defaultSetup })
    await shows(0, 'Enjoy, Ada')
    await userEvent.click(button('Record'))
    await userEvent.click(button('Reload all'))
    await vi.waitFor(() => expect(messages().filter((each) => each.includes('setHeight'))).toHaveLength(2))
    await userEvent.click(button('Stop recording'))
    const recorded = page.getByRole('group', { name: 'Module' })
    await expect.element(recorded).toMatchTextContent(/defineHostFixture\(\{ name: 'Ada, w1'/)
    await expect.element(recorded).not.toMatchTextContent('@example.com')
  })
})

describe('with only the keyboard', () => {
  it('users can add and remove a widget', async () => {
    await mount({ setup: { ...defaultSetup, instances: [] } })
    await userEvent.keyboard('a')
    await vi.waitFor(() => expect(button('Today').query()).toBe(button('Today').element()))
    await userEvent.keyboard('{Enter}')
    await vi.waitFor(() => expect(setup().instances).toHaveLength(1))
    await shows(0, 'Enjoy, Ada')
    await userEvent.keyboard('e')
    await shows(0, 'being edited')
    const remove = button('Remove, w1').element() as HTMLElement
    remove.focus()
    await userEvent.keyboard('{Enter}')
    await vi.waitFor(() => expect(setup().instances).toHaveLength(0))
    expect(root().activeElement?.className).toBe('add')
  })

  it('? lists the shortcuts, and none of them runs while somebody types', async () => {
    await mount()
    await userEvent.keyboard('?')
    await expect.element(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
    await userEvent.keyboard('e')
    await userEvent.keyboard('{Escape}')
    await userEvent.keyboard('/')
    await userEvent.keyboard('dea')
    await expect.element(page.getByRole('searchbox', { name: 'Search messages' })).toHaveValue('dea')
    expect([setup().editing, setup().theme]).toEqual([false, 'light'])
  })

  it('users can turn the shortcuts off', async () => {
    await mount()
    await userEvent.keyboard('?')
    await userEvent.click(page.getByRole('switch', { name: 'Use keyboard shortcuts' }))
    await userEvent.keyboard('{Escape}')
    await userEvent.keyboard('e')
    expect(setup().editing).toBe(false)
  })

  it('users can resize the panels, and the browser stores the sizes', async () => {
    await mount()
    const bar = page.getByRole('separator', { name: 'Width of the controls' })
    ;(bar.element() as HTMLElement).focus()
    await userEvent.keyboard('{ArrowLeft}')
    await expect.element(bar).toHaveAttribute('aria-valuenow', '368')
    sandbox?.close()
    await mount()
    await expect.element(bar).toHaveAttribute('aria-valuenow', '368')
  })

  it('users can move through the messages', async () => {
    await mount({ setup: defaultSetup })
    await logged(['w1', '↑ to host', 'setHeight', 'accepted'])
    const first = page.getByRole('row', { name: /to host init accepted/ }).getByRole('button')
    ;(first.element() as HTMLElement).focus()
    await userEvent.keyboard('{Enter}{ArrowDown}')
    const details = page.getByRole('region', { name: 'Details of the message' })
    await expect.element(details.getByText('sent', { exact: true })).toBeVisible()
    await userEvent.keyboard('{ArrowDown}')
    await expect.element(details.getByRole('heading', { name: 'setHeight' })).toBeVisible()
  })
})

describe.each(['light', 'dark'] as const)('axe finds no problem in %s', (theme) => {
  it.each([
    ['the page', () => Promise.resolve()],
    ['the controls of a widget', () => openTab('Widget')],
    ['the plug-in', () => openTab(/Plug-in/)],
    ['the help', () => userEvent.keyboard('?')],
    ['the users', () => userEvent.click(button('Manage users'))],
    ['the settings', () => userEvent.click(button('Settings, w1'))],
    [
      'a message',
      () => userEvent.click(page.getByRole('row', { name: /w1 ↓ to plug-in init sent/ }).getByRole('button')),
    ],
  ])('in %s', async (_name, open) => {
    const finding = { rule: 'height-invalid', severity: 'error', message: 'Write 320.', pointer: '/x' } as const
    await mount({ plugin: { ...plugin, findings: [finding] } })
    await shows(0, 'Enjoy, Ada')
    if (theme === 'dark') await userEvent.click(button('Dark'))
    await open()
    await new Promise((resolve) => setTimeout(resolve, 300)) // colours fade
    const { violations } = await axe.run(element, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      iframes: false, // the plug-in is not part of the sandbox
    })
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  })
})
