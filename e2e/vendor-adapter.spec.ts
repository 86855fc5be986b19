import { fileURLToPath } from 'node:url'

import { VENDOR_KEY_DOCUMENT } from './host-page/src/vendor-key-document.js'
import { buildSite, serveSite } from './support/build-site.js'
import { expect, frameElement, letKeysThrough, plugin, test } from './support/test.js'

// Runs the same plug-in inside the simulated host with two clients. With the vendor's unmodified adapter, it proves that the simulator implements
// the real protocol. With ours, it proves that the import is the only line to change. If the vendor's adapter cannot verify a token, it adds a
// line of text to the page and continues; ours rejects. So the tests compare the whole text.

const CLIENTS = {
  'the vendor’s adapter': {},
  'our adapter': { '@coyoapp/plugin-adapter': fileURLToPath(import.meta.resolve('@haiilo-kit/core/plugin-adapter')) },
}

const CLAIMS = {
  ctx: { tenantId: 'tenant-1', userId: 'user-1', userName: 'Ada', userLanguage: 'en', userEmail: 'ada@example.com' },
  cfg: { canteen: 'north', dishes: 3 },
  stt: { edit: false },
}

for (const [name, alias] of Object.entries(CLIENTS)) {
  const isVendors = Object.keys(alias).length === 0
  // for a tenant on the local machine, ours accepts only keys on the local machine
  const keys = isVendors ? '&keys=vendor' : ''

  test.describe(name, () => {
    let keyRequests: number

    test.beforeEach(async ({ context, page }) => {
      keyRequests = 0
      if (!isVendors) await letKeysThrough(context)
      await serveSite(context, 'http://127.0.0.1:4104', await buildSite('e2e/vendor', alias))
      await context.route(VENDOR_KEY_DOCUMENT, async (route) => {
        keyRequests += 1
        await route.fulfill({
          json: await page.evaluate(() => window.home.keyDocument()),
          headers: { 'access-control-allow-origin': '*' },
        })
      })
    })

    for (const sandbox of ['same-origin', 'opaque']) {
      test(`init: the adapter verifies our token and nests its claims (${sandbox})`, async ({
        page,
        openHome,
        complaints,
      }) => {
        await openHome(`plugin=vendor${keys}&sandbox=${sandbox}`)
        await expect.poll(() => textOf(page)).toMatchObject(CLAIMS)
        expect(keyRequests).toBe(isVendors ? 1 : 0)
        expect(complaints).toEqual([])
      })
    }

    for (const sandbox of ['same-origin', 'opaque']) {
      test(`init: the adapter trusts a key server that was added to its key store (${sandbox})`, async ({
        page,
        context,
        openHome,
        complaints,
      }) => {
        await letKeysThrough(context)
        await openHome(`plugin=vendor-with-key-server&sandbox=${sandbox}`)
        await expect.poll(() => textOf(page)).toMatchObject(CLAIMS)
        expect([keyRequests, complaints]).toEqual([0, []])
      })
    }

    test('init: the adapter rejects a host that signs with another key', async ({ page, openHome }) => {
      await openHome(`plugin=vendor${keys}&fault=wrong-key`)
      await expect(plugin(page).locator('body')).toContainText(
        isVendors ? 'Invalid plug-in token' : 'ERR_TOKEN_SIGNATURE',
      )
      await expect(plugin(page).locator('body')).not.toContainText('Ada')
    })

    test('observeHeight: the frame gets the height that the adapter sends', async ({ page, openHome }) => {
      await openHome(`plugin=vendor${keys}`)
      const main = plugin(page).locator('main')
      await expect.poll(() => frameElement(page).getAttribute('scrolling')).toBe('no')
      await main.evaluate((element) => element.style.setProperty('height', '321px'))
      // ours adds the margin of the body above the element
      await expect.poll(() => frameElement(page).evaluate((frame) => frame.clientHeight)).toBe(isVendors ? 321 : 329)
      expect(await page.evaluate(() => window.home.log.filter(({ verdict }) => verdict === 'refused'))).toEqual([])
    })

    test('onSave: the configuration view of the adapter saves values, and rejects a save', async ({
      page,
      openHome,
      complaints,
    }) => {
      await openHome(`plugin=vendor-settings${keys}`)
      await expect.poll(() => textOf(page)).toMatchObject(CLAIMS)
      expect(await page.evaluate(() => window.home.save())).toEqual({ canteen: 'south' })
      expect(await page.evaluate(() => window.home.save())).toBe(false)
      expect(complaints).toEqual([])
    })

    if (isVendors) {
      // ours trusts key servers on the local machine while the plug-in is served from there, too
      test('init: the adapter does not trust an unknown key server', async ({ page, context, openHome }) => {
        await letKeysThrough(context)
        await openHome('plugin=vendor')
        await expect(plugin(page).locator('body')).toContainText('Insecure plug-in communication')
      })
    } else {
      test('init: the adapter rejects an expired token, and shows no claim of it', async ({ page, openHome }) => {
        await openHome(`plugin=vendor${keys}&fault=expired`)
        await expect(plugin(page).locator('body')).toContainText('init failed: TokenRejectedError')
        await expect(plugin(page).locator('body')).not.toContainText('Ada')
      })
    }
  })
}

async function textOf(page: Parameters<typeof plugin>[0]): Promise<unknown> {
  const text = await plugin(page).locator('body').innerText()
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
