import { auditAccessibility, type AuditOptions } from '@haiilo-kit/sandbox/playwright'

import { EXAMPLES, ONCE } from './support/examples.js'
import { expect, plugin, test } from './support/test.js'

for (const { name } of EXAMPLES) {
  // the examples share their style sheet, so all checks run once; the other examples check only the markup
  const auditOptions: AuditOptions = name === 'react' ? {} : { checks: ['rules'] }

  test.describe(`the example ${name}`, { tag: ONCE }, () => {
    test('has no accessibility problems in the plug-in', async ({ page, openHome, complaints }) => {
      await openHome(`plugin=${name}`)
      await plugin(page).getByRole('button', { name: 'Show 3 more' }).click()
      await plugin(page).getByRole('button', { name: 'Reserve: Tomato soup with basil' }).click()
      await expect(plugin(page).getByText('Reserved: table 7')).toBeVisible()
      expect(await auditAccessibility(page)).toEqual([])
      expect(complaints).toEqual([])
    })

    test('has no accessibility problems in the settings', async ({ page, openHome, complaints }) => {
      await openHome(`plugin=${name}-settings`)
      await plugin(page).getByLabel('Dishes shown at first').fill('')
      await page.evaluate(() => window.home.save())
      await expect(
        plugin(page)
          .getByText(/Fill in this field|Enter a number from 1 to 9/)
          .first(),
      ).toBeVisible()
      expect(await auditAccessibility(page, auditOptions)).toEqual([])
      expect(complaints).toEqual([])
    })

    test('has no accessibility problems in the failed state', async ({ page, openHome }) => {
      await openHome(`plugin=${name}&fault=expired`)
      await expect(plugin(page).getByRole('alert')).toBeVisible()
      expect(await auditAccessibility(page, auditOptions)).toEqual([])
    })

    test('can be used with the keyboard, and the focus follows the visual order', async ({ page, openHome }) => {
      await openHome(`plugin=${name}&plugin=${name}-settings`)
      const [lunch, settings] = [plugin(page, 1), plugin(page, 2)]
      await expect(lunch.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(settings.getByRole('combobox', { name: 'Canteen' })).toBeVisible()

      await page.keyboard.press('Tab')
      const reserve = lunch.getByRole('button', { name: 'Reserve: Tomato soup with basil' })
      await expect(reserve).toBeFocused()
      expect(await reserve.evaluate((button) => getComputedStyle(button).outlineStyle)).toBe('solid')
      await page.keyboard.press('Enter')
      await expect(lunch.getByText('Reserved: table 7')).toBeVisible()

      for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('Tab')
      const more = lunch.getByRole('button', { name: 'Show 3 more' })
      await expect(more).toBeFocused()
      await expect(more).toHaveAttribute('aria-expanded', 'false')
      await page.keyboard.press('Space')
      await expect(lunch.getByRole('button', { name: 'Show fewer' })).toBeFocused()

      await page.keyboard.press('Tab')
      await expect(settings.getByRole('combobox', { name: 'Canteen' })).toBeFocused()
      await page.keyboard.press('Tab')
      await page.keyboard.type('5')
      await expect(settings.getByLabel('Dishes shown at first')).toBeFocused()
    })
  })
}
