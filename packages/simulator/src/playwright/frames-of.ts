import type { Frame } from '@playwright/test'

import type { AuditPlace } from './audit-accessibility.js'

/** The frames that count: all of the page, or one with those in it. */
export async function framesOf({ page, frame }: AuditPlace): Promise<readonly Frame[]> {
  if (frame === undefined) return page.frames()
  const element = await page.$(frame)
  const content = await element?.contentFrame()
  if (!content) throw new Error(`No frame of the page matches "${frame}".`)
  return within(content)
}

function within(frame: Frame): readonly Frame[] {
  return [frame, ...frame.childFrames().flatMap(within)]
}
