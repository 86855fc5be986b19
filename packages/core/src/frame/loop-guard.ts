/** A height that follows a change of the frame this soon may be its consequence. Milliseconds. */
const AFTERMATH = 250
/** So many consequences in a row are passed on at once. After that, only if the content stays as it is while the frame does … */
const PATIENCE = 6
/** … and this one in a row is a loop. */
const LOOP = 10
/** Weight of growth that happens in the same frame as the growth of the iframe and is at least as large: it never converges. */
const TIED = 2

/**
 * Tells content that grows by itself from content that grows because its frame grew, which would never end.
 *
 * An animation changes the height while the frame changes, too. So heights that always came right after a change of the frame are held
 * back for a moment: if the content changes meanwhile, it does so by itself, and goes on at once. A loop waits for the frame.
 *
 * @returns The function that takes in each measured height; none at all drops what is held back.
 */
export function createLoopGuard(
  view: Window,
  pass: (height: number) => void,
  onLoop: () => void,
): (height?: number) => void {
  let frameHeight = view.innerHeight
  let frameChanged = -Infinity
  let latest: number | undefined
  let consequences = 0
  let hold = 0

  return (height) => {
    const now = view.performance.now()
    const frameGrowth = view.innerHeight - frameHeight
    const growth = (height ?? 0) - (latest ?? 0)
    if (frameGrowth) frameChanged = now
    frameHeight = view.innerHeight
    if (height === latest) return
    latest = height
    const isTied = frameGrowth > 0 && growth >= frameGrowth
    consequences = !hold && now - frameChanged < AFTERMATH ? consequences + (isTied ? TIED : 1) : 0
    view.clearTimeout(hold)
    hold = 0
    if (height === undefined) return
    if (consequences <= PATIENCE) pass(height)
    else if (consequences >= LOOP) onLoop()
    else {
      hold = view.setTimeout(() => {
        hold = 0
        pass(height)
      }, AFTERMATH)
    }
  }
}
