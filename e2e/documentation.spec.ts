import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import sirv from 'sirv'

import { ONCE } from './support/examples.js'
import { expect, test } from './support/test.js'

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
  let pages: string[]
  let server: Server
  let origin: string

  test.beforeAll(async () => {
    test.setTimeout(300_000)
    // loaded here, because only this worker needs the tools that build the site
    const { buildSite, site } = await import('../scripts/site/build-site.mjs')
    await buildSite({ log: () => undefined })
    const folder = join(site, 'storybook')
    server = await serve(folder)
    origin = `http://localhost:${(server.address() as AddressInfo).port}`
    const { entries } = JSON.parse(await readFile(join(folder, 'index.json'), 'utf8')) as {
      readonly entries: Readonly<Record<string, { readonly type: string }>>
    }
    pages = Object.keys(entries).filter((id) => entries[id]?.type === 'docs')
  })

  test.afterAll(() => server.close())

  test('renders every page without an error in the width of a phone, and links only to pages that exist', async ({
    page,
    complaints,
  }) => {
    test.setTimeout(300_000)
    expect(pages.length).toBeGreaterThan(35)
    await page.setViewportSize({ width: 400, height: 800 })
    for (const id of pages) {
      await test.step(id, async () => {
        await page.goto(`${origin}/iframe.html?viewMode=docs&id=${id}`)
        await expect(page.locator('#storybook-docs h1').first()).toBeVisible()
        const broken = page.locator('#storybook-docs img:not([src]), #storybook-docs a[href="undefined"]')
        await expect(broken).toHaveCount(0)
        expect
          .soft(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), id)
          .toBeLessThanOrEqual(0)
        const targets = await page
          .locator('#storybook-docs a[href^="?path="]')
          .evaluateAll((all) => all.map((link) => /^\?path=\/\w+\/([\w-]+)/.exec(link.getAttribute('href') ?? '')?.[1]))
        expect.soft(targets.filter((target) => target?.endsWith('--docs') && !pages.includes(target))).toEqual([])
      })
    }
    expect(complaints).toEqual([])
  })

  test('shows other pages for the framework that was chosen with the keyboard', async ({ page }) => {
    await page.goto(`${origin}/iframe.html?viewMode=docs&id=components-button--docs`)
    await page.getByRole('tab', { name: 'HTML' }).focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await expect(page.getByText('<script setup lang="ts">')).toBeVisible()
    await page.goto(`${origin}/iframe.html?viewMode=docs&id=components-alert--docs`)
    await expect(page.getByRole('tab', { name: 'Vue' })).toHaveAttribute('aria-selected', 'true')
  })

  for (const id of AUDITED) {
    test(`has no accessibility problems: ${id}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: 'light' })
      await page.goto(`${origin}/iframe.html?viewMode=docs&id=${id}--docs`)
      await expect(page.locator('#storybook-docs h1').first()).toBeVisible()
      const light = await colorsOf(page)
      await expectAccessible(page)
      await page.emulateMedia({ colorScheme: 'dark' })
      await expect.poll(async () => (await colorsOf(page)).some((color) => light.includes(color))).toBe(false)
      await expectAccessible(page)
    })
  }
})

/** A real server, so that the browser can keep the large scripts that all pages share. */
async function serve(folder: string): Promise<Server> {
  const files = sirv(folder)
  const server = createServer((request, response) =>
    // the frame of the pages has no icon of its own
    files(request, response, () => void response.writeHead(request.url === '/favicon.ico' ? 204 : 404).end()),
  )
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  return server
}

/** The colours of the heading and of the page, which follow the theme. */
function colorsOf(page: Page): Promise<readonly string[]> {
  return page
    .locator('#storybook-docs h1')
    .first()
    .evaluate((heading) => {
      const background = getComputedStyle(heading.closest('.sbdocs-wrapper') ?? document.body).backgroundColor
      return [getComputedStyle(heading).color, background]
    })
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include('#storybook-docs').analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
}
