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
  /** Opens the simulated home. The query selects its plug-ins and options. */
  readonly openHome: (query: string) => Promise<void>
  /** Serves `e2e/probe` at its URL. */
  readonly probe: undefined
  /** The errors and warnings in the console of all pages and frames, and uncaught errors. */
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

/** Fetches the key documents for the pages. Chromium blocks requests to local servers from pages that a test serves with `route.fulfill`. */
export async function letKeysThrough(context: BrowserContext): Promise<void> {
  await context.route('http://localhost:4101/__haiilo-simulator/keys/*', async (route) =>
    route.fulfill({ response: await route.fetch() }),
  )
}

/** Waits long enough for the first page of a development server on a busy machine. */
export const expect = playwrightExpect.configure({ timeout: 20_000 })

/** Returns the content of the frame of a plug-in. `number` is its position on the page, starting at 1. */
export function plugin(page: Page, number = 1): FrameLocator {
  return frameElement(page, number).contentFrame()
}

/** Returns the `<iframe>` of a plug-in. */
export function frameElement(page: Page, number = 1): Locator {
  return page.getByTitle(`Plug-in ${number}`)
}

/** Runs a function in the frame of `e2e/probe` after its script has run. */
export async function inProbe<Result>(
  page: Page,
  number: number,
  run: () => Result | Promise<Result>,
): Promise<Result> {
  return plugin(page, number).locator('html[data-running]').evaluate(run)
}
