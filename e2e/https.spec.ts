import type { BrowserContext, Page } from '@playwright/test'

import { VENDOR_KEY_DOCUMENT } from './host-page/src/vendor-key-document.js'
import { buildSite, serveSite } from './support/build-site.js'
import { expect, plugin, test } from './support/test.js'

const TENANT = 'https://acme.example.com'

test.beforeEach(async ({ context }) => {
  await serveSite(context, TENANT, await buildSite('e2e/host-page'))
  // a deployed home has no key server: each test serves the key document at the vendor's URL
  const noKeyServer = { body: 'export const keyServer = undefined', contentType: 'text/javascript' }
  await context.route(`${TENANT}/__haiilo-simulator/key-server.js`, (route) => route.fulfill(noKeyServer))
  await serveSite(context, 'https://lunch.example.org', await buildSite('examples/react'))
})

test('a production build trusts an https tenant whose key document the vendor serves', async ({
  page,
  context,
  complaints,
}) => {
  const origins = await serveKeyDocument(context, page)
  await page.goto(`${TENANT}/?plugin=lunch-on-https&keys=vendor&user=grace`)
  await expect(plugin(page).getByRole('heading', { level: 1 })).toHaveText('Guten Appetit, Grace')
  expect(await page.evaluate(() => window.home.issuer)).toBe(TENANT)
  expect(origins).toEqual(['https://lunch.example.org'])
  expect(complaints).toEqual([])
})

test('a production build trusts no host while the key document is unavailable', async ({ page, context }) => {
  await context.route(VENDOR_KEY_DOCUMENT, (route) => route.abort())
  await page.goto(`${TENANT}/?plugin=lunch-on-https&keys=vendor`)
  await expect(plugin(page).getByRole('alert')).toContainText('ERR_KEYS_UNAVAILABLE')

  await context.unroute(VENDOR_KEY_DOCUMENT)
  await serveKeyDocument(context, page)
  await plugin(page).getByRole('button', { name: 'Try again' }).click()
  await expect(plugin(page).getByRole('heading', { level: 1 })).toHaveText('Enjoy, Ada')
})

test('a production build on https does not trust a sandbox on the local machine', async ({ page, openHome }) => {
  await openHome('plugin=lunch-on-https')
  await expect(plugin(page).getByRole('alert')).toContainText('ERR_TOKEN_ISSUER')
})

/** Serves the key document of the home in `page` at the vendor's URL. Returns the origins of the requests. */
async function serveKeyDocument(context: BrowserContext, page: Page): Promise<(string | undefined)[]> {
  const origins: (string | undefined)[] = []
  await context.route(VENDOR_KEY_DOCUMENT, async (route, request) => {
    origins.push(request.headers()['origin'])
    await route.fulfill({
      json: await page.evaluate(() => window.home.keyDocument()),
      headers: { 'access-control-allow-origin': '*' },
    })
  })
  return origins
}
