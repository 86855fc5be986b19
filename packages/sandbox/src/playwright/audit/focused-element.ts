import type { ElementHandle, Frame, Page } from '@playwright/test'

import { openingTag } from './opening-tag.js'

/** The element that has the focus. It can be in any frame and in a shadow root. */
export interface FocusedElement {
  readonly frame: Frame
  readonly element: ElementHandle<Element>
  /** Its opening tag. */
  readonly markup: string
  /** Whether the element is a frame in which no element has the focus. */
  readonly isFrame: boolean
}

/**
 * Finds the focused element of a page.
 *
 * @param closed Frames not to look into.
 * @returns `undefined` if no element has the focus.
 */
export async function findFocused(page: Page, closed: ReadonlySet<Frame>): Promise<FocusedElement | undefined> {
  let focused = await findFocusedIn(page.mainFrame())
  let content = await focused?.element.contentFrame()
  while (focused && content) {
    const inner = closed.has(content) ? undefined : await findFocusedIn(content)
    if (!inner) return { ...focused, isFrame: true }
    focused = inner
    content = await focused.element.contentFrame()
  }
  return focused
}

async function findFocusedIn(frame: Frame): Promise<FocusedElement | undefined> {
  const element = (await frame.evaluateHandle(activeElement)).asElement()
  if (!element) return undefined
  return { frame, element, markup: await element.evaluate(openingTag), isFrame: false }
}

/** Runs in the page. */
function activeElement(): Element | null {
  let active = document.activeElement
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
  return active === document.body || active === document.documentElement ? null : active
}

/** Returns the index of the same element in a list, or -1. */
export async function indexOfFocused(
  list: readonly FocusedElement[],
  { frame, element }: FocusedElement,
): Promise<number> {
  const candidates = list.map((each) => (each.frame === frame ? each.element : null))
  return frame.evaluate(([all, wanted]) => all.indexOf(wanted), [candidates, element] as const)
}

/** Removes the focus, so that the next Tab key starts at the beginning of the page. */
export async function resetFocus(page: Page): Promise<void> {
  await page.evaluate(() => {
    const before = document.body.getAttribute('tabindex')
    document.body.tabIndex = -1
    document.body.focus({ preventScroll: true })
    document.body.blur()
    if (before === null) document.body.removeAttribute('tabindex')
    else document.body.setAttribute('tabindex', before)
  })
}
