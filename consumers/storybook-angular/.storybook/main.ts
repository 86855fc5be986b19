import type { StorybookConfig } from '@storybook/angular'

const config: StorybookConfig = {
  stories: ['../src/*.stories.ts'],
  framework: '@storybook/angular',
  addons: ['@haiilo-kit/storybook-addon', '@storybook/addon-docs'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
}

export default config
