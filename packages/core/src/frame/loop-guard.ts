/** A height that is measured this soon after a change of the frame may be caused by it. Milliseconds. */
const REACTION_TIME = 250
/** This many reactions in a row are passed on immediately. Further ones are delayed. */
const MAX_IMMEDIATE = 6
/** This many reactions in a row are a loop. */
const MAX_REACTIONS = 10
/** A reaction counts this much if the content grows in the same animation frame as the iframe and at least as much: it never converges. */
const PROPORTIONAL_WEIGHT = 2

/**
 * Detects content that grows because its frame grew, which would never end.
 *
 * An animation also changes the height right after the frame has changed. So after several reactions in a row, heights are delayed. If
 * the content changes again during the delay, it grows by itself, and the count starts again at 0. In a loop, the content does not change
 * until the frame does.
 *
 * @returns A function to call with each measured height. Without a height, it drops the delayed one.
 */
export function createLoopGuard(
  view: Window,
  pass: (height: number) => void,
  onLoop: () => void,
): (height?: number) => void {
  let frameHeight = view.innerHeight
  let frameChanged = -Infinity
  let latest: number | undefined
  let reactions = 0
  let delayTimer = 0

  return (height) => {
    const now = view.performance.now()
    const frameGrowth = view.innerHeight - frameHeight
    const growth = (height ?? 0) - (latest ?? 0)
    if (frameGrowth) frameChanged = now
    frameHeight = view.innerHeight
    if (height === latest) return
    latest = height
    const isProportional = frameGrowth > 0 && growth >= frameGrowth
    reactions =
      !delayTimer && now - frameChanged < REACTION_TIME ? reactions + (isProportional ? PROPORTIONAL_WEIGHT : 1) : 0
    view.clearTimeout(delayTimer)
    delayTimer = 0
    if (height === undefined) return
    if (reactions <= MAX_IMMEDIATE) pass(height)
    else if (reactions >= MAX_REACTIONS) onLoop()
    else {
      delayTimer = view.setTimeout(() => {
        delayTimer = 0
        pass(height)
      }, REACTION_TIME)
    }
  }
}
