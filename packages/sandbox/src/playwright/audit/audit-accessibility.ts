import { printable } from '@haiilo-kit/core/token'
import type { Page } from '@playwright/test'

import type { AuditedPage } from './audited-page.js'
import { checkFocus } from './check-focus.js'
import { checkReflow } from './check-reflow.js'
import { checkRules } from './check-rules.js'
import type { AccessibilityCheck, AccessibilityProblem } from './problem.js'
import { watchFrames } from './watch-frames.js'

/** The options of `auditAccessibility`. */
export interface AuditOptions {
  /** A selector of the only frame to audit, for a plug-in on a page that is not yours. Default: the whole page with all its frames. */
  readonly frame?: string
  /** The checks to run. Default: all. */
  readonly checks?: readonly AccessibilityCheck[]
  /** Ids of axe rules to disable. Default: none. */
  readonly disableRules?: readonly string[]
  /** Selectors of frames to skip, such as a hidden frame of another vendor. Default: none. */
  readonly ignoreFrames?: readonly string[]
  /** How long the audit waits for each frame to show content, in milliseconds. Default: 10,000. */
  readonly timeout?: number
}

/**
 * Audits the current state of a page, including all frames and shadow roots, with the checks that the UI kit itself passes:
 *
 * - `rules`: axe's rules for WCAG 2.2 A and AA, in the light and the dark colour scheme
 * - `reflow`: at 320 CSS pixels, which is 1280 at a zoom of 400 %, nothing scrolls horizontally (1.4.10)
 * - `focus`: the Tab key reaches one control after the other, each shows that it has the focus (2.4.7), and none traps it (2.1.2)
 *
 * The audit waits for all frames. A frame that stays blank, is hidden or changes during the audit is reported as a problem, because it
 * was not checked.
 *
 * The audit changes two things on the page: the focus, and `loading="lazy"` of frames, which it sets to `eager`. It does not replace a test
 * with a screen reader.
 *
 * @returns The problems. An empty list means that every frame was checked and passed.
 * @throws {Error} No frame of the page matches `frame`.
 * @example
 * test('the menu is accessible', async ({ page }) => {
 *   await page.goto('/')
 *   expect(await auditAccessibility(page)).toEqual([])
 * })
 */
export async function auditAccessibility(
  page: Page,
  options: AuditOptions = {},
): Promise<readonly AccessibilityProblem[]> {
  const { frame, ignoreFrames = [], timeout = 10_000 } = options
  const { findUnchecked, ...watched } = await watchFrames({ page, frame }, { ignoreFrames, timeout })
  try {
    const problems = await runChecks({ page, ...watched }, options)
    return [...(await findUnchecked()), ...problems].map(makePrintable)
  } catch (error) {
    // if a frame changed during a check, the check fails and its results are lost
    const unchecked = await findUnchecked()
    if (!unchecked.length) throw error
    return unchecked.map(makePrintable)
  }
}

/** The markup of a page may contain escape sequences for terminals. */
function makePrintable(problem: AccessibilityProblem): AccessibilityProblem {
  return { ...problem, element: printable(problem.element) }
}

async function runChecks(
  page: AuditedPage,
  { checks = ['rules', 'reflow', 'focus'], disableRules = [] }: AuditOptions,
): Promise<readonly AccessibilityProblem[]> {
  const problems: AccessibilityProblem[] = []
  if (checks.includes('rules')) problems.push(...(await checkRules(page, disableRules)))
  if (checks.includes('reflow')) problems.push(...(await checkReflow(page)))
  if (checks.includes('focus')) problems.push(...(await checkFocus(page)))
  return problems
}
