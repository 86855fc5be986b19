// must be the first import: it compiles the packages that Vite has pre-bundled
import '@angular/compiler'
import { createComponent, type ApplicationRef } from '@angular/core'
import { createApplication } from '@angular/platform-browser'
import { createHaiiloHost, provideHaiiloHost, type PluginView } from '@haiilo-kit/angular'
import { App } from '@haiilo-kit/example-angular'
import { SettingsApp } from '@haiilo-kit/example-angular/settings'
import { fields } from '@haiilo-kit/example-lunch/fields'
import { readConfig } from '@haiilo-kit/manifest'

import type { MountedPlugin, PluginOptions } from './plugin-module.js'

/** Runs the Angular example inside an element. */
export function mount(hostElement: HTMLElement, options: PluginOptions, view: PluginView = 'plugin'): MountedPlugin {
  const host = createHaiiloHost({ ...options, config: readConfig(fields) })
  let unmounted = false
  let app: ApplicationRef | undefined
  void open()

  async function open(): Promise<void> {
    const created = await createApplication({ providers: [provideHaiiloHost(host)] })
    if (unmounted) return created.destroy()
    app = created
    const { injector: environmentInjector } = app
    const component = createComponent<unknown>(view === 'config' ? SettingsApp : App, {
      environmentInjector,
      hostElement,
    })
    app.attachView(component.hostView)
    app.tick()
  }

  return {
    host,
    unmount() {
      unmounted = true
      app?.destroy()
      host.close()
    },
  }
}
