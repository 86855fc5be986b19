import {
  test as base,
  type PlaywrightTestArgs,
  type PlaywrightTestOptions,
  type PlaywrightWorkerArgs,
  type PlaywrightWorkerOptions,
  type TestType,
} from '@playwright/test'
import { HOSTS } from '../contract/hosts.js'
import { checkPage } from '../server/check-page.js'
import { createSandboxServer, type SandboxServer } from '../server/create-sandbox-server.js'
import { closePanels } from './close-panels.js'
import { createHome, type Home, type HomeSite } from './home.js'
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
    const origins = originsOf(haiiloSandbox)
    await closePanels(page, Object.values(origins))
    const home = createHome(page, { origins, checkPage }, plugin)
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

/** The address of each tenant on the server of the sandbox. */
function originsOf({ port }: SandboxServer): HomeSite['origins'] {
  return { first: `http://${HOSTS.first}:${port}`, second: `http://${HOSTS.second}:${port}` }
}
