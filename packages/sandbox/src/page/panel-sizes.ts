/** What is remembered of the page's layout in this browser. */
export interface PanelSizes {
  /** Pixels. */
  readonly side: number
  /** Pixels. */
  readonly timeline: number
  readonly sideOpen: boolean
  readonly timelineOpen: boolean
  /** Whether single keys are shortcuts. */
  readonly shortcuts: boolean
}

/** Bounds and steps of what can be dragged. */
export const PANEL_LIMITS = { side: [240, 640], timeline: [120, 800] } as const

/** The key in the storage of the browser. */
export const PANEL_STORE = 'haiilo-kit-sandbox'
const defaults: PanelSizes = { side: 320, timeline: 260, sideOpen: true, timelineOpen: true, shortcuts: true }

/** @param narrow Whether there is no room beside the plug-in: the panels start closed. */
export function loadPanelSizes(narrow: boolean): PanelSizes {
  const start = narrow ? { ...defaults, sideOpen: false, timelineOpen: false } : defaults
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(PANEL_STORE) ?? '{}')
    const given: Partial<Record<keyof PanelSizes, unknown>> =
      typeof stored === 'object' && stored !== null ? stored : {}
    return {
      side: within(given.side, PANEL_LIMITS.side) ?? start.side,
      timeline: within(given.timeline, PANEL_LIMITS.timeline) ?? start.timeline,
      // what was open on a wide screen would cover a narrow one
      sideOpen: narrow ? false : (flag(given.sideOpen) ?? start.sideOpen),
      timelineOpen: narrow ? false : (flag(given.timelineOpen) ?? start.timelineOpen),
      shortcuts: flag(given.shortcuts) ?? start.shortcuts,
    }
  } catch {
    return start // no storage, or not ours
  }
}

export function savePanelSizes(sizes: PanelSizes): void {
  try {
    localStorage.setItem(PANEL_STORE, JSON.stringify(sizes))
  } catch {
    // without storage the sizes last as long as the page
  }
}

/** A size within its bounds; `undefined` for anything but a number. */
export function within(size: unknown, [least, most]: readonly [number, number]): number | undefined {
  return typeof size === 'number' && Number.isFinite(size)
    ? Math.round(Math.min(Math.max(size, least), most))
    : undefined
}

function flag(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined
}
