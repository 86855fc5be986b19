import {
  test as base,
  type PlaywrightTestArgs,
  type PlaywrightTestOptions,
  type PlaywrightWorkerArgs,
  type PlaywrightWorkerOptions,
  type TestType,
} from '@playwright/test'
import { PANEL_STORE } from '../page/state/panel-sizes.js'
import { createSandboxServer, type SandboxServer } from '../server/create-sandbox-server.js'
import { createHome, type Home } from './home.js'
import { readPlugin, type HaiiloSettings } from './read-plugin.js'

/** Options of the fixtures, for `use` in playwright.config. */
export interface HaiiloOptions {
  /** The plug-in to test. */
  readonly haiilo: HaiiloSettings | undefined
}

/** Fixtures of each test. */
export interface HaiiloFixtures {
  /** The simulated Home. Call `open` first. */
  readonly home: Home
}

/** Fixtures of each worker. */
export interface HaiiloWorkerFixtures {
  /** The server of the sandbox, on a free port. */
  readonly haiiloSandbox: SandboxServer
}

/** The `test` of Playwright, with the simulated Home. A test that fails has the messages as an attachment. */
export const test: TestType<
  PlaywrightTestArgs & PlaywrightTestOptions & HaiiloOptions & HaiiloFixtures,
  PlaywrightWorkerArgs & PlaywrightWorkerOptions & HaiiloWorkerFixtures
> = base.extend<HaiiloOptions & HaiiloFixtures, HaiiloWorkerFixtures>({
  haiilo: [undefined, { option: true }],
  haiiloSandbox: [
    async ({}, use) => {
      const sandbox = await createSandboxServer({ port: 0 })
      await use(sandbox)
      await sandbox.close()
    },
    { scope: 'worker' },
  ],
  home: async ({ page, haiilo, haiiloSandbox }, use, testInfo) => {
    const plugin = await readPlugin(haiilo)
    haiiloSandbox.show(plugin)
    await page.addInitScript(closePanels, PANEL_STORE)
    const home = createHome(page, haiiloSandbox, plugin)
    await use(home)
    if (testInfo.status === testInfo.expectedStatus) return
    // the page may be closed or elsewhere
    const messages = await home.messages().catch(() => [])
    await testInfo.attach('haiilo-messages', {
      body: JSON.stringify(messages, undefined, 2),
      contentType: 'application/json',
    })
  },
})

/** Runs in each page and frame. Without controls and messages, the widget has the width of the page. */
function closePanels(name: string): void {
  if (/^(?:home|second)\.localhost$/.test(location.hostname))
    localStorage.setItem(name, JSON.stringify({ sideOpen: false, timelineOpen: false }))
}
