import type { BrowserContext, Locator, Page } from '@playwright/test'

import { buildSite, serveSite } from './support/build-site.js'
import { expect, frameElement, letKeysThrough, plugin, test } from './support/test.js'

/** Returns the height of the frame in the home. */
function heightOf(page: Page): Promise<number> {
  return frameElement(page).evaluate((frame: HTMLElement) => frame.clientHeight)
}

/** Serves `e2e/ui` and opens it in the home. */
async function openUi(context: BrowserContext, openHome: (query: string) => Promise<void>, query = ''): Promise<void> {
  await serveSite(context, 'http://127.0.0.1:4103', await buildSite('e2e/ui'))
  await letKeysThrough(context)
  await openHome(`plugin=ui${query}`)
}

/** Waits until the frame is as high as its page, and resolves with that height. */
async function fittedHeight(page: Page): Promise<number> {
  const content = plugin(page).locator('main')
  await expect(plugin(page).getByRole('combobox')).toBeVisible()
  await expect
    .poll(async () => (await heightOf(page)) - (await content.evaluate((main: HTMLElement) => main.offsetHeight)))
    .toBe(0)
  return heightOf(page)
}

/** Expects the frame to grow until the whole overlay is inside it. */
async function expectRoomFor(overlay: Locator, page: Page, before: number): Promise<void> {
  await expect(overlay).toBeVisible()
  await expect.poll(() => heightOf(page)).toBeGreaterThan(before)
  await expect
    .poll(() => overlay.evaluate((element) => element.getBoundingClientRect().bottom <= innerHeight))
    .toBe(true)
}

const OVERLAYS = [
  { name: 'dialog', role: 'dialog', opener: { role: 'button', name: 'Order' } },
  { name: 'select', role: 'listbox', opener: { role: 'combobox', name: /Canteen/ } },
] as const

for (const { name, role, opener } of OVERLAYS) {
  for (const sandbox of ['same-origin', 'opaque']) {
    test(`the frame grows for haiilo-${name} and shrinks again, with the sandbox "${sandbox}"`, async ({
      context,
      page,
      openHome,
      complaints,
    }) => {
      await openUi(context, openHome, `&sandbox=${sandbox}`)
      const before = await fittedHeight(page)
      const button = plugin(page).getByRole(opener.role, { name: opener.name })
      const overlay = plugin(page).getByRole(role)

      for (const open of [() => button.click(), () => button.press('Enter')]) {
        await open()
        await expectRoomFor(overlay, page, before)
        await page.keyboard.press('Escape')
        await expect(overlay).toBeHidden()
        await expect.poll(() => heightOf(page)).toBe(before)
        await expect(button).toBeFocused()
      }
      expect(complaints).toEqual([])
    })
  }
}

test('haiilo-dialog opens in the visible part of a frame that is much higher than the window', async ({
  context,
  page,
  openHome,
}) => {
  await openUi(context, openHome)
  const before = await fittedHeight(page)
  await plugin(page)
    .locator('main')
    .evaluate((main) => (main.style.paddingTop = '3000px'))
  await expect.poll(() => heightOf(page)).toBeGreaterThan(before + 2900)
  const tall = await heightOf(page)
  const button = plugin(page).getByRole('button', { name: 'Order' })
  await button.scrollIntoViewIfNeeded()
  const scrolled = await page.evaluate(() => scrollY)
  expect(scrolled).toBeGreaterThan(2000)

  await button.click()
  const dialog = plugin(page).getByRole('dialog', { name: 'Your order' })
  await expect(plugin(page).getByRole('textbox', { name: 'Dish' })).toBeFocused()
  await expect(dialog.getByRole('heading')).toBeInViewport({ ratio: 1 })
  expect(await page.evaluate(() => scrollY)).toBe(scrolled)
  await expectRoomFor(dialog, page, tall)

  await plugin(page).getByRole('button', { name: 'Send' }).click()
  await expect.poll(() => heightOf(page)).toBe(tall)
  await expect(button).toBeFocused()
})
