import { build } from 'esbuild'
import { EXAMPLES, ONCE } from './support/examples.js'
import { expect, plugin, test } from './support/test.js'

declare const translator: { readonly translatePage: (root: Node) => () => void }

test.describe('while the browser translates the page', { tag: ONCE }, () => {
  test.beforeEach(async ({ page }) => {
    const { outputFiles } = await build({
      entryPoints: ['packages/test-kit/src/translate-page.ts'],
      bundle: true,
      format: 'iife',
      globalName: 'translator',
      write: false,
    })
    await page.addInitScript(`${outputFiles[0]?.text ?? ''}\nglobalThis.translator = translator`)
  })

  for (const { name } of EXAMPLES) {
    test(`the example ${name} updates its texts and leaves no old ones`, async ({ page, openHome, complaints }) => {
      await openHome(`plugin=${name}&latency=50`)
      await expect(plugin(page).getByRole('heading', { level: 1 })).toHaveText('Enjoy, Ada')
      await plugin(page)
        .locator('body')
        .evaluate((body) => void translator.translatePage(body))
      await expect(plugin(page).getByRole('heading', { level: 1 })).toHaveText('⟦Enjoy, Ada⟧')

      const more = plugin(page).locator('.lunch-more')
      await expect(more).toHaveText('⟦Show 3 more⟧')
      await more.click()
      await expect(more).toHaveText('⟦Show fewer⟧')
      await expect(plugin(page).getByRole('listitem')).toHaveCount(6)
      await more.click()
      await expect(more).toHaveText('⟦Show 3 more⟧')
      await expect(plugin(page).getByRole('listitem')).toHaveCount(3)

      const first = plugin(page).getByRole('listitem').first()
      await first.getByRole('button').click()
      await expect(first.getByRole('status')).toHaveText(/^⟦Reserved: table \d+⟧$/)
      expect(complaints).toEqual([])
    })
  }
})
