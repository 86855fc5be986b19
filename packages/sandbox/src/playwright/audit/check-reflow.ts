import type { Frame } from '@playwright/test'

import type { AuditedPage } from './audited-page.js'
import { openingTag } from './opening-tag.js'
import type { AccessibilityProblem } from './problem.js'

/** CSS pixels: 1280 at a zoom of 400 %, see WCAG 2.2, 1.4.10. */
const NARROW = 320

/** Finds the elements that make a narrow or magnified page scroll horizontally. */
export async function checkReflow({ page, frames }: AuditedPage): Promise<readonly AccessibilityProblem[]> {
  const before = page.viewportSize()
  await page.setViewportSize({ width: NARROW, height: before?.height ?? 720 })
  try {
    const found = await Promise.all(frames.map(checkFrame))
    return found.flatMap((problem) => problem ?? [])
  } finally {
    if (before) await page.setViewportSize(before)
  }
}

async function checkFrame(frame: Frame): Promise<AccessibilityProblem | undefined> {
  const overflowing = (await frame.evaluateHandle(findOverflowing)).asElement()
  if (!overflowing) return undefined
  const message = await overflowing.evaluate((element) => {
    const [width, available] = [element.getBoundingClientRect().width, document.documentElement.clientWidth]
    return `The page is ${available} CSS pixels wide and scrolls horizontally. This element is ${Math.round(width)} wide.`
  })
  return { check: 'reflow', rule: '1.4.10', element: await overflowing.evaluate(openingTag), message }
}

/** Runs in the page. If the page scrolls horizontally, returns the element that extends furthest to the side. */
async function findOverflowing(): Promise<Element | null> {
  // wait for the new layout; a frame outside the viewport gets no animation frame, so there is a time limit
  for (let frame = 0; frame < 2; frame += 1) {
    await new Promise<void>((resolve) => {
      requestAnimationFrame(() => resolve())
      setTimeout(resolve, 250)
    })
  }
  const page = document.documentElement
  if (page.scrollWidth <= page.clientWidth) return null
  const isRightToLeft = getComputedStyle(page).direction === 'rtl'

  function reach(element: Element): number {
    const { left, right } = element.getBoundingClientRect()
    return isRightToLeft ? -left : right
  }
  function elementsIn(root: ParentNode): readonly Element[] {
    return [...root.querySelectorAll('*')].flatMap((each) => [
      each,
      ...(each.shadowRoot ? elementsIn(each.shadowRoot) : []),
    ])
  }
  return elementsIn(document.body).reduce<Element>(
    (one, other) => (reach(other) > reach(one) ? other : one),
    document.body,
  )
}
