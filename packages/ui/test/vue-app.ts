import { onTestFinished } from 'vitest'
import { createApp, createSSRApp, h, type App, type Component } from 'vue'
import { renderToString } from 'vue/server-renderer'

import { draw, drawn } from './draw.js'

// bundlers of applications define these flags. Without them, Vue logs a warning for the first app
Object.assign(globalThis, {
  __VUE_OPTIONS_API__: true,
  __VUE_PROD_DEVTOOLS__: false,
  __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: false,
})

/** Mounts a component until the test ends, and waits until its elements have rendered. */
export async function mountVue(root: Component): Promise<HTMLElement> {
  return place(createApp(root), document.body.appendChild(document.createElement('main')))
}

/**
 * Renders a component to a string, and hydrates the markup.
 *
 * @param before Called with the page before hydration.
 */
export async function hydrateVue(root: Component, before?: (page: HTMLElement) => void): Promise<HTMLElement> {
  const markup = await renderToString(createSSRApp(() => h(root)))
  // the elements render before the app mounts
  const page = await draw(`<main>${markup}</main>`)
  before?.(page)
  return place(
    createSSRApp(() => h(root)),
    page,
  )
}

async function place(app: App, page: HTMLElement): Promise<HTMLElement> {
  app.mount(page)
  onTestFinished(() => {
    app.unmount()
    page.remove()
  })
  await drawn(page)
  return page
}
