import type { Page } from '@playwright/test'
import { PANEL_STORE } from '../page/state/panel-sizes.js'

/** Closes the controls and the messages of the sandbox, so that a widget has the width of the page. */
export async function closePanels(page: Page, origins: readonly string[]): Promise<void> {
  await page.addInitScript(storeClosedPanels, { origins, name: PANEL_STORE })
}

/** Runs in each page and frame. */
function storeClosedPanels({ origins, name }: { readonly origins: readonly string[]; readonly name: string }): void {
  if (origins.includes(location.origin))
    localStorage.setItem(name, JSON.stringify({ sideOpen: false, timelineOpen: false }))
}
