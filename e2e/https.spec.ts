import type { BrowserContext, Page } from '@playwright/test'

import { VENDOR_KEY_DOCUMENT } from './home/src/vendor-key-document.js'
import { buildSite, serveSite } from './support/build-site.js'
import { expect, plugin, test } from './support/test.js'

const TENANT = 'https://acme.example.com'

test.beforeEach(async ({ context }) => {
  await serveSite(context, TENANT, await buildSite('e2e/home'))
  // a published home has no key server: somebody else serves its key
  const noKeyServer = { body: 'export const keyServer = undefined', contentType: 'text/javascript' }
  await context.route(`${TENANT}/__haiilo-simulator/key-server.js`, (route) => route.fulfill(noKeyServer))
  await serveSite(context, 'https://lunch.example.org', await buildSite('examples/react'))
})

test('a production build trusts a tenant on https whose key document lies with the vendor', async ({
  page,
  context,
  complaints,
}) => {
  const asked = await serveKeyDocument(context, page)
  await page.goto(`${TENANT}/?plugin=lunch-on-https&keys=vendor&user=grace`)
  await expect(plugin(page).getByRole('heading', { level: 1 })).toHaveText('Guten Appetit, Grace')
  expect(await page.evaluate(() => window.home.issuer)).toBe(TENANT)
  expect(asked).toEqual(['https://lunch.example.org'])
  expect(complaints).toEqual([])
})

test('a production build believes nobody while the key document cannot be had', async ({ page, context }) => {
  await context.route(VENDOR_KEY_DOCUMENT, (route) => route.abort())
  await page.goto(`${TENANT}/?plugin=lunch-on-https&keys=vendor`)
  await expect(plugin(page).getByRole('alert')).toContainText('ERR_KEYS_UNAVAILABLE')

  await context.unroute(VENDOR_KEY_DOCUMENT)
  await serveKeyDocument(context, page)
  await plugin(page).getByRole('button', { name: 'Try again' }).click()
  await expect(plugin(page).getByRole('heading', { level: 1 })).toHaveText('Enjoy, Ada')
})

test('a production build on https does not trust a sandbox on this machine', async ({ page, openHome }) => {
  await openHome('plugin=lunch-on-https')
  await expect(plugin(page).getByRole('alert')).toContainText('ERR_TOKEN_ISSUER')
})

/** Serves the key of the home in `page` where the vendor has its documents. Gives back the origins that asked. */
async function serveKeyDocument(context: BrowserContext, page: Page): Promise<(string | undefined)[]> {
  const asked: (string | undefined)[] = []
  await context.route(VENDOR_KEY_DOCUMENT, async (route, request) => {
    asked.push(request.headers()['origin'])
    await route.fulfill({
      json: await page.evaluate(() => window.home.keyDocument()),
      headers: { 'access-control-allow-origin': '*' },
    })
  })
  return asked
}
