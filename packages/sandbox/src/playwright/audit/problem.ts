/** A check of the audit: `rules` runs axe, `reflow` looks for horizontal scrolling, `focus` goes through the page with the Tab key. */
export type AccessibilityCheck = 'rules' | 'reflow' | 'focus'

/** An accessibility problem. */
export interface AccessibilityProblem {
  /** The check that found it, or `frames` if a frame could not be checked. */
  readonly check: AccessibilityCheck | 'frames'
  /** The rule that is broken: the id of an axe rule, the number of a WCAG 2.2 success criterion, or `not-checked`. */
  readonly rule: string
  /** The opening tag of the element. */
  readonly element: string
  /** What is wrong, with the colour scheme or the width. */
  readonly message: string
}
