import { defineConfig, mergeConfig } from 'vitest/config'

import viteConfig from './vite.config.ts'

export default mergeConfig(
  viteConfig,
  defineConfig({
    test: {
      environment: 'jsdom',
      // jsdom has no form fields as custom elements
      setupFiles: ['element-internals-polyfill'],
      include: ['{src,server}/**/*.test.{ts,tsx}'],
    },
  }),
)
