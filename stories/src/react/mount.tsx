import { App } from '@haiilo-kit/example-react'
import styles from '@haiilo-kit/example-react/lunch.css?inline'
import { manifest, readLunchConfig } from '@haiilo-kit/example-react/manifest'
import { SettingsApp } from '@haiilo-kit/example-react/settings'
import { createHaiiloHost, type HaiiloHostOptions, type PluginView } from '@haiilo-kit/react'
import { StrictMode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'

import type { MountedPlugin } from '../plugin-module.js'

export { manifest, styles }

/** Runs the React example inside an element. */
export function mount(
  element: Element,
  options: Omit<HaiiloHostOptions, 'config'>,
  view: PluginView = 'plugin',
): MountedPlugin {
  const host = createHaiiloHost({ ...options, config: readLunchConfig })
  const root = createRoot(element)
  // at once, so that a play function finds something
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
