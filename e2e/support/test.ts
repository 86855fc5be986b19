import {
  expect as playwrightExpect,
  test as base,
  type BrowserContext,
  type FrameLocator,
  type Locator,
  type Page,
} from '@playwright/test'

import { buildSite, serveSite } from './build-site.js'

interface Fixtures {
  /** Opens the simulated home; the query selects what is in it. */
  readonly openHome: (query: string) => Promise<void>
  /** Serves `e2e/probe` at its address. */
  readonly probe: undefined
  /** What the console of any page or frame said in anger, and what nobody caught. */
  readonly complaints: string[]
}

export const test = base.extend<Fixtures>({
  openHome: ({ page }, use) =>
    use(async (query) => {
      await page.goto(`/?${query}`)
    }),
  probe: async ({ context }, use) => {
    await serveSite(context, 'http://127.0.0.1:4103', await buildSite('e2e/probe'))
    await letKeysThrough(context)
    await use(undefined)
  },
  complaints: async ({ page }, use) => {
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => {
      if (['error', 'warning', 'assert'].includes(message.type())) complaints.push(message.text())
    })
    await use(complaints)
  },
})

/** Chromium keeps pages away from this machine's servers that did not come from one themselves, such as those that a test serves. */
export async function letKeysThrough(context: BrowserContext): Promise<void> {
  await context.route('http://localhost:4101/__haiilo-simulator/keys/*', async (route) =>
    route.fulfill({ response: await route.fetch() }),
  )
}

/** Waits longer than a development server takes for its first page on a busy machine. */
export const expect = playwrightExpect.configure({ timeout: 20_000 })

/** The content of a plug-in's frame, by its place on the page. */
export function plugin(page: Page, number = 1): FrameLocator {
  return frameElement(page, number).contentFrame()
}

/** The frame of a plug-in itself. */
export function frameElement(page: Page, number = 1): Locator {
  return page.getByTitle(`Plug-in ${number}`)
}

/** Runs a function in the frame of `e2e/probe`, once its own script has run. */
export async function inProbe<Result>(
  page: Page,
  number: number,
  run: () => Result | Promise<Result>,
): Promise<Result> {
  return plugin(page, number).locator('html[data-running]').evaluate(run)
}
