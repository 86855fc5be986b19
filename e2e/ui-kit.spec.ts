import { auditAccessibility } from '@haiilo-kit/sandbox/playwright'

import { buildSite, serveSite } from './support/build-site.js'
import { ONCE } from './support/examples.js'
import { expect, letKeysThrough, plugin, test } from './support/test.js'

/** Opens a page with all components in a home: in German, with errors, and with a policy of `style-src 'self'; script-src 'self'`. */
test.describe('the UI kit', { tag: ONCE }, () => {
  test.beforeEach(async ({ context, page, openHome }) => {
    await serveSite(context, 'http://127.0.0.1:4103', await buildSite('e2e/ui'))
    await letKeysThrough(context)
    await openHome('plugin=ui-everything&user=grace')
    await plugin(page).getByRole('button', { name: 'Bestellen', exact: true }).click()
    await expect(plugin(page).getByText('Bitte füllen Sie dieses Feld aus.').first()).toBeVisible()
  })

  test('has no accessibility problems', async ({ page, complaints }) => {
    expect(await auditAccessibility(page)).toEqual([])
    expect(complaints).toEqual([])
  })

  test('shows the focus and does not scroll horizontally in forced colours and right-to-left', async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active' })
    await plugin(page)
      .locator('html')
      .evaluate((root: HTMLElement) => (root.dir = 'rtl'))
    expect(await auditAccessibility(page, { checks: ['reflow', 'focus'] })).toEqual([])
  })

  test('does not scroll horizontally when only the text is twice as large', async ({ page }) => {
    const root = plugin(page).locator('html')
    await root.evaluate((element: HTMLElement) => (element.style.fontSize = '200%'))
    for (const width of [1280, 640]) {
      await page.setViewportSize({ width, height: 720 })
      expect(await root.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0)
    }
  })

  test('has no accessibility problems with an open dialog', async ({ page }) => {
    await plugin(page)
      .locator('haiilo-dialog')
      .evaluate((dialog: HTMLElementTagNameMap['haiilo-dialog']) => dialog.show())
    await expect(plugin(page).getByRole('dialog')).toBeVisible()
    expect(await auditAccessibility(page)).toEqual([])
  })
})
