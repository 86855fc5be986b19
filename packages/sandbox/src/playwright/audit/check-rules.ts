import type { AuditedPage } from './audited-page.js'
import type { AccessibilityProblem } from './problem.js'
import { runAxe, type Violation } from './run-axe.js'
import { withCanvasBackground } from './with-canvas-background.js'

/** Runs axe in the light and the dark colour scheme. */
export async function checkRules(
  { page, frames }: AuditedPage,
  disableRules: readonly string[],
): Promise<readonly AccessibilityProblem[]> {
  const before = await page.evaluate(() => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'))
  const problems: AccessibilityProblem[] = []
  try {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      const violations = await withCanvasBackground(frames, () =>
        Promise.all(frames.map((each) => runAxe(each, disableRules))),
      )
      problems.push(...violations.flat().flatMap((violation) => problemsOf(violation, colorScheme)))
    }
  } finally {
    await page.emulateMedia({ colorScheme: before })
  }
  return problems
}

function problemsOf({ id, help, nodes }: Violation, colorScheme: string): readonly AccessibilityProblem[] {
  return nodes.map(({ html }) => ({ check: 'rules', rule: id, element: html, message: `${help} (${colorScheme})` }))
}
