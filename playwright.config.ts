import { defineConfig, devices } from '@playwright/test'

import { ONCE } from './e2e/support/examples.js'
import { CHROMIUM_FLAGS, chromiumPath, headlessShellPath } from './scripts/lib/chromium.mjs'

/** Specs that build the documentation, or listen on a port that an example knows. */
const ALONE = ['**/documentation.spec.ts', '**/back-end.spec.ts']

const HEADLESS_SHELL = { launchOptions: { executablePath: headlessShellPath(), args: CHROMIUM_FLAGS } }

export default defineConfig({
  testDir: 'e2e',
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env['CI']),
  reporter: 'list',
  // for slow machines; a passing test does not wait for it
  timeout: 90_000,
  expect: { timeout: 20_000 },
  use: {
    baseURL: 'http://localhost:4101',
    trace: { mode: 'retain-on-failure', screenshots: false, sources: false },
    ...devices['Desktop Chrome'],
  },
  projects: [
    // Playwright's own switches block storage for a plug-in on another site, so localStorage throws: the harder case
    { name: 'chromium', testIgnore: ALONE, use: HEADLESS_SHELL },
    // one worker, also for repetitions: two would collide
    { name: 'alone', testMatch: ALONE, workers: 1, use: HEADLESS_SHELL },
    // the browser that people use. This list replaces Playwright's, so a plug-in has its own storage, as in normal browsers
    {
      name: 'chromium-with-storage',
      testIgnore: ALONE,
      grepInvert: new RegExp(ONCE),
      use: {
        launchOptions: { executablePath: chromiumPath(), args: [...CHROMIUM_FLAGS, '--disable-features=Translate'] },
      },
    },
    // the command line starts the browser
    { name: 'cli', testDir: 'packages/cli/e2e' },
  ],
  // several origins, as in production: the page of Haiilo Home, and the plug-in in it
  webServer: [
    {
      // built, because a fresh browser would load each module of a development server in each test
      command: 'vite build --logLevel error && vite preview --host localhost --port 4101 --strictPort',
      cwd: 'e2e/host-page',
      url: 'http://localhost:4101',
      reuseExistingServer: false,
    },
    // the last address to start; when it answers, all do
    {
      command: 'node scripts/dev/serve-examples.mjs --built',
      url: 'http://127.0.0.1:4108',
      reuseExistingServer: false,
    },
  ],
})
