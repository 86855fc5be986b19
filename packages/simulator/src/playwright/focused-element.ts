import type { ElementHandle, Frame, Page } from '@playwright/test'

import { describeElement } from './opening-tag.js'

/** Where the focus is: an element in one of the frames, in a shadow root maybe. */
export interface Stop {
  readonly frame: Frame
  readonly element: ElementHandle<Element>
  /** Its opening tag. */
  readonly markup: string
  /** A frame as a whole, in which no element has the focus. */
  readonly isFrame: boolean
}

/**
 * @param closed Frames that cannot be looked into.
 * @returns Nothing if no element of the page has the focus.
 */
export async function findStop(page: Page, closed: ReadonlySet<Frame>): Promise<Stop | undefined> {
  let stop = await stopIn(page.mainFrame())
  let content = await stop?.element.contentFrame()
  while (stop && content) {
    const inner = closed.has(content) ? undefined : await stopIn(content)
    if (!inner) return { ...stop, isFrame: true }
    stop = inner
    content = await stop.element.contentFrame()
  }
  return stop
}

async function stopIn(frame: Frame): Promise<Stop | undefined> {
  const element = (await frame.evaluateHandle(findFocused)).asElement()
  if (!element) return undefined
  return { frame, element, markup: await element.evaluate(describeElement), isFrame: false }
}

/** Runs in the page. */
function findFocused(): Element | null {
  let focused = document.activeElement
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement
  return focused === document.body || focused === document.documentElement ? null : focused
}

/** The place of the same element in a list of stops; -1 if it is not there. */
export async function placeIn(stops: readonly Stop[], { frame, element }: Stop): Promise<number> {
  const candidates = stops.map((stop) => (stop.frame === frame ? stop.element : null))
  return frame.evaluate(([all, wanted]) => all.indexOf(wanted), [candidates, element] as const)
}

/** Takes the focus back to where a page begins. */
export async function leaveFocus(page: Page): Promise<void> {
  await page.evaluate(() => {
    const before = document.body.getAttribute('tabindex')
    document.body.tabIndex = -1
    document.body.focus({ preventScroll: true })
    document.body.blur()
    if (before === null) document.body.removeAttribute('tabindex')
    else document.body.setAttribute('tabindex', before)
  })
}
