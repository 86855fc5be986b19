import type { Frame, JSHandle } from '@playwright/test'

import type { AccessibilityProblem, AuditPlace } from './audit-accessibility.js'
import { describeFrame, findFlaw } from './frame-state.js'
import { framesOf } from './find-frames.js'

/** Milliseconds between two looks at a frame that is not ready. */
const PAUSE = 50

/** The frames of a page as they were when the audit began. */
export interface WatchedFrames {
  /** Those that can be looked at. */
  readonly frames: readonly Frame[]
  /** Those that cannot, although they were waited for. */
  readonly missed: ReadonlySet<Frame>
  /** @returns A problem for each frame that was not looked at, or is no longer what was looked at. */
  readonly findUnchecked: () => Promise<readonly AccessibilityProblem[]>
}

interface WatchedFrame {
  readonly frame: Frame
  readonly markup: string
  readonly flaw: string | undefined
  readonly document: JSHandle<Document> | undefined
}

/**
 * Waits until each frame shows what it is there for.
 *
 * @param timeout In milliseconds.
 */
export async function watchFrames(
  place: AuditPlace,
  { timeout, ignoreFrames }: { readonly timeout: number; readonly ignoreFrames: readonly string[] },
): Promise<WatchedFrames> {
  const deadline = Date.now() + timeout
  const watched = new Map<Frame, WatchedFrame>()

  async function newFrames(): Promise<readonly Frame[]> {
    const frames = await framesOf(place, ignoreFrames)
    return frames.filter((frame) => !watched.has(frame))
  }

  async function findUnchecked(): Promise<readonly AccessibilityProblem[]> {
    const known = await Promise.all([...watched.values()].map(changeOf))
    const added = await Promise.all((await newFrames()).map(async (frame) => problemOf(await markupOf(frame), ADDED)))
    return [...known, ...added].flatMap((problem) => problem ?? [])
  }

  // a frame that has loaded may bring frames of its own
  for (let frames = await newFrames(); frames.length; frames = await newFrames()) {
    for (const each of await Promise.all(frames.map((frame) => settle(frame, deadline)))) watched.set(each.frame, each)
  }
  const all = [...watched.values()]
  const framesWhere = (isMissed: boolean): readonly Frame[] =>
    all.filter(({ flaw }) => (flaw !== undefined) === isMissed).map(({ frame }) => frame)
  return { frames: framesWhere(false), missed: new Set(framesWhere(true)), findUnchecked }
}

const ADDED = 'It was added while the page was looked at.'
const CHANGED = 'It showed another page, or was removed, while it was looked at.'
const SILENT = 'It has not loaded, or runs no scripts.'

/** Looks at a frame until it can be looked at, or the time is over. */
async function settle(frame: Frame, deadline: number): Promise<WatchedFrame> {
  for (;;) {
    const flaw = await answerBy(deadline, () => findFlaw(frame)).catch(() => SILENT)
    const document = flaw ? undefined : await documentOf(frame, deadline)
    if (document || frame.isDetached() || Date.now() >= deadline)
      return { frame, markup: await markupOf(frame), flaw: document ? undefined : (flaw ?? SILENT), document }
    await new Promise((resolve) => setTimeout(resolve, PAUSE))
  }
}

async function documentOf(frame: Frame, deadline: number): Promise<JSHandle<Document> | undefined> {
  return answerBy(deadline, () => frame.evaluateHandle(() => document)).catch(() => undefined)
}

async function changeOf({ frame, markup, flaw, document }: WatchedFrame): Promise<AccessibilityProblem | undefined> {
  if (!document) return problemOf(markup, flaw ?? SILENT)
  const isSame = await frame.evaluate((looked) => looked === window.document, document).catch(() => false)
  return isSame ? undefined : problemOf(markup, CHANGED)
}

function problemOf(markup: string, message: string): AccessibilityProblem {
  return { check: 'frames', rule: 'not-checked', element: markup, message: `This frame was not checked. ${message}` }
}

async function markupOf(frame: Frame): Promise<string> {
  return answerBy(Date.now() + 1_000, () => describeFrame(frame)).catch(() => `<iframe src="${frame.url()}">`)
}

/** A frame whose page is being replaced may leave a question open for ever. */
async function answerBy<Answer>(deadline: number, ask: () => Promise<Answer>): Promise<Answer> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(SILENT)), Math.max(deadline - Date.now(), 1_000))
  })
  return Promise.race([ask(), late]).finally(() => clearTimeout(timer))
}
