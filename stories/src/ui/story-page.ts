import type { StoryContext } from '@storybook/html-vite'
import { waitFor, within } from 'storybook/test'

import './story-page.css'

/** Finds elements by role and name, as `canvas` does. */
export type Queries = StoryContext['canvas']

/** The page of a plug-in with some markup in it. All of it is our own. */
export function storyPage(markup: string): HTMLElement {
  const page = document.createElement('div')
  page.className = 'story-page'
  page.append(document.createRange().createContextualFragment(markup))
  return page
}

/** What is drawn inside of a component, once it is, to be found by role and name. */
export async function inside(page: HTMLElement, tag: `haiilo-${string}`): Promise<Queries> {
  const component = page.querySelector(tag)
  await waitFor(() => {
    if (!component?.shadowRoot?.childElementCount) throw new Error(`<${tag}> is not drawn.`)
  })
  // the queries take any node with children, and their type says only elements
  const root: unknown = component?.shadowRoot
  const queries: unknown = within(root as HTMLElement)
  return queries as Queries
}
