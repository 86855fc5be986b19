import { storybookTest } from '@storybook/addon-vitest/vitest-plugin'
import { playwright } from '@vitest/browser-playwright'
import { fileURLToPath } from 'node:url'
import { mergeConfig } from 'vite'
import { defineConfig } from 'vitest/config'

import { CHROMIUM_FLAGS, chromiumPath } from '../scripts/lib/chromium.mjs'
import vite from './vite.config.js'

export default mergeConfig(
  vite,
  defineConfig({
    plugins: [storybookTest({ configDir: fileURLToPath(new URL('.storybook', import.meta.url)) })],
    test: {
      name: 'stories',
      globalSetup: './serve-examples.ts',
      // pages without tests. The plug-in excludes them only if the tests start in this folder; each would load the set-up of all stories
      exclude: ['**/*.mdx'],
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({ launchOptions: { executablePath: chromiumPath(), args: CHROMIUM_FLAGS } }),
        instances: [{ browser: 'chromium' }],
      },
    },
  }),
)
