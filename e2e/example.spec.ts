import type { FrameLocator, Page } from '@playwright/test'

import { EXAMPLES } from './support/examples.js'
import { expect, frameElement, plugin, test } from './support/test.js'

for (const { name, tag, url } of EXAMPLES) {
  for (const sandbox of ['same-origin', 'opaque']) {
    test.describe(`the example ${name} with the sandbox "${sandbox}"`, { tag }, () => {
      test.afterEach(({ complaints }) => expect(complaints).toEqual([]))

      test('greets the user in their language', async ({ page, openHome }) => {
        await openHome(`plugin=${name}&sandbox=${sandbox}&user=grace`)
        await expect(plugin(page).getByRole('heading', { level: 1 })).toHaveText('Guten Appetit, Grace')
      })

      test('gets the height that it needs each time its content changes', async ({ page, openHome }) => {
        await openHome(`plugin=${name}&sandbox=${sandbox}`)
        await expectFittingHeight(page)
        const small = await heightOf(page)
        await plugin(page).getByRole('button', { name: 'Show 3 more' }).click()
        await expect.poll(() => heightOf(page)).toBeGreaterThan(small)
        await expectFittingHeight(page)
        await plugin(page).getByRole('button', { name: 'Show fewer' }).click()
        await expect.poll(() => heightOf(page)).toBe(small)
        expect(await page.evaluate(() => window.home.height)).toBe(small)
      })

      test('sends a request and shows the answer', async ({ page, openHome }) => {
        await openHome(`plugin=${name}&sandbox=${sandbox}&latency=50`)
        await plugin(page).getByRole('button', { name: 'Reserve: Gnocchi with spinach' }).click()
        await expect(plugin(page).getByText('Reserved: table 7')).toBeVisible()
      })

      test('shows a note when the page is edited', async ({ page, openHome }) => {
        await openHome(`plugin=${name}&sandbox=${sandbox}`)
        await expect(plugin(page).getByRole('heading', { level: 1 })).toBeVisible()
        await page.evaluate(() => window.home.setEditing(true))
        await expect(plugin(page).getByText('You are editing this page.')).toBeVisible()
      })

      test('saves valid settings, and rejects invalid ones', async ({ page, openHome }) => {
        await openHome(`plugin=${name}&plugin=${name}-settings&sandbox=${sandbox}`)
        const settings = plugin(page, 2)
        await settings.getByLabel('Dishes shown at first').fill('0')
        expect(await page.evaluate(() => window.home.save())).toBe(false)
        await expect(settings.getByText(/Enter 1 or more|Enter a number from 1 to 9/).first()).toBeVisible()
        await expect(plugin(page).getByText('North canteen')).toBeVisible()

        await settings.getByLabel('Dishes shown at first').fill('2')
        await chooseCanteen(settings, 'South canteen')
        expect(await page.evaluate(() => window.home.save())).toEqual({ canteen: 'south', dishes: 2 })
        await expect(plugin(page).getByText('South canteen')).toBeVisible()
        await expect(plugin(page).getByRole('listitem')).toHaveCount(2)
      })

      test('connects even if a router rewrites its URL', async ({ page, openHome }) => {
        await page.addInitScript(() => {
          if (!location.search.startsWith('?src=')) return
          // now the page is parsed and its relative URLs are resolved, but its script has not run
          document.onreadystatechange = () => history.replaceState(null, '', '/menu/today')
        })
        await openHome(`plugin=${name}&sandbox=${sandbox}`)
        await expect(plugin(page).getByRole('heading', { level: 1 })).toHaveText('Enjoy, Ada')
        expect(
          await plugin(page)
            .locator('html')
            .evaluate(() => location.pathname),
        ).toBe('/menu/today')
      })
    })
  }

  test.describe(`the example ${name}`, { tag }, () => {
    test('works twice on one page', async ({ page, openHome, complaints }) => {
      await openHome(`plugin=${name}&plugin=${name}`)
      const [first, second] = [plugin(page, 1), plugin(page, 2)]
      await expect(first.getByRole('heading', { level: 1 })).toHaveText('Enjoy, Ada')
      await expect(second.getByRole('heading', { level: 1 })).toHaveText('Enjoy, Ada')
      await expectFittingHeight(page, 2)
      const before = await heightOf(page, 2)
      await first.getByRole('button', { name: 'Show 3 more' }).click()
      await expectFittingHeight(page, 1)
      await first.getByRole('button', { name: 'Reserve: Apple crumble' }).click()
      await expect(first.getByText('Reserved: table 7')).toBeVisible()
      expect(await heightOf(page, 2)).toBe(before)
      await expect(second.getByText('Reserved: table 7')).toHaveCount(0)
      expect(complaints).toEqual([])
    })

    test('shows an error when it is opened outside a host', async ({ page }) => {
      await page.goto(`${url}?src=instance-1`)
      await expect(page.getByRole('alert')).toContainText('ERR_NOT_EMBEDDED')
    })

    test('serves its manifest', async ({ request }) => {
      const manifest: unknown = await (await request.get(`${url}manifest.json`)).json()
      expect(manifest).toMatchObject({
        manifestVersion: '2.5.0',
        entryPoints: [{ url: 'index.html' }, { configUrl: 'config.html' }],
      })
    })
  })
}

/** Selects a canteen in a native `<select>` or in a `haiilo-select`. */
async function chooseCanteen(settings: FrameLocator, label: string): Promise<void> {
  const canteen = settings.getByRole('combobox', { name: 'Canteen' })
  if (await canteen.evaluate((element) => element.localName === 'select')) {
    await canteen.selectOption({ label })
    return
  }
  await canteen.click()
  await settings.getByRole('option', { name: label }).click()
}

function heightOf(page: Page, number?: number): Promise<number> {
  return frameElement(page, number).evaluate((frame) => frame.clientHeight)
}

/** Expects the frame to be exactly as high as its content, rounded up to whole pixels. */
async function expectFittingHeight(page: Page, number?: number): Promise<void> {
  const main = plugin(page, number).getByRole('main')
  await expect(main.getByRole('listitem').first()).toBeVisible()
  await expect
    .poll(async () => [await heightOf(page, number), await frameElement(page, number).getAttribute('scrolling')])
    .toEqual([Math.ceil((await main.evaluate((element) => element.getBoundingClientRect().bottom)) - 0.01), 'no'])
}
