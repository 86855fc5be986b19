import { excerpt } from '@haiilo-kit/core/token'
import type { Frame } from '@playwright/test'

import type { AuditPlace } from './audit-accessibility.js'

/** The frames that count: all of the page, or one with those in it, without those that are ignored and what is in them. */
export async function framesOf(
  { page, frame }: AuditPlace,
  ignoreFrames: readonly string[],
): Promise<readonly Frame[]> {
  const ignored = await matching(page.mainFrame(), ignoreFrames)
  if (frame === undefined) return within(page.mainFrame(), ignored)
  const element = await page.$(frame)
  const content = await element?.contentFrame()
  if (!content) throw new Error(`No frame of the page matches "${excerpt(frame)}".`)
  return within(content, ignored)
}

async function matching(frame: Frame, selectors: readonly string[]): Promise<ReadonlySet<Frame>> {
  const elements = await Promise.all(selectors.map((selector) => frame.$$(selector)))
  const frames = await Promise.all(elements.flat().map((element) => element.contentFrame()))
  return new Set(frames.flatMap((each) => each ?? []))
}

function within(frame: Frame, ignored: ReadonlySet<Frame>): readonly Frame[] {
  if (ignored.has(frame)) return []
  return [frame, ...frame.childFrames().flatMap((child) => within(child, ignored))]
}
