import { excerpt } from '@haiilo-kit/core/token'
import type { Frame } from '@playwright/test'

import type { AuditScope } from './audited-page.js'

/**
 * Finds the frames to audit: those in the scope, without ignored frames and the frames inside them.
 *
 * @throws {Error} No frame of the page matches the selector in `frame`.
 */
export async function findFrames(
  { page, frame }: AuditScope,
  ignoreFrames: readonly string[],
): Promise<readonly Frame[]> {
  const ignored = await framesMatching(page.mainFrame(), ignoreFrames)
  if (frame === undefined) return withDescendants(page.mainFrame(), ignored)
  const element = await page.$(frame)
  const content = await element?.contentFrame()
  if (!content) throw new Error(`No frame of the page matches "${excerpt(frame)}".`)
  return withDescendants(content, ignored)
}

async function framesMatching(frame: Frame, selectors: readonly string[]): Promise<ReadonlySet<Frame>> {
  const elements = await Promise.all(selectors.map((selector) => frame.$$(selector)))
  const frames = await Promise.all(elements.flat().map((element) => element.contentFrame()))
  return new Set(frames.flatMap((each) => each ?? []))
}

function withDescendants(frame: Frame, ignored: ReadonlySet<Frame>): readonly Frame[] {
  if (ignored.has(frame)) return []
  return [frame, ...frame.childFrames().flatMap((child) => withDescendants(child, ignored))]
}
