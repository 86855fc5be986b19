import type { ElementHandle, Page } from '@playwright/test'

import type { AccessibilityProblem } from './audit-accessibility.js'
import type { AuditedPage } from './audited-page.js'
import { findStop, leaveFocus, placeIn, type Stop } from './focused-element.js'
import { looksDifferent } from './compare-screenshots.js'

/** More presses than a page has that a person would go through by the Tab key. */
const MOST_PRESSES = 1_000

/** A date, a player, a closed shadow root: the Tab key goes through several places in one element. */
const MOST_PRESSES_INSIDE = 20

/** A frame on another site is drawn by another process, a moment after the page around it. */
const ATTEMPTS = 3

/** Goes through the page by the Tab key, once around. */
export async function checkFocus({ page, frames, missed }: AuditedPage): Promise<readonly AccessibilityProblem[]> {
  const problems: AccessibilityProblem[] = []
  const seen: Stop[] = []
  let inside = 0
  let misses = 0
  let hasEnded = false
  await leaveFocus(page)
  for (let presses = 0; presses < MOST_PRESSES && misses < 2; presses += 1) {
    await page.keyboard.press('Tab')
    const stop = await findStop(page, missed)
    // the end of the page: behind it stands the browser's own bar, or the beginning
    misses = stop ? 0 : misses + 1
    hasEnded ||= !stop && seen.length > 0
    if (!stop) continue
    const known = await placeIn(seen, stop)
    inside = known >= 0 && known === seen.length - 1 ? inside + 1 : 0
    if (known === 0 && (seen.length > 1 || hasEnded)) return problems
    if (inside > 0 && inside <= MOST_PRESSES_INSIDE) continue
    if (known >= 0) return [...problems, problemOf('2.1.2', stop, 'The Tab key does not lead on from here.')]
    seen.push(stop)
    if (!frames.includes(stop.frame) || (await isShown(page, stop))) continue
    problems.push(problemOf('2.4.7', stop, 'Nothing shows that it has the focus.'))
  }
  return problems
}

function problemOf(rule: string, { markup }: Stop, message: string): AccessibilityProblem {
  return { check: 'focus', rule, element: markup, message }
}

/** Whether the page looks different without the focus. */
async function isShown(page: Page, { element, isFrame }: Stop): Promise<boolean> {
  if (isFrame) return true
  // what shows when a field is left shows before both pictures
  await element.evaluate((focused) => (focused as HTMLElement).blur())
  const without = await picture(page, element)
  await element.evaluate((focused) => (focused as HTMLElement).focus())
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (await looksDifferent(page, without, await picture(page, element))) return true
  }
  return false
}

async function picture(page: Page, element: ElementHandle): Promise<Buffer> {
  await element.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
  return page.screenshot({ animations: 'disabled' })
}
