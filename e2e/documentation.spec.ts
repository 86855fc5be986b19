import AxeBuilder from '@axe-core/playwright'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { run } from '../scripts/lib/commands.mjs'
import { ONCE } from './support/examples.js'
import { expect, test } from './support/test.js'

const ORIGIN = 'http://localhost:4111'

/** Pages of each kind: guides with pictures, code and wide tables, and components with each kind of content. */
const AUDITED = [
  'welcome',
  'guides-start-with-react',
  'guides-concepts',
  'guides-deployment',
  'guides-troubleshooting',
  'guides-security',
  'guides-limits-of-the-simulation',
  'components-button',
  'components-config-form',
  'components-dialog',
  'components-select',
  'components-tabs',
]

// one build for all tests
test.describe.configure({ mode: 'default' })

test.describe('the documentation in Storybook', { tag: ONCE }, () => {
  let folder: string
  let pages: string[]

  test.beforeAll(async () => {
    test.setTimeout(300_000)
    folder = await mkdtemp(join(tmpdir(), 'haiilo-kit-storybook-'))
    const storybook = join('node_modules', '.bin', 'storybook')
    await run(storybook, ['build', '--quiet', '--output-dir', folder], { cwd: 'stories' })
    const { entries } = JSON.parse(await readFile(join(folder, 'index.json'), 'utf8')) as {
      readonly entries: Readonly<Record<string, { readonly type: string }>>
    }
    pages = Object.keys(entries).filter((id) => entries[id]?.type === 'docs')
  })

  test.afterAll(() => rm(folder, { recursive: true, force: true }))

  test.beforeEach(async ({ context }) => {
    await context.route(`${ORIGIN}/**`, (route, request) => {
      const { pathname } = new URL(request.url())
      const path = join(folder, pathname)
      if (existsSync(path)) return route.fulfill({ path })
      // the frame of the pages has no icon of its own
      return route.fulfill({ status: pathname === '/favicon.ico' ? 204 : 404 })
    })
  })

  test('renders every page without an error, also on a phone', async ({ page, complaints }) => {
    test.setTimeout(300_000)
    expect(pages.length).toBeGreaterThan(35)
    await page.setViewportSize({ width: 400, height: 800 })
    for (const id of pages) {
      await test.step(id, async () => {
        await page.goto(`${ORIGIN}/iframe.html?viewMode=docs&id=${id}`)
        await expect(page.locator('#storybook-docs h1').first()).toBeVisible()
        const broken = page.locator('#storybook-docs img:not([src]), #storybook-docs a[href="undefined"]')
        await expect(broken).toHaveCount(0)
        expect
          .soft(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), id)
          .toBeLessThanOrEqual(0)
      })
    }
    expect(complaints).toEqual([])
  })

  test('links only to pages that exist', async ({ page }) => {
    test.setTimeout(300_000)
    for (const id of pages) {
      await page.goto(`${ORIGIN}/iframe.html?viewMode=docs&id=${id}`)
      await expect(page.locator('#storybook-docs h1').first()).toBeVisible()
      const links = await page
        .locator('#storybook-docs a[href^="?path="]')
        .evaluateAll((all) => all.map((link) => /^\?path=\/\w+\/([\w-]+)/.exec(link.getAttribute('href') ?? '')?.[1]))
      const targets = new Set(links)
      expect([...targets].filter((target) => target?.endsWith('--docs') && !pages.includes(target))).toEqual([])
    }
  })

  test('keeps the chosen framework for other pages, also with the keyboard', async ({ page }) => {
    await page.goto(`${ORIGIN}/iframe.html?viewMode=docs&id=components-button--docs`)
    await page.getByRole('tab', { name: 'HTML' }).focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await expect(page.getByText('<script setup lang="ts">')).toBeVisible()
    await page.goto(`${ORIGIN}/iframe.html?viewMode=docs&id=components-alert--docs`)
    await expect(page.getByRole('tab', { name: 'Vue' })).toHaveAttribute('aria-selected', 'true')
  })

  for (const id of AUDITED) {
    for (const colorScheme of ['light', 'dark'] as const) {
      test(`has no accessibility problems in ${colorScheme}: ${id}`, async ({ page }) => {
        await page.emulateMedia({ colorScheme })
        await page.goto(`${ORIGIN}/iframe.html?viewMode=docs&id=${id}--docs`)
        await expect(page.locator('#storybook-docs h1').first()).toBeVisible()
        const { violations } = await new AxeBuilder({ page }).include('#storybook-docs').analyze()
        expect(violations.map(({ id: rule, nodes }) => [rule, nodes.map(({ html }) => html)])).toEqual([])
      })
    }
  }
})
