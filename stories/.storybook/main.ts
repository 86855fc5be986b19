import type { StorybookConfig } from '@storybook/html-vite'
import { fileURLToPath } from 'node:url'

const config: StorybookConfig = {
  stories: ['../src/**/*.mdx', '../src/**/*.stories.ts'],
  framework: '@storybook/html-vite',
  addons: [
    // from its sources: authors write '@haiilo-kit/storybook-addon'
    fileURLToPath(new URL('../addon-from-source.ts', import.meta.url)),
    '@storybook/addon-docs',
    '@storybook/addon-a11y',
    '@storybook/addon-vitest',
  ],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  features: { sidebarOnboardingChecklist: false },
}

export default config
