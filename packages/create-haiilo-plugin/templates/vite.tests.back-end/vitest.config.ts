import { defineConfig, mergeConfig } from 'vitest/config'

import viteConfig from './vite.config.ts'

export default mergeConfig(
  viteConfig,
  defineConfig({
    test: {
      projects: [
        {
          extends: true,
          test: {
            name: 'plug-in',
            environment: 'jsdom',
            // jsdom has no form fields as custom elements
            setupFiles: ['element-internals-polyfill'],
            include: ['src/**/*.test.{ts,tsx}'],
          },
        },
        { test: { name: 'back end', include: ['server/**/*.test.ts'] } },
      ],
    },
  }),
)
