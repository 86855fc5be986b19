import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import {
  createSandboxServer,
  servePluginFolder,
  SETUP_VERSION,
  type PluginFolder,
  type SandboxServer,
  type SandboxSetup,
} from '@haiilo-kit/sandbox'
import { auditAccessibility } from '@haiilo-kit/sandbox/playwright'
import type { FrameLocator, Locator, Page } from '@playwright/test'
import { generate } from 'selfsigned'

import { buildSite } from './support/build-site.js'
import { EXAMPLES, ONCE } from './support/examples.js'
import { expect, test as base } from './support/test.js'

interface Fixtures {
  readonly setupFile: string
  /** The sandbox as authors run it: the built page on its own server. */
  readonly sandbox: SandboxServer
  /** Builds a plug-in of this folder and serves it from a plain static server. */
  readonly serveBuilt: (folder: string) => Promise<PluginFolder>
}

const test = base.extend<Fixtures>({
  setupFile: async ({}, use) => {
    await use(join(await mkdtemp(join(tmpdir(), 'haiilo-sandbox-')), '.haiilo', 'sandbox.json'))
  },
  sandbox: async ({ setupFile }, use) => {
    const sandbox = await createSandboxServer({ port: 0, setupFile })
    await use(sandbox)
    await sandbox.close()
  },
  serveBuilt: async ({}, use) => {
    const served: PluginFolder[] = []
    await use(async (folder) => {
      const target = await mkdtemp(join(tmpdir(), 'haiilo-plugin-'))
      for (const [path, content] of await buildSite(folder)) {
        await mkdir(dirname(join(target, path)), { recursive: true })
        await writeFile(join(target, path), content)
      }
      const plugin = await servePluginFolder(target)
      served.push(plugin)
      return plugin
    })
    for (const plugin of served) await plugin.close()
  },
})

const DESCRIPTION = { en: 'Shows notes' }

/** A manifest with one entry point for each URL. */
function manifestOf(...entryPoints: readonly { readonly url: string; readonly configUrl?: string }[]): object {
  return {
    manifestVersion: '2.5.0',
    pluginVersion: '1.0.0',
    name: { en: 'Notes' },
    description: DESCRIPTION,
    context: ['userId', 'userName'],
    entryPoints: entryPoints.map((entryPoint, index) => ({
      id: `entry-${index + 1}`,
      name: { en: `Notes ${index + 1}` },
      description: DESCRIPTION,
      ...entryPoint,
    })),
  }
}

/** Shows the plug-in of an example, with the manifest that its server sends. */
async function showExample(sandbox: SandboxServer, { url } = EXAMPLES[0] ?? { url: '' }): Promise<void> {
  const manifestUrl = new URL('manifest.json', url).href
  const manifest = (await (await fetch(manifestUrl)).json()) as object
  sandbox.show({ manifest, manifestUrl, findings: [] })
}

/** Saves a set-up, as an earlier session would have done. */
async function saveSetup(file: string, setup: Omit<Partial<SandboxSetup>, 'version'>): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, JSON.stringify({ version: SETUP_VERSION, ...setup }))
}

function widget(page: Page, number = 1): FrameLocator {
  return page
    .locator('.widget iframe')
    .nth(number - 1)
    .contentFrame()
}

function greeting(page: Page, name = 'Ada', number = 1): Locator {
  return widget(page, number).getByRole('heading', { level: 1, name: new RegExp(`^(Enjoy|Guten Appetit), ${name}`) })
}

/** The messages in the timeline with this text. */
function messages(page: Page, text: string | RegExp): Locator {
  return page.getByRole('table', { name: 'Messages' }).getByRole('row').filter({ hasText: text })
}

/** A server that sends the same page for all requests. */
async function serve(
  headers: Record<string, string>,
  { port = 0, html = '' } = {},
): Promise<{ url: string; port: number; stop: () => Promise<void> }> {
  const server: Server = createServer((_, response) =>
    response.writeHead(200, { 'content-type': 'text/html', ...headers }).end(html),
  )
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const used = (server.address() as AddressInfo).port
  return {
    url: `http://127.0.0.1:${used}/`,
    port: used,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

test.describe('the sandbox', { tag: ONCE }, () => {
  for (const example of EXAMPLES) {
    test(`shows the ${example.name} example at its exact height, with a verified user`, async ({
      page,
      sandbox,
      complaints,
    }) => {
      await showExample(sandbox, example)
      await page.goto(sandbox.url)
      await expect(greeting(page)).toBeVisible()
      const document = widget(page).locator('html')
      await expect
        .poll(() => document.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight))
        .toBe(0)
      expect(complaints).toEqual([])
    })
  }

  test('shows a plug-in from a static folder', async ({ page, sandbox }) => {
    const folder = await mkdtemp(join(tmpdir(), 'haiilo-notes-'))
    await writeFile(join(folder, 'index.html'), '<!doctype html><title>Notes</title><h1>Notes</h1>')
    const served = await servePluginFolder(folder)
    const manifest = manifestOf({ url: 'index.html' })
    sandbox.show({ manifest, manifestUrl: `${served.url}manifest.json`, findings: [] })
    await page.goto(sandbox.url)
    await expect(widget(page).getByRole('heading', { name: 'Notes' })).toBeVisible()
    await served.close()
  })

  test("shows a plug-in with the vendor's adapter, and saves its configuration view", async ({
    page,
    sandbox,
    serveBuilt,
    complaints,
  }) => {
    const { url } = await serveBuilt('e2e/vendor')
    const manifest = manifestOf({ url: 'index.html?simulator', configUrl: 'config.html?simulator' })
    sandbox.show({ manifest, manifestUrl: `${url}manifest.json`, findings: [] })
    await page.goto(sandbox.url)
    await expect(widget(page).getByText('"userName":"Ada"')).toBeVisible()
    await expect(messages(page, 'setHeight').first()).toContainText('accepted')
    await page.getByRole('button', { name: 'Settings, w1' }).click()
    const settings = page.locator('haiilo-dialog iframe').contentFrame()
    await expect(settings.getByText('"userName":"Ada"')).toBeVisible()
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(widget(page).getByText('"canteen":"south"')).toBeVisible()
    expect(complaints).toEqual([])
  })

  test('has controls for everything that a tenant can do', async ({ page, sandbox, setupFile }) => {
    await showExample(sandbox)
    await page.goto(sandbox.url)
    await expect(greeting(page)).toBeVisible()
    const saved = async (): Promise<Partial<SandboxSetup>> =>
      JSON.parse(await readFile(setupFile, 'utf8').catch(() => '{}')) as Partial<SandboxSetup>

    await test.step('widths', async () => {
      for (const [name, device] of [
        ['Phone', 'phone'],
        ['Tablet', 'tablet'],
        ['Desktop', 'desktop'],
      ] as const) {
        await page.getByRole('button', { name, exact: true }).click()
        await expect(page.locator('.home')).toHaveAttribute('data-device', device)
      }
    })
    await test.step('widgets', async () => {
      await page.getByRole('button', { name: 'Add widget' }).click()
      await page.getByRole('button', { name: 'Lunch', exact: true }).click()
      await expect(greeting(page, 'Ada', 3)).toBeVisible()
      await page.getByRole('button', { name: 'Edit mode' }).click()
      await expect(widget(page, 3).getByText('You are editing this page.')).toBeVisible()
      await page.getByRole('button', { name: 'Narrower, w3' }).click()
      await page.getByRole('button', { name: 'Remove, w2' }).click()
      await expect
        .poll(async () => (await saved()).instances?.map(({ id, columns }) => [id, columns]))
        .toEqual([
          ['w1', 6],
          ['w3', 5],
        ])
      await page.getByRole('button', { name: 'Edit mode' }).click()
      await page.getByRole('button', { name: 'Remove', exact: true }).click()
      await expect(page.locator('.widget')).toHaveCount(1)
    })
    await test.step('settings', async () => {
      await page.getByRole('button', { name: 'Settings, w3' }).click()
      await page.getByRole('spinbutton', { name: 'Dishes shown at first' }).fill('99')
      await page.getByRole('button', { name: 'Save' }).click()
      await expect(page.getByRole('spinbutton', { name: 'Dishes shown at first' })).toHaveAttribute(
        'aria-invalid',
        'true',
      )
      await page.getByRole('spinbutton', { name: 'Dishes shown at first' }).fill('2')
      await page.getByRole('button', { name: 'Save' }).click()
      await expect(widget(page).getByRole('listitem')).toHaveCount(2)
    })
    await test.step('user, frame sandbox and fault', async () => {
      await page.getByRole('tab', { name: 'Page' }).click()
      await choose(page, 'Signed-in user', /^Jürgen/)
      await expect(greeting(page, 'Jürgen')).toBeVisible()
      await choose(page, 'Frame sandbox', /^Opaque/)
      await expect(greeting(page, 'Jürgen')).toBeVisible()
      expect(
        await widget(page)
          .locator('html')
          .evaluate(() => origin),
      ).toBe('null')
      await page.getByRole('tab', { name: 'Widget' }).click()
      await choose(page, 'Fault', /^expired/)
      await page.getByRole('button', { name: 'Reload, w3' }).click()
      await expect(widget(page).getByText('ERR_TOKEN_EXPIRED')).toBeVisible()
      await choose(page, 'Fault', /^None/)
    })
    await test.step('messages', async () => {
      await page.getByRole('searchbox', { name: 'Search messages' }).fill('setHeight')
      await expect(messages(page, 'init')).toHaveCount(0)
      await page.getByRole('searchbox', { name: 'Search messages' }).fill('')
      await messages(page, 'sent').first().click()
      await expect(page.getByRole('region', { name: 'Details of the message' })).toContainText('"alg": "RS512"')
      const download = page.waitForEvent('download')
      await page.getByRole('button', { name: 'Export' }).click()
      expect((await download).suggestedFilename()).toBe('messages.json')
    })
    await test.step('the other tenant, with the same set-up', async () => {
      await page.getByRole('tab', { name: 'Page' }).click()
      await choose(page, 'Tenant', /^Second/)
      await page.waitForURL(/second\.localhost/)
      await expect(greeting(page, 'Jürgen')).toBeVisible()
      await expect(page.locator('.widget')).toHaveCount(1)
    })
  })

  test('can be used with only the keyboard', async ({ page, sandbox }) => {
    await showExample(sandbox)
    await page.goto(sandbox.url)
    await expect(greeting(page)).toBeVisible()
    await page.keyboard.press('a')
    await page.keyboard.press('Enter')
    await expect(greeting(page, 'Ada', 3)).toBeVisible()
    const settings = page.getByRole('button', { name: 'Settings, w3' })
    await tabTo(page, settings)
    await page.keyboard.press('Enter')
    await tabTo(page, page.getByRole('spinbutton', { name: 'Dishes shown at first' }))
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('2')
    await tabTo(page, page.getByRole('button', { name: 'Save' }))
    await page.keyboard.press('Enter')
    await expect(widget(page, 3).getByRole('listitem')).toHaveCount(2)
    await expect(settings).toBeFocused()
    await page.keyboard.press('u')
    await expect(greeting(page, 'Jürgen')).toBeVisible()
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  })

  test('simulates the page of a mobile app, which a plug-in must allow', async ({
    page,
    sandbox,
    serveBuilt,
    setupFile,
  }) => {
    const { url } = await serveBuilt('e2e/probe')
    const manifest = manifestOf({ url: 'index.html' }, { url: 'index.html?embedder' })
    sandbox.show({ manifest, manifestUrl: `${url}manifest.json`, findings: [] })
    await page.goto(sandbox.url)
    await expect.poll(() => statuses(page)).toEqual(['ready', 'ready'])
    const wrapper = page.waitForResponse(/wrapper\.html$/)
    await page.getByRole('switch', { name: 'Mobile app' }).click()
    const policy = (await (await wrapper).allHeaders())['content-security-policy']
    expect(policy).toContain('frame-ancestors http://home.localhost:* http://second.localhost:*')
    await expect.poll(() => statuses(page)).toEqual(['ERR_TOKEN_ORIGIN', 'ready'])
    await expect(page.getByText(`embedders: ['${sandbox.url.slice(0, -1).replace('home.', 'app.')}']`)).toBeVisible()
    await expect
      .poll(async () => (JSON.parse(await readFile(setupFile, 'utf8').catch(() => '{}')) as SandboxSetup).wrapper)
      .toBe(true)
  })

  test('explains a page that forbids frames', async ({ page, sandbox }) => {
    const { stop, url } = await serve({ 'x-frame-options': 'DENY' })
    sandbox.show({ manifest: manifestOf({ url: '/' }), manifestUrl: `${url}manifest.json`, findings: [] })
    await page.goto(sandbox.url)
    await expect(page.getByText('X-Frame-Options: DENY').first()).toBeVisible()
    await stop()
  })

  test('shows a page on https, and says that its certificate is not trusted', async ({ page, sandbox }) => {
    const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], { algorithm: 'sha256' })
    const server = createHttpsServer({ key, cert }, (_, response) => response.end('<!doctype html>'))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const origin = `https://localhost:${(server.address() as AddressInfo).port}`
    sandbox.show({ manifest: manifestOf({ url: '/' }), manifestUrl: `${origin}/manifest.json`, findings: [] })
    await page.goto(sandbox.url)
    await expect(page.getByText(`The certificate of ${origin} may not be trusted`)).toBeVisible()
    await expect(page.locator('.widget iframe')).toBeVisible()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })

  test('follows a manifest that breaks and is repaired', async ({ page, sandbox }) => {
    await showExample(sandbox)
    await page.goto(sandbox.url)
    await expect(greeting(page)).toBeVisible()
    sandbox.show({ manifest: undefined, manifestUrl: undefined, findings: [], problem: 'The file does not exist.' })
    await expect(page.getByText('The file does not exist.').first()).toBeVisible()
    await expect(greeting(page)).toBeVisible()
    await showExample(sandbox)
    await expect(page.getByText('The file does not exist.')).toHaveCount(0)
  })

  test("reports that the plug-in's server has stopped, and shows the plug-in when it is back", async ({
    page,
    sandbox,
  }) => {
    const html = '<!doctype html><title>Notes</title><h1>Notes</h1>'
    const first = await serve({}, { html })
    sandbox.show({ manifest: manifestOf({ url: '/' }), manifestUrl: `${first.url}manifest.json`, findings: [] })
    await page.goto(sandbox.url)
    await expect(widget(page).getByRole('heading', { name: 'Notes' })).toBeVisible()
    await first.stop()
    await page.keyboard.press('r')
    await expect(page.getByText(`No server answers at ${first.url.slice(0, -1)}`)).toBeVisible()
    const second = await serve({}, { html, port: first.port })
    await expect(widget(page).getByRole('heading', { name: 'Notes' })).toBeVisible()
    await second.stop()
  })

  test('reports that its own server has stopped, and reconnects when it is back', async ({ page }) => {
    const first = await createSandboxServer({ port: 0 })
    await showExample(first)
    await page.goto(first.url)
    await expect(greeting(page)).toBeVisible()
    await first.close()
    const notice = page.getByText('The server of the sandbox does not answer').first()
    await expect(notice).toBeVisible()
    const second = await createSandboxServer({ port: first.port })
    await showExample(second)
    await expect(notice).toBeHidden()
    await second.close()
  })

  test('shows 50 instances, and stays responsive', async ({ page, sandbox, serveBuilt, setupFile }) => {
    const { url } = await serveBuilt('e2e/probe')
    const instances = Array.from({ length: 50 }, (_, index) => ({ id: `n${index}`, columns: 2, config: {} }))
    await saveSetup(setupFile, { instances })
    sandbox.show({
      // 50 frames start at once: a busy machine needs longer than the default
      manifest: manifestOf({ url: 'index.html?timeout=60000' }),
      manifestUrl: `${url}manifest.json`,
      findings: [],
    })
    await page.goto(sandbox.url)
    await expect.poll(() => statuses(page), { timeout: 60_000 }).toEqual(Array.from({ length: 50 }, () => 'ready'))
    await expect(messages(page, 'sent')).toHaveCount(50)
    const processorSeconds = await measureProcessor(page)
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
    expect(await processorSeconds()).toBeLessThan(0.5)
  })

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`has no accessibility problems in ${colorScheme}, and does not scroll horizontally at 320 px`, async ({
      page,
      sandbox,
    }) => {
      await page.emulateMedia({ colorScheme })
      await showExample(sandbox)
      await page.goto(sandbox.url)
      await expect(greeting(page)).toBeVisible()
      if (colorScheme === 'dark') await page.keyboard.press('d')
      expect(await auditAccessibility(page, { checks: ['rules', 'reflow'] })).toEqual([])
    })
  }
})

/** Presses Tab until an element has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await target.evaluate((element) => element.matches(':focus'))) return
    await page.keyboard.press('Tab')
  }
  await expect(target).toBeFocused({ timeout: 1 })
}

async function choose(page: Page, field: string, option: RegExp): Promise<void> {
  await page.getByRole('combobox', { name: field }).click()
  await page.getByRole('option', { name: option }).click()
}

/** Returns a function that returns the processor time of the page since then, without its frames. Does not depend on the load of the machine. */
async function measureProcessor(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const read = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN
  }
  const start = await read()
  return async () => (await read()) - start
}

/** The status or the error code of each `e2e/probe` on the page, in the order of the widgets. */
async function statuses(page: Page): Promise<readonly string[]> {
  const frames = page.frames().filter((frame) => frame.url().includes('/index.html?'))
  const found = await Promise.all(
    frames.map(async (frame) => {
      const status = await frame
        .evaluate(() => {
          const { status: current, error } = window.probe.host.getSnapshot()
          return error?.code ?? current
        })
        .catch(() => 'loading')
      return [Number(/\d+/.exec(new URL(frame.url()).searchParams.get('src') ?? '')?.[0]), status] as const
    }),
  )
  return found.toSorted(([first], [second]) => first - second).map(([, status]) => status)
}
