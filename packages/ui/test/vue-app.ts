import { onTestFinished } from 'vitest'
import { createApp, createSSRApp, h, type App, type Component } from 'vue'
import { renderToString } from 'vue/server-renderer'

import { draw, drawn } from './draw.js'

// what bundlers of applications define; the page of a test has none, and Vue says so at its first app
Object.assign(globalThis, {
  __VUE_OPTIONS_API__: true,
  __VUE_PROD_DEVTOOLS__: false,
  __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: false,
})

/** Puts a component on the page until the test is over, with all elements in it drawn. */
export async function mountVue(root: Component): Promise<HTMLElement> {
  return place(createApp(root), document.body.appendChild(document.createElement('main')))
}

/**
 * Lets a component take over what a server rendered of it.
 *
 * @param before What happens to the page before that.
 */
export async function hydrateVue(root: Component, before?: (page: HTMLElement) => void): Promise<HTMLElement> {
  const markup = await renderToString(createSSRApp(() => h(root)))
  // the elements are there and drawn before the app is
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
