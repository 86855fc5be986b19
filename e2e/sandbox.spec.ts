import { createServer, type Server } from 'node:http'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSandboxServer, servePluginFolder, type SandboxServer } from '@haiilo-kit/sandbox'
import { auditAccessibility } from '@haiilo-kit/sandbox/playwright'
import type { FrameLocator, Page } from '@playwright/test'

import { EXAMPLES, ONCE } from './support/examples.js'
import { expect, test as base } from './support/test.js'

/** The sandbox as authors run it: the built page on its own server, and plug-ins on servers of their own. */
const test = base.extend<{ sandbox: SandboxServer; setupFile: string }>({
  setupFile: async ({}, use) => {
    await use(join(await mkdtemp(join(tmpdir(), 'haiilo-sandbox-')), '.haiilo', 'sandbox.json'))
  },
  sandbox: async ({ setupFile }, use) => {
    const sandbox = await createSandboxServer({ port: 0, setupFile })
    await use(sandbox)
    await sandbox.close()
  },
})

const MANIFEST = {
  manifestVersion: '2.0.0',
  pluginVersion: '1.0.0',
  name: { en: 'Notes' },
  description: { en: 'Shows notes' },
  context: ['userId'],
  entryPoints: [{ id: 'notes', url: 'index.html', name: { en: 'Notes' }, description: { en: 'Shows notes' } }],
}

/** Shows the plug-in of an example, with the manifest that its server sends. */
async function showExample(sandbox: SandboxServer, url: string): Promise<void> {
  const manifestUrl = new URL('manifest.json', url).href
  const manifest = (await (await fetch(manifestUrl)).json()) as object
  sandbox.show({ manifest, manifestUrl, findings: [] })
}

function widget(page: Page, number = 1): FrameLocator {
  return page
    .locator('.widget iframe')
    .nth(number - 1)
    .contentFrame()
}

/** A server that sends one page with these headers. */
async function serve(headers: Record<string, string>): Promise<{ server: Server; url: string }> {
  const server = createServer((_, response) =>
    response.writeHead(200, { 'content-type': 'text/html', ...headers }).end(),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` }
}

test.describe('the sandbox', { tag: ONCE }, () => {
  for (const { name, url } of EXAMPLES) {
    test(`shows the ${name} example at its exact height, with a verified user`, async ({
      page,
      sandbox,
      complaints,
    }) => {
      await showExample(sandbox, url)
      await page.goto(sandbox.url)
      await expect(widget(page).getByRole('heading', { name: 'Enjoy, Ada' })).toBeVisible()
      const overflow = widget(page).locator('html')
      await expect
        .poll(() => overflow.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight))
        .toBe(0)
      expect(complaints).toEqual([])
    })
  }

  test('shows a plug-in from a static folder', async ({ page, sandbox }) => {
    const folder = await mkdtemp(join(tmpdir(), 'haiilo-notes-'))
    await writeFile(join(folder, 'index.html'), '<!doctype html><title>Notes</title><h1>Notes</h1>')
    const served = await servePluginFolder(folder)
    sandbox.show({ manifest: MANIFEST, manifestUrl: `${served.url}manifest.json`, findings: [] })
    await page.goto(sandbox.url)
    await expect(widget(page).getByRole('heading', { name: 'Notes' })).toBeVisible()
    await served.close()
  })

  test('signs for the second tenant too, and keeps the set-up', async ({ page, sandbox }) => {
    await showExample(sandbox, EXAMPLES[0]?.url ?? '')
    await page.goto(sandbox.url)
    await expect(widget(page).getByRole('heading', { name: 'Enjoy, Ada' })).toBeVisible()
    await page.keyboard.press('u')
    const name = page.locator('haiilo-user').first()
    await expect(name).not.toContainText('Ada')
    await page.goto(page.url().replace('home.localhost', 'second.localhost'))
    await expect(widget(page).getByRole('heading', { name: /^Enjoy,|^Guten/ })).toBeVisible()
    await expect(name).not.toContainText('Ada')
  })

  test('keeps widgets in the file of the project', async ({ page, sandbox, setupFile }) => {
    await showExample(sandbox, EXAMPLES[0]?.url ?? '')
    await page.goto(sandbox.url)
    await expect(widget(page).getByRole('heading', { name: 'Enjoy, Ada' })).toBeVisible()
    await page.keyboard.press('e')
    await expect
      .poll(
        async () => (JSON.parse(await readFile(setupFile, 'utf8').catch(() => '{}')) as { editing?: boolean }).editing,
      )
      .toBe(true)
  })

  test('explains a page that forbids frames', async ({ page, sandbox }) => {
    const { server, url } = await serve({ 'x-frame-options': 'DENY' })
    sandbox.show({ manifest: MANIFEST, manifestUrl: `${url}manifest.json`, findings: [] })
    await page.goto(sandbox.url)
    await expect(page.getByText('X-Frame-Options: deny').first()).toBeVisible()
    server.close()
  })

  test('follows a manifest that breaks and is repaired', async ({ page, sandbox }) => {
    await showExample(sandbox, EXAMPLES[0]?.url ?? '')
    await page.goto(sandbox.url)
    const heading = widget(page).getByRole('heading', { name: 'Enjoy, Ada' })
    await expect(heading).toBeVisible()
    sandbox.show({ manifest: undefined, manifestUrl: undefined, findings: [], problem: 'The file does not exist.' })
    await expect(page.getByText('The file does not exist.').first()).toBeVisible()
    await expect(heading).toBeVisible()
    await showExample(sandbox, EXAMPLES[0]?.url ?? '')
    await expect(page.getByText('The file does not exist.')).toHaveCount(0)
  })

  test('reports a server that went away, and recovers when it is back', async ({ page }) => {
    const first = await createSandboxServer({ port: 0 })
    await showExample(first, EXAMPLES[0]?.url ?? '')
    await page.goto(first.url)
    await expect(widget(page).getByRole('heading', { name: 'Enjoy, Ada' })).toBeVisible()
    await first.close()
    const banner = page.getByRole('status').filter({ hasText: /server/i })
    await expect(banner).toBeVisible()
    const second = await createSandboxServer({ port: first.port })
    await showExample(second, EXAMPLES[0]?.url ?? '')
    await expect(banner).toBeHidden()
    await second.close()
  })

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`has no accessibility problems in ${colorScheme}`, async ({ page, sandbox }) => {
      await page.emulateMedia({ colorScheme })
      await showExample(sandbox, EXAMPLES[0]?.url ?? '')
      await page.goto(sandbox.url)
      await expect(widget(page).getByRole('heading', { name: 'Enjoy, Ada' })).toBeVisible()
      expect(await auditAccessibility(page, { checks: ['rules', 'reflow'] })).toEqual([])
    })
  }
})
