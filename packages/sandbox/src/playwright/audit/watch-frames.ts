import type { Frame, JSHandle } from '@playwright/test'

import type { AuditScope } from './audited-page.js'
import { findFrames } from './find-frames.js'
import { describeFrame, findObstacle, NOT_LOADED } from './frame-state.js'
import type { AccessibilityProblem } from './problem.js'

/** Milliseconds between two attempts on a frame that is not ready. */
const INTERVAL = 50

/** Milliseconds that an attempt may take after the deadline. Longer than a busy machine needs to run a function in a frame. */
const LAST_ATTEMPT = 3_000

/** The frames of a page at the start of an audit. */
export interface WatchedFrames {
  /** The frames that can be checked. */
  readonly frames: readonly Frame[]
  /** The frames that could still not be checked after the timeout. */
  readonly missed: ReadonlySet<Frame>
  /** Returns a problem for each frame that was not checked, or that was added, navigated or removed since. */
  readonly findUnchecked: () => Promise<readonly AccessibilityProblem[]>
}

interface WatchedFrame {
  readonly frame: Frame
  readonly markup: string
  readonly obstacle: string | undefined
  readonly document: JSHandle<Document> | undefined
}

/**
 * Waits until each frame shows content, and remembers its document.
 *
 * @param timeout In milliseconds.
 */
export async function watchFrames(
  scope: AuditScope,
  { timeout, ignoreFrames }: { readonly timeout: number; readonly ignoreFrames: readonly string[] },
): Promise<WatchedFrames> {
  const deadline = Date.now() + timeout
  const watched = new Map<Frame, WatchedFrame>()

  async function newFrames(): Promise<readonly Frame[]> {
    const frames = await findFrames(scope, ignoreFrames)
    return frames.filter((frame) => !watched.has(frame))
  }

  async function findUnchecked(): Promise<readonly AccessibilityProblem[]> {
    const known = await Promise.all([...watched.values()].map(findChange))
    const added = await Promise.all((await newFrames()).map(async (frame) => problemOf(await markupOf(frame), ADDED)))
    return [...known, ...added].flatMap((problem) => problem ?? [])
  }

  // a frame that has loaded may contain further frames
  for (let frames = await newFrames(); frames.length; frames = await newFrames()) {
    for (const each of await Promise.all(frames.map((frame) => waitForFrame(frame, deadline))))
      watched.set(each.frame, each)
  }
  const all = [...watched.values()]
  const framesWhere = (isMissed: boolean): readonly Frame[] =>
    all.filter(({ obstacle }) => (obstacle !== undefined) === isMissed).map(({ frame }) => frame)
  return { frames: framesWhere(false), missed: new Set(framesWhere(true)), findUnchecked }
}

const ADDED = 'It was added during the audit.'
const CHANGED = 'It was navigated or removed during the audit.'

/** Waits until a frame can be checked, or until the deadline. */
async function waitForFrame(frame: Frame, deadline: number): Promise<WatchedFrame> {
  for (;;) {
    const obstacle = await withDeadline(deadline, () => findObstacle(frame)).catch(() => NOT_LOADED)
    const document = obstacle ? undefined : await documentOf(frame, deadline)
    if (document || frame.isDetached() || Date.now() >= deadline)
      return {
        frame,
        markup: await markupOf(frame),
        obstacle: document ? undefined : (obstacle ?? NOT_LOADED),
        document,
      }
    await new Promise((resolve) => setTimeout(resolve, INTERVAL))
  }
}

async function documentOf(frame: Frame, deadline: number): Promise<JSHandle<Document> | undefined> {
  return withDeadline(deadline, () => frame.evaluateHandle(() => document)).catch(() => undefined)
}

async function findChange({
  frame,
  markup,
  obstacle,
  document,
}: WatchedFrame): Promise<AccessibilityProblem | undefined> {
  if (!document) return problemOf(markup, obstacle ?? NOT_LOADED)
  const isSame = await frame.evaluate((before) => before === window.document, document).catch(() => false)
  return isSame ? undefined : problemOf(markup, CHANGED)
}

function problemOf(markup: string, message: string): AccessibilityProblem {
  return { check: 'frames', rule: 'not-checked', element: markup, message: `This frame was not checked. ${message}` }
}

async function markupOf(frame: Frame): Promise<string> {
  return withDeadline(Date.now(), () => describeFrame(frame)).catch(() => `<iframe src="${frame.url()}">`)
}

/** Rejects after the deadline: while a frame is navigated, Playwright's promises may stay pending. */
async function withDeadline<Result>(deadline: number, run: () => Promise<Result>): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(NOT_LOADED)), Math.max(deadline - Date.now(), LAST_ATTEMPT))
  })
  return Promise.race([run(), late]).finally(() => clearTimeout(timer))
}
