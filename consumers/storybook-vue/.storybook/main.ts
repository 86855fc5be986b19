import type { StorybookConfig } from '@storybook/vue3-vite'

const config: StorybookConfig = {
  stories: ['../src/*.stories.ts'],
  framework: { name: '@storybook/vue3-vite', options: { docgen: 'vue-component-meta' } },
  addons: ['@haiilo-kit/storybook-addon', '@storybook/addon-docs', '@storybook/addon-vitest'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
}

export default config
