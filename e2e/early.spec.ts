import { earlyHandshakeHash } from '@haiilo-kit/core/early'
import type { Page } from '@playwright/test'

import { ONCE } from './support/examples.js'
import { expect, frameElement, letKeysThrough, plugin, test } from './support/test.js'

const PLUGIN = 'http://127.0.0.1:4102/'

/** Serves the plug-in's pages with a content security policy, and holds back their bundle until it is released. */
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

/** How often the plug-in has asked the host for a handshake. */
function questions(page: Page): Promise<number> {
  return page.evaluate(() => window.home.log.filter(({ subject }) => subject === 'init').length)
}

test.describe('the early handshake of a page that Vite has built', { tag: ONCE }, () => {
  test('asks before the bundle is there, under a policy that names its hash', async ({ page, openHome }) => {
    const { release } = await serve(page, `script-src 'self' '${await earlyHandshakeHash()}'`)
    // the home is not loaded before its frames are
    const opened = openHome('plugin=react')
    await frameElement(page).waitFor()
    // the question and the answer, while nothing of the application has arrived
    await expect.poll(() => questions(page)).toBe(2)
    release()
    await opened
    await expect(plugin(page).getByRole('heading', { level: 1 })).toHaveText('Enjoy, Ada')
    expect(await questions(page)).toBe(2)
  })

  test('is not run under a policy that does not allow it, and the page works as well', async ({ page, openHome }) => {
    const refused = page.waitForEvent('console', (message) => message.text().includes('Content Security Policy'))
    const { release } = await serve(page, `script-src 'self'`)
    const opened = openHome('plugin=react')
    await refused
    expect(await questions(page)).toBe(0)
    release()
    await opened
    await expect(plugin(page).getByRole('heading', { level: 1 })).toHaveText('Enjoy, Ada')
    expect(await questions(page)).toBe(2)
  })
})
