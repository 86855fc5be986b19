import type { Page } from '@playwright/test'
import { newerNames } from '../scripts/lib/oldest-browsers.mjs'
import { buildSite, serveSite } from './support/build-site.js'
import { EXAMPLES, ONCE } from './support/examples.js'
import { expect, letKeysThrough, plugin, test } from './support/test.js'

/** Removes the APIs that one of the oldest supported browsers does not have. This happens in every frame, before its scripts run. */
async function removeNewerApis(page: Page): Promise<void> {
  await page.addInitScript((names: readonly string[]) => {
    // not from the home itself, which only developers use
    if (window === window.top) return
    const owners = globalThis as unknown as Record<string, { readonly prototype?: object } | undefined>
    const members = names.filter((name) => name.includes('.'))
    for (const [owner = '', name = ''] of members.map((member) => member.split('.'))) {
      for (const object of [owners[owner], owners[owner]?.prototype]) if (object) Reflect.deleteProperty(object, name)
    }
    for (const name of names) Reflect.deleteProperty(globalThis, name)
  }, newerNames())
}

test.describe('in the oldest supported browsers', { tag: ONCE }, () => {
  test.beforeEach(({ page }) => removeNewerApis(page))

  for (const { name } of EXAMPLES) {
    test(`the example ${name} connects, fits its height, sends a request and saves`, async ({
      page,
      openHome,
      complaints,
    }) => {
      await openHome(`plugin=${name}&plugin=${name}-settings&latency=50`)
      await expect(plugin(page).getByRole('heading', { level: 1 })).toHaveText('Enjoy, Ada')
      const newerApis = await plugin(page)
        .locator('html')
        .evaluate(() => [
          'withResolvers' in Promise,
          'parse' in URL,
          'currentCSSZoom' in Element.prototype,
          'union' in Set.prototype,
          'scheduler' in globalThis,
        ])
      expect(newerApis).toEqual([false, false, false, false, false])
      const small = await page.evaluate(() => window.home.height)
      await plugin(page).getByRole('button', { name: 'Show 3 more' }).click()
      await expect.poll(() => page.evaluate(() => window.home.height)).toBeGreaterThan(small ?? 0)
      await plugin(page).getByRole('button', { name: 'Reserve: Gnocchi with spinach' }).click()
      await expect(plugin(page).getByText('Reserved: table 7')).toBeVisible()
      await plugin(page, 2).getByLabel('Dishes shown at first').fill('2')
      expect(await page.evaluate(() => window.home.save())).toMatchObject({ dishes: 2 })
      await expect(plugin(page).getByRole('listitem')).toHaveCount(2)
      expect(complaints).toEqual([])
    })
  }

  test('all components of the UI kit work', async ({ context, page, openHome, complaints }) => {
    await serveSite(context, 'http://127.0.0.1:4103', await buildSite('e2e/ui'))
    await letKeysThrough(context)
    await openHome('plugin=ui')
    const select = plugin(page).getByRole('combobox', { name: /Canteen/ })
    await select.click()
    await expect(plugin(page).getByRole('listbox')).toBeVisible()
    await page.keyboard.press('Escape')
    await plugin(page).getByRole('button', { name: 'Order' }).click()
    await expect(plugin(page).getByRole('dialog')).toBeVisible()
    await page.keyboard.press('Escape')
    await openHome('plugin=ui-everything&user=grace')
    await plugin(page).getByRole('button', { name: 'Bestellen', exact: true }).click()
    await expect(plugin(page).getByText('Bitte füllen Sie dieses Feld aus.').first()).toBeVisible()
    expect(complaints).toEqual([])
  })
})
