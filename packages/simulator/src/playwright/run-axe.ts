import { createRequire } from 'node:module'
import type { AxeBuilder } from '@axe-core/playwright'
import type { Frame } from '@playwright/test'

import { elementOf } from './frame-state.js'

export type Violation = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number]

/** The arguments of one axe run: which frame to check, and which rules. */
interface Run {
  readonly context: FrameContext
  readonly options: object
}

/** What axe needs to know of the frame around a page. */
interface FrameContext {
  readonly initiator: boolean
  readonly focusable: boolean
  readonly size: { readonly width: number; readonly height: number }
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/**
 * Runs axe in one frame. Axe's own way into frames gives up after a second, and says nothing of it.
 *
 * @throws {Error} The frame shows another page meanwhile, or is removed.
 */
export async function runAxe(frame: Frame, disableRules: readonly string[]): Promise<readonly Violation[]> {
  const rules = Object.fromEntries(disableRules.map((id) => [id, { enabled: false }]))
  const options = { runOnly: { type: 'tag', values: TAGS }, rules, resultTypes: ['violations'] }
  await frame.evaluate(axeSource())
  return frame.evaluate(run, { context: await contextOf(frame), options })
}

/** The version of axe that comes with `@axe-core/playwright`. */
function axeSource(): string {
  const builder = createRequire(import.meta.url).resolve('@axe-core/playwright')
  const axe: unknown = createRequire(builder)('axe-core')
  return (axe as { readonly source: string }).source
}

async function contextOf(frame: Frame): Promise<FrameContext> {
  if (!frame.parentFrame()) return { initiator: true, focusable: true, size: { width: 0, height: 0 } }
  const element = await elementOf(frame)
  return element.evaluate((shown) => {
    const { width, height } = shown.getBoundingClientRect()
    const focusable = Number(shown.getAttribute('tabindex') ?? 0) >= 0
    return { initiator: false, focusable, size: { width, height } }
  })
}

interface Axe {
  readonly runPartial: (context: object, options: object) => Promise<object>
  readonly finishRun: (
    partials: readonly object[],
    options: object,
  ) => Promise<{ readonly violations: readonly Violation[] }>
}

/** Runs in the frame. What axe notes of frames inside is left out: each of them has a run of its own. */
async function run({ context, options }: Run): Promise<readonly Violation[]> {
  const { axe } = window as unknown as { readonly axe: Axe }
  const partial = await axe.runPartial({ include: [], exclude: [], page: true, ...context }, options)
  const { violations } = await axe.finishRun([{ ...partial, frames: [] }], options)
  return violations
}
