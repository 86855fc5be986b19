import { fields } from '@haiilo-kit/example-lunch/fields'
import { readConfig } from '@haiilo-kit/manifest'
import { App } from '@haiilo-kit/example-react'
import { SettingsApp } from '@haiilo-kit/example-react/settings'
import { createHaiiloHost, type PluginView } from '@haiilo-kit/react'
import { StrictMode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'

import type { MountedPlugin, PluginOptions } from './plugin-module.js'

/** Runs the React example inside an element. */
export function mount(element: HTMLElement, options: PluginOptions, view: PluginView = 'plugin'): MountedPlugin {
  const host = createHaiiloHost({ ...options, config: readConfig(fields) })
  const root = createRoot(element)
  // synchronous, so that a play function finds the content
  flushSync(() =>
    root.render(<StrictMode>{view === 'config' ? <SettingsApp host={host} /> : <App host={host} />}</StrictMode>),
  )
  return {
    host,
    unmount() {
      root.unmount()
      host.close()
    },
  }
}
