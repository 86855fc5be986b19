import { earlyHandshakeHash } from '@haiilo-kit/core/early'
import type { Page } from '@playwright/test'

import { ONCE } from './support/examples.js'
import { expect, frameElement, letKeysThrough, plugin, test } from './support/test.js'

const PLUGIN = 'http://127.0.0.1:4102/'

/** Serves the pages of the plug-in with a content security policy, and delays their bundle until the test releases it. */
async function serve(page: Page, policy: string): Promise<{ release: () => void }> {
  await letKeysThrough(page.context())
  const { promise: released, resolve } = Promise.withResolvers<true>()
  await page.route(`${PLUGIN}assets/*.js`, async (route) => {
    await released
    await route.continue()
  })
  await page.route(`${PLUGIN}?src=*`, async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } })
  })
  return { release: () => resolve(true) }
}

/** Counts the handshake messages on the wire: requests and responses. */
function handshakeMessages(page: Page): Promise<number> {
  return page.evaluate(() => window.home.log.filter(({ subject }) => subject === 'init').length)
}

test.describe('the early handshake of a production build', { tag: ONCE }, () => {
  test('runs before the bundle is loaded, with a policy that allows its hash', async ({ page, openHome }) => {
    const { release } = await serve(page, `script-src 'self' '${await earlyHandshakeHash()}'`)
    // not awaited here, because the home finishes loading after its frames
    const opened = openHome('plugin=react')
    await frameElement(page).waitFor()
    // the request and the response, before any code of the application is loaded
    await expect.poll(() => handshakeMessages(page)).toBe(2)
    release()
    await opened
    await expect(plugin(page).getByRole('heading', { level: 1 })).toHaveText('Enjoy, Ada')
    expect(await handshakeMessages(page)).toBe(2)
  })

  test('does not run with a policy that forbids it, and the plug-in connects anyway', async ({ page, openHome }) => {
    const refused = page.waitForEvent('console', (message) => message.text().includes('Content Security Policy'))
    const { release } = await serve(page, `script-src 'self'`)
    const opened = openHome('plugin=react')
    await refused
    expect(await handshakeMessages(page)).toBe(0)
    release()
    await opened
    await expect(plugin(page).getByRole('heading', { level: 1 })).toHaveText('Enjoy, Ada')
    expect(await handshakeMessages(page)).toBe(2)
  })
})
