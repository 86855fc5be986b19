import { createApp, type App, type Component } from 'vue'
import { onTestFinished } from 'vitest'
import { HaiiloHostPlugin, type HaiiloHost } from '../src/index.js'

/** A mounted app. It unmounts at the end of the test. */
export interface MountedApp {
  readonly app: App
  readonly element: HTMLElement
  /** The errors that `app.config.errorHandler` got. */
  readonly errors: readonly unknown[]
}

/** Mounts a component as an app. If a host is given, the app provides it. */
export function mountApp(root: Component, host?: HaiiloHost<unknown>): MountedApp {
  const element = document.body.appendChild(document.createElement('div'))
  const errors: unknown[] = []
  const app = createApp(root)
  app.config.errorHandler = (error) => errors.push(error)
  if (host) app.use(HaiiloHostPlugin, host)
  app.mount(element)
  onTestFinished(() => {
    app.unmount()
    element.remove()
  })
  return { app, element, errors }
}
