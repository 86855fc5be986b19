import { defineConfig, devices } from '@playwright/test'

import { ONCE } from './e2e/support/examples.js'
import { CHROMIUM_FLAGS, chromiumPath } from './scripts/lib/chromium.mjs'

const executablePath = chromiumPath()

export default defineConfig({
  testDir: 'e2e',
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env['CI']),
  reporter: 'list',
  // for slow machines; a test that passes waits for none of this
  timeout: 90_000,
  expect: { timeout: 20_000 },
  use: { baseURL: 'http://localhost:4101', trace: 'retain-on-failure', ...devices['Desktop Chrome'] },
  projects: [
    // Playwright's own switches deny storage to a plug-in on another site: the harder case, in which localStorage throws
    { name: 'chromium', use: { launchOptions: { executablePath, args: CHROMIUM_FLAGS } } },
    // a list of one's own replaces Playwright's: what people's browsers do, where a plug-in has storage of its own
    {
      name: 'chromium-with-storage',
      grepInvert: new RegExp(ONCE),
      use: { launchOptions: { executablePath, args: [...CHROMIUM_FLAGS, '--disable-features=Translate'] } },
    },
  ],
  // several origins, as in the real world: the page of Haiilo Home and, embedded in it, the plug-in
  webServer: [
    {
      command: 'vite --host localhost --port 4101 --strictPort',
      cwd: 'e2e/home',
      url: 'http://localhost:4101',
      reuseExistingServer: false,
    },
    // the last of its addresses: once it answers here, it does everywhere
    {
      command: 'node scripts/dev/serve-examples.mjs --built',
      url: 'http://127.0.0.1:4108',
      reuseExistingServer: false,
    },
  ],
})
