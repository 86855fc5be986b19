import { createRequire } from 'node:module'
import type { AxeBuilder } from '@axe-core/playwright'
import type { Frame } from '@playwright/test'

import { elementOf } from './frame-state.js'

export type Violation = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number]

/** The arguments of one axe run. */
interface Run {
  readonly context: FrameContext
  readonly options: object
}

/** What axe must know about the frame around a page. */
interface FrameContext {
  readonly initiator: boolean
  readonly focusable: boolean
  readonly size: { readonly width: number; readonly height: number }
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/**
 * Runs axe in one frame. Axe could run in child frames itself, but it skips those that do not respond within a second, without a message.
 *
 * @throws {Error} The frame is navigated or removed during the run.
 */
export async function runAxe(frame: Frame, disableRules: readonly string[]): Promise<readonly Violation[]> {
  const rules = Object.fromEntries(disableRules.map((id) => [id, { enabled: false }]))
  const options = { runOnly: { type: 'tag', values: TAGS }, rules, resultTypes: ['violations'] }
  await frame.evaluate(axeSource())
  return frame.evaluate(run, { context: await contextOf(frame), options })
}

/** Returns the source of the axe version that `@axe-core/playwright` depends on. */
function axeSource(): string {
  const builder = createRequire(import.meta.url).resolve('@axe-core/playwright')
  const axe: unknown = createRequire(builder)('axe-core')
  return (axe as { readonly source: string }).source
}

async function contextOf(frame: Frame): Promise<FrameContext> {
  if (!frame.parentFrame()) return { initiator: true, focusable: true, size: { width: 0, height: 0 } }
  const element = await elementOf(frame)
  return element.evaluate((container) => {
    const { width, height } = container.getBoundingClientRect()
    const focusable = Number(container.getAttribute('tabindex') ?? 0) >= 0
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

/** Runs in the frame. Axe's results for child frames are omitted, because each of them has its own run. */
async function run({ context, options }: Run): Promise<readonly Violation[]> {
  const { axe } = window as unknown as { readonly axe: Axe }
  const partial = await axe.runPartial({ include: [], exclude: [], page: true, ...context }, options)
  const { violations } = await axe.finishRun([{ ...partial, frames: [] }], options)
  return violations
}
