import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { haiiloManifest } from '@haiilo-kit/manifest/vite'
import { createLogger, createServer, defaultClientConditions, type ViteDevServer } from 'vite'

import { ONCE } from './support/examples.js'
import { expect, test as base } from './support/test.js'

const ENTRY_POINT = {
  id: '0d4a6c1e-5b7f-4c43-9a55-3f5c8a1e7b02',
  url: 'index.html',
  name: { en: 'Notes' },
  description: { en: 'Shows notes' },
}

const MANIFEST = {
  manifestVersion: '2.5.0',
  pluginVersion: '1.0.0',
  name: { en: 'Notes' },
  description: { en: 'Shows notes' },
  context: ['userName'],
  entryPoints: [ENTRY_POINT],
}

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <title>Notes</title>
    <script type="module" src="./main.js"></script>
  </head>
  <body><h1></h1><p></p></body>
</html>
`

const MAIN = `import { createHaiiloHost } from '@haiilo-kit/core'
import { greeting } from './greeting.js'

const show = (text) => (document.querySelector('h1').textContent = text)
show(greeting)
createHaiiloHost().ready().then(
  ({ context }) => (document.querySelector('p').textContent = context.userName),
  (error) => (document.querySelector('p').textContent = error.message),
)
import.meta.hot.accept('./greeting.js', (changed) => show(changed.greeting))
`

const greets = (text: string): string => `export const greeting = ${JSON.stringify(text)}\n`

interface Project {
  readonly server: ViteDevServer
  /** The address of the sandbox that the server printed. */
  readonly sandbox: string
  readonly write: (path: string, text: string) => Promise<void>
}

/** A plug-in on a real development server of Vite, with the plug-in for the manifest in its configuration. */
const test = base.extend<{ project: Project }>({
  project: async ({}, use) => {
    const folder = join(import.meta.dirname, '.cache')
    await mkdir(folder, { recursive: true })
    const root = await mkdtemp(join(folder, 'vite-'))
    const write = (path: string, text: string): Promise<void> => writeFile(join(root, path), text)
    await write('manifest.json', JSON.stringify(MANIFEST))
    await write('index.html', PAGE)
    await write('main.js', MAIN)
    await write('greeting.js', greets('Hello'))
    const lines: string[] = []
    const server = await startServer(root, lines)
    server.printUrls()
    const [, sandbox = ''] = /Sandbox.*(http:\/\/\S+)/.exec(lines.join('\n')) ?? []
    await use({ server, sandbox, write })
    await server.close()
    await rm(root, { recursive: true })
  },
})

async function startServer(root: string, lines: string[]): Promise<ViteDevServer> {
  const logger = createLogger('info', { allowClearScreen: false })
  logger.info = (line) => void lines.push(stripVTControlCharacters(line))
  const server = await createServer({
    root,
    configFile: false,
    customLogger: logger,
    // a discovered dependency would load the page again
    optimizeDeps: { noDiscovery: true },
    cacheDir: join(root, '.vite'),
    server: { port: 0 },
    resolve: { conditions: ['kit-source', ...defaultClientConditions] },
    plugins: [haiiloManifest()],
  })
  return server.listen()
}

test.describe('a Vite project', { tag: ONCE }, () => {
  test('shows a changed module in the frame, and neither the Home nor the frame loads again', async ({
    page,
    project,
    complaints,
  }) => {
    await page.goto(project.sandbox)
    const frame = page.locator('.widget iframe').contentFrame()
    await expect(frame.getByText('Ada')).toBeVisible()
    const loads: string[] = []
    page.on('framenavigated', ({ url }) => loads.push(url()))
    await project.write('greeting.js', greets('Good morning'))
    await expect(frame.getByRole('heading', { name: 'Good morning' })).toBeVisible()
    await expect(frame.getByText('Ada')).toBeVisible()
    expect(loads).toEqual([])
    expect(complaints).toEqual([])
  })

  test('links a page that is open outside of a host to the sandbox with this page', async ({ page, project }) => {
    const week = { ...ENTRY_POINT, id: '7f0c1f5e-9b35-4f4e-8a0b-6d2f5f4e7c11', url: 'week.html', name: { en: 'Week' } }
    await project.write('week.html', PAGE)
    await project.write('manifest.json', JSON.stringify({ ...MANIFEST, entryPoints: [ENTRY_POINT, week] }))
    const [own = ''] = project.server.resolvedUrls?.local ?? []
    const address = page.getByText(project.sandbox)
    await expect(async () => {
      await page.goto(`${own}week.html`)
      await expect(address).toContainText('#setup=', { timeout: 1_000 })
    }).toPass()
    const [, link = ''] = /the sandbox at (\S+)\. /.exec((await address.textContent()) ?? '') ?? []
    await page.goto(link)
    await expect(page.locator('.widget iframe').contentFrame().getByText('Ada')).toBeVisible()
    await expect(page.getByRole('article')).toHaveAccessibleName('Week, w1')
  })

  test('shows a changed manifest in the Home, and the Home does not load again', async ({ page, project }) => {
    await page.goto(project.sandbox)
    await expect(page.locator('.widget iframe').contentFrame().getByText('Ada')).toBeVisible()
    const loads: string[] = []
    page.on('framenavigated', (frame) => frame === page.mainFrame() && loads.push(frame.url()))
    const entryPoint = { ...ENTRY_POINT, name: { en: 'Reminders' } }
    await project.write('manifest.json', JSON.stringify({ ...MANIFEST, entryPoints: [entryPoint] }))
    await expect(page.getByRole('article', { name: 'Reminders, w1' })).toBeVisible()
    await project.write('manifest.json', '{')
    await expect(page.getByText('The manifest has an error.')).toBeVisible()
    await expect(page.locator('.widget iframe').contentFrame().getByText('Ada')).toBeVisible()
    expect(loads).toEqual([])
  })
})
