import { fields } from '@haiilo-kit/example-lunch/fields'
import { readConfig } from '@haiilo-kit/manifest'
import App from '@haiilo-kit/example-vue/app.vue'
import SettingsApp from '@haiilo-kit/example-vue/settings-app.vue'
import { createHaiiloHost, HaiiloHostPlugin, type PluginView } from '@haiilo-kit/vue'
import { createApp } from 'vue'

import type { MountedPlugin, PluginOptions } from './plugin-module.js'

/** Runs the Vue example inside an element. */
export function mount(element: HTMLElement, options: PluginOptions, view: PluginView = 'plugin'): MountedPlugin {
  const host = createHaiiloHost({ ...options, config: readConfig(fields) })
  const app = createApp(view === 'config' ? SettingsApp : App).use(HaiiloHostPlugin, host)
  app.mount(element)
  return {
    host,
    unmount() {
      app.unmount()
      host.close()
    },
  }
}
