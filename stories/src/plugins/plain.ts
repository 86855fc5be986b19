import { createHaiiloHost, type PluginView } from '@haiilo-kit/core'
import { fields } from '@haiilo-kit/example-lunch/fields'
import { readConfig } from '@haiilo-kit/manifest'
import { mountLunch } from '@haiilo-kit/example-vanilla'
import { mountSettings } from '@haiilo-kit/example-vanilla/settings'

import type { MountedPlugin, PluginOptions } from './plugin-module.js'

/** Runs the example without a framework inside an element. */
export function mount(element: HTMLElement, options: PluginOptions, view: PluginView = 'plugin'): MountedPlugin {
  const host = createHaiiloHost({ ...options, config: readConfig(fields) })
  const stop = view === 'config' ? mountSettings(element, host) : mountLunch(element, host)
  return {
    host,
    unmount() {
      stop()
      host.close()
    },
  }
}
