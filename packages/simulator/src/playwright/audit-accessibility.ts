import { printable } from '@haiilo-kit/core/token'
import type { Page } from '@playwright/test'

import type { AuditedPage } from './audited-page.js'
import { checkFocus } from './check-focus.js'
import { checkReflow } from './check-reflow.js'
import { checkRules } from './check-rules.js'
import { watchFrames } from './watch-frames.js'

/** What is looked at: `rules` of axe, nothing that scrolls sideways (`reflow`), a focus that is seen and moves on (`focus`). */
export type AccessibilityCheck = 'rules' | 'reflow' | 'focus'

/** Something that keeps people from using the page. */
export interface AccessibilityProblem {
  /** Which check found it; `frames` where a frame could not be checked. */
  readonly check: AccessibilityCheck | 'frames'
  /** Which rule is broken: axe's name of it, the number of the success criterion in WCAG 2.2, or `not-checked`. */
  readonly rule: string
  /** Where: the element's opening tag. */
  readonly element: string
  /** What is wrong, and in which color scheme, or at which width. */
  readonly message: string
}

export interface AuditOptions {
  /** A selector of the frame to look at: the plug-in's, in a page that is not yours. Default: the whole page with all its frames. */
  readonly frame?: string
  /** What to look at. Default: all. */
  readonly checks?: readonly AccessibilityCheck[]
  /** Rules of axe that are not for this page. */
  readonly disableRules?: readonly string[]
  /** Selectors of frames that the audit skips, such as a hidden frame of another vendor. Default: none. */
  readonly ignoreFrames?: readonly string[]
  /** How long the audit waits for each frame to show content, in milliseconds. Default: 10 000. */
  readonly timeout?: number
}

/** A place that is looked at: a page, and the frame that counts, if not all do. */
export interface AuditPlace {
  readonly page: Page
  readonly frame: string | undefined
}

/**
 * Looks at a page as it is now, with all its frames and shadow roots, by the checks that the UI kit itself has to pass: the rules of
 * axe for WCAG 2.2 A and AA, in light and in dark; at 320 CSS pixels (1280 at a zoom of 400 %) nothing scrolls sideways (1.4.10); the
 * Tab key reaches one control after the other, each shows that it has the focus (2.4.7), and none keeps it (2.1.2).
 *
 * The audit waits for all frames. A frame that stays blank, is hidden or changes during the audit is reported as a problem, because it
 * was not checked.
 *
 * The audit changes two things on the page: the focus, and `loading="lazy"` of frames, which it sets to `eager`. It cannot replace a test
 * with a screen reader.
 *
 * @returns The problems. An empty list means that every frame was checked and passed.
 * @throws {Error} No element matches `frame`.
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
    return [...(await findUnchecked()), ...problems].map(toPrint)
  } catch (error) {
    // a frame that changes meanwhile ends a check; what it would have found is unknown
    const unchecked = await findUnchecked()
    if (!unchecked.length) throw error
    return unchecked.map(toPrint)
  }
}

/** A page may write into its markup what a terminal obeys. */
function toPrint(problem: AccessibilityProblem): AccessibilityProblem {
  return { ...problem, element: printable(problem.element) }
}

async function runChecks(
  audited: AuditedPage,
  { checks = ['rules', 'reflow', 'focus'], disableRules = [] }: AuditOptions,
): Promise<readonly AccessibilityProblem[]> {
  const problems: AccessibilityProblem[] = []
  if (checks.includes('rules')) problems.push(...(await checkRules(audited, disableRules)))
  if (checks.includes('reflow')) problems.push(...(await checkReflow(audited)))
  if (checks.includes('focus')) problems.push(...(await checkFocus(audited)))
  return problems
}
