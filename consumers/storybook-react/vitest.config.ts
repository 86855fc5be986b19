import { storybookTest } from '@storybook/addon-vitest/vitest-plugin'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        launchOptions: { executablePath: process.env['CHROMIUM_PATH'], args: ['--no-sandbox', '--disable-gpu'] },
      }),
      instances: [{ browser: 'chromium' }],
    },
    projects: [
      { extends: true, plugins: [storybookTest({ configDir: '.storybook' })], test: { name: 'stories' } },
      { extends: true, test: { name: 'portable', include: ['src/*.test.tsx'] } },
    ],
  },
})
