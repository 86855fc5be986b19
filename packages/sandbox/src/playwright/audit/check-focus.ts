import type { ElementHandle, Page } from '@playwright/test'

import type { AuditedPage } from './audited-page.js'
import { hasVisibleDifference } from './compare-screenshots.js'
import { findFocused, indexOfFocused, resetFocus, type FocusedElement } from './focused-element.js'
import type { AccessibilityProblem } from './problem.js'

/** Stops on pages that nobody would go through with the Tab key. */
const MAX_PRESSES = 1_000

/** One element can have several tab stops: a date field, a media player, a closed shadow root. */
const MAX_PRESSES_IN_ELEMENT = 20

/** Screenshots to take before the focus counts as invisible: another process may draw a cross-site frame a moment later than the page. */
const ATTEMPTS = 3

/** Goes through the page once with the Tab key. */
export async function checkFocus({ page, frames, missed }: AuditedPage): Promise<readonly AccessibilityProblem[]> {
  const problems: AccessibilityProblem[] = []
  const visited: FocusedElement[] = []
  let pressesInElement = 0
  let misses = 0
  let hasReachedEnd = false
  await resetFocus(page)
  for (let presses = 0; presses < MAX_PRESSES && misses < 2; presses += 1) {
    await page.keyboard.press('Tab')
    const focused = await findFocused(page, missed)
    // after its last element, the page has no focus: it is in the browser's own controls, or at the beginning of the page
    misses = focused ? 0 : misses + 1
    hasReachedEnd ||= !focused && visited.length > 0
    if (!focused) continue
    const index = await indexOfFocused(visited, focused)
    pressesInElement = index >= 0 && index === visited.length - 1 ? pressesInElement + 1 : 0
    if (index === 0 && (visited.length > 1 || hasReachedEnd)) return problems
    if (pressesInElement > 0 && pressesInElement <= MAX_PRESSES_IN_ELEMENT) continue
    if (index >= 0)
      return [...problems, problemOf('2.1.2', focused, 'The Tab key does not move the focus out of this element.')]
    visited.push(focused)
    if (!frames.includes(focused.frame) || (await isFocusVisible(page, focused))) continue
    problems.push(problemOf('2.4.7', focused, 'The focus is not visible.'))
  }
  return problems
}

function problemOf(rule: string, { markup }: FocusedElement, message: string): AccessibilityProblem {
  return { check: 'focus', rule, element: markup, message }
}

/** Compares the page with and without the focus. */
async function isFocusVisible(page: Page, { element, isFrame }: FocusedElement): Promise<boolean> {
  if (isFrame) return true
  // blur first: changes that leaving a field causes, such as an error message, are then in both screenshots
  await element.evaluate((focused) => (focused as HTMLElement).blur())
  const without = await screenshot(page, element)
  await element.evaluate((focused) => (focused as HTMLElement).focus())
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (await hasVisibleDifference(page, without, await screenshot(page, element))) return true
  }
  return false
}

async function screenshot(page: Page, element: ElementHandle): Promise<Buffer> {
  await element.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
  return page.screenshot({ animations: 'disabled' })
}
