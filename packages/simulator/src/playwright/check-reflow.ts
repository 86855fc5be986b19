import type { Frame } from '@playwright/test'

import type { AccessibilityProblem } from './audit-accessibility.js'
import type { AuditedPage } from './audited-page.js'
import { describeElement } from './opening-tag.js'

/** CSS pixels: 1280 at a zoom of 400 %, as WCAG 2.2 has it in 1.4.10. */
const NARROW = 320

/** What makes a page scroll sideways that is narrow, or magnified. */
export async function checkReflow({ page, frames }: AuditedPage): Promise<readonly AccessibilityProblem[]> {
  const before = page.viewportSize()
  await page.setViewportSize({ width: NARROW, height: before?.height ?? 720 })
  try {
    const found = await Promise.all(frames.map(widestOf))
    return found.flatMap((problem) => problem ?? [])
  } finally {
    if (before) await page.setViewportSize(before)
  }
}

async function widestOf(frame: Frame): Promise<AccessibilityProblem | undefined> {
  const widest = (await frame.evaluateHandle(findWidest)).asElement()
  if (!widest) return undefined
  const message = await widest.evaluate((element) => {
    const [width, room] = [element.getBoundingClientRect().width, document.documentElement.clientWidth]
    return `The page is ${room} CSS pixels wide and scrolls sideways; this element is ${Math.round(width)} wide.`
  })
  return { check: 'reflow', rule: '1.4.10', element: await widest.evaluate(describeElement), message }
}

/** Runs in the page: what reaches farthest to the side, if the page scrolls to it. */
async function findWidest(): Promise<Element | null> {
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
  function within(root: ParentNode): readonly Element[] {
    return [...root.querySelectorAll('*')].flatMap((each) => [
      each,
      ...(each.shadowRoot ? within(each.shadowRoot) : []),
    ])
  }
  return within(document.body).reduce<Element>((one, other) => (reach(other) > reach(one) ? other : one), document.body)
}
