/// <reference types="node" />
import type { HaiiloOptions } from '@haiilo-kit/sandbox/playwright'
import { defineConfig } from '@playwright/test'

import { backEndServer } from './e2e/back-end-server'

const { CI, CHROMIUM_PATH } = process.env
const manifest = 'http://localhost:4200/manifest.json'

export default defineConfig<HaiiloOptions>({
  testDir: 'e2e',
  forbidOnly: CI !== undefined,
  use: {
    haiilo: { manifest },
    trace: 'retain-on-failure',
    // a Chromium that Playwright did not install
    launchOptions: CHROMIUM_PATH === undefined ? {} : { executablePath: CHROMIUM_PATH },
  },
  webServer: [
    {
      command: 'npx ng serve',
      // Angular prefers this variable to --port
      env: { PORT: '4200' },
      url: manifest,
      reuseExistingServer: CI === undefined,
    },
    backEndServer,
  ],
})
