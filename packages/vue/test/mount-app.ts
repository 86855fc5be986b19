import { createApp, type App, type Component } from 'vue'
import { onTestFinished } from 'vitest'
import { HaiiloHostPlugin, type HaiiloHost } from '../src/index.js'

/** An app on the page, until the test is over. */
export interface MountedApp {
  readonly app: App
  readonly element: HTMLElement
  /** What reached `app.config.errorHandler`. */
  readonly errors: readonly unknown[]
}

/** Mounts a component as an app, with the host if one is given. */
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
