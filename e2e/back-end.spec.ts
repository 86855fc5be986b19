import { once } from 'node:events'
import { createServer } from 'node:http'
import { createSandboxServer } from '@haiilo-kit/sandbox'
import { auditAccessibility } from '@haiilo-kit/sandbox/playwright'
import { memoryStore, secretBox, toNodeHandler } from '@haiilo-kit/server'

import { createApp } from '../examples/backend/src/app.js'
import { createLunchBackend } from '../examples/backend/src/create-lunch-backend.js'
import { EXAMPLES, ONCE } from './support/examples.js'
import { expect, test } from './support/test.js'

/** The server of the example in React forwards `/api/` to this port. */
const PORT = 4112
const URL_OF_EVENTS = `http://127.0.0.1:${PORT}/haiilo/`

test(
  'a back end knows the user after the sandbox has installed the plug-in, and sends a notification',
  { tag: ONCE },
  async ({ page }) => {
    const backend = createLunchBackend({
      store: memoryStore(),
      secrets: secretBox(`test:${Buffer.alloc(32, 1).toString('base64')}`),
      development: true,
      log: () => undefined,
    })
    const app = createApp(backend)
    const server = createServer(toNodeHandler((request) => app.fetch(request)))
    const sandbox = await createSandboxServer({ port: 0 })
    const [{ url } = { url: '' }] = EXAMPLES
    const manifestUrl = `${url}manifest.json`
    const lifecycle = { url: URL_OF_EVENTS, events: ['install', 'uninstall'] }
    const lunch = (await (await fetch(manifestUrl)).json()) as { readonly entryPoints: readonly object[] }
    const entryPoints = [{ ...lunch.entryPoints[0], url: 'index.html?back-end' }]
    const manifest = { ...lunch, entryPoints, lifecycle, apiAccess: lifecycle }
    sandbox.show({ manifest, manifestUrl, findings: [] })

    await page.goto(sandbox.url)
    const plugin = page.locator('.widget iframe').first().contentFrame()
    const answer = plugin.getByRole('region', { name: 'Back end' }).getByRole('status')
    await plugin.getByRole('button', { name: 'Who am I?' }).click()
    await expect(answer).toHaveText('No back end is running. `npm start` starts one.')

    server.listen(PORT, '127.0.0.1')
    await once(server, 'listening')
    await plugin.getByRole('button', { name: 'Who am I?' }).click()
    await expect(answer).toContainText('does not know this tenant')

    await page.getByRole('tab', { name: 'Back end' }).click()
    await page.getByRole('button', { name: 'install', exact: true }).click()
    const entries = page.getByRole('listitem')
    await expect(entries.filter({ hasText: 'access_token' })).toContainText('201')
    await expect(entries.filter({ hasText: 'The plug-in is installed in the tenant.' })).toContainText('201')
    await plugin.getByRole('button', { name: 'Who am I?' }).click()
    await expect(answer).toHaveText('The back end has verified you: user-1.')

    await plugin.getByRole('button', { name: 'Notify me' }).click()
    await expect(answer).toHaveText('The notification was sent.')
    expect(await auditAccessibility(page, { frame: '.widget iframe', checks: ['rules'] })).toEqual([])
    await expect(entries.filter({ hasText: 'Notification' })).toContainText('Lunch is ready')

    await page.getByRole('button', { name: 'uninstall', exact: true }).click()
    await expect(entries.filter({ hasText: 'The plug-in is uninstalled in the tenant.' })).toContainText('201')
    await plugin.getByRole('button', { name: 'Who am I?' }).click()
    await expect(answer).toContainText('does not know this tenant')

    server.closeAllConnections()
    server.close()
    await backend.close()
    await sandbox.close()
  },
)
