import type { StoryContext } from '@storybook/html-vite'
import { waitFor, within } from 'storybook/test'

import './story-page.css'

/** Finds elements by role and name, like `canvas`. */
export type Queries = StoryContext['canvas']

/** Creates the page of a plug-in with some markup. The markup must be trusted. */
export function storyPage(markup: string): HTMLElement {
  const page = document.createElement('div')
  page.className = 'story-page'
  page.append(document.createRange().createContextualFragment(markup))
  return page
}

/** Waits until a component is rendered, and returns queries for its shadow root. */
export async function inside(page: HTMLElement, tag: `haiilo-${string}`): Promise<Queries> {
  const component = page.querySelector(tag)
  await waitFor(() => {
    if (!component?.shadowRoot?.childElementCount) throw new Error(`<${tag}> is not rendered.`)
  })
  // the queries accept any parent node, but their type accepts only elements
  const root: unknown = component?.shadowRoot
  const queries: unknown = within(root as HTMLElement)
  return queries as Queries
}
