import AxeBuilder from '@axe-core/playwright'

import type { AccessibilityProblem, AuditPlace } from './audit-accessibility.js'
import { framesOf } from './frames-of.js'
import { withCanvas } from './with-canvas.js'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** A frame that is slow to load can be looked at a moment later. */
const ATTEMPTS = 3

/** What axe finds, in light and in dark. */
export async function checkRules(
  place: AuditPlace,
  disableRules: readonly string[],
): Promise<readonly AccessibilityProblem[]> {
  const { page } = place
  const frames = await framesOf(place)
  const before = await page.evaluate(() => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'))
  const problems: AccessibilityProblem[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const violations = await withCanvas(frames, () => violationsOf(place, disableRules))
    problems.push(...violations.flatMap((violation) => problemsOf(violation, colorScheme)))
  }
  await page.emulateMedia({ colorScheme: before })
  return problems
}

type Violation = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number]

function problemsOf({ id, help, nodes }: Violation, colorScheme: string): readonly AccessibilityProblem[] {
  return nodes.map(({ html }) => ({ check: 'rules', rule: id, element: html, message: `${help} (${colorScheme})` }))
}

async function violationsOf(place: AuditPlace, disableRules: readonly string[]): Promise<readonly Violation[]> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const { violations, incomplete } = await builderFor(place, disableRules).analyze()
    // without that, axe would find nothing in a frame because it never looked
    if (!incomplete.some(({ id }) => id === 'frame-tested')) return violations
  }
  throw new Error('A frame of the page cannot be looked at: it does not load.')
}

function builderFor({ page, frame }: AuditPlace, disableRules: readonly string[]): AxeBuilder {
  const builder = new AxeBuilder({ page }).withTags(TAGS).disableRules([...disableRules])
  return frame === undefined ? builder : builder.include([frame, 'html'])
}
