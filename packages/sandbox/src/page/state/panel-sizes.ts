/** The layout of the page, which this browser stores. */
export interface PanelSizes {
  /** Pixels. */
  readonly side: number
  /** Pixels. */
  readonly timeline: number
  readonly sideOpen: boolean
  readonly timelineOpen: boolean
  /** Whether keyboard shortcuts are on. */
  readonly shortcuts: boolean
}

/** Least and greatest sizes in pixels. */
export const PANEL_LIMITS = { side: [240, 640], timeline: [120, 800] } as const

/** The key in the storage of the browser. */
export const PANEL_STORE = 'haiilo-kit-sandbox'
const defaults: PanelSizes = { side: 344, timeline: 260, sideOpen: true, timelineOpen: true, shortcuts: true }

/** @param narrow Whether the panels would cover the plug-in. They then start closed. */
export function loadPanelSizes(narrow: boolean): PanelSizes {
  const start = narrow ? { ...defaults, sideOpen: false, timelineOpen: false } : defaults
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(PANEL_STORE) ?? '{}')
    const given: Partial<Record<keyof PanelSizes, unknown>> =
      typeof stored === 'object' && stored !== null ? stored : {}
    return {
      side: clampSize(given.side, PANEL_LIMITS.side) ?? start.side,
      timeline: clampSize(given.timeline, PANEL_LIMITS.timeline) ?? start.timeline,
      // a panel that was open on a wide screen would cover the plug-in here
      sideOpen: narrow ? false : (flag(given.sideOpen) ?? start.sideOpen),
      timelineOpen: narrow ? false : (flag(given.timelineOpen) ?? start.timelineOpen),
      shortcuts: flag(given.shortcuts) ?? start.shortcuts,
    }
  } catch {
    return start // no storage, or another program used the name
  }
}

export function savePanelSizes(sizes: PanelSizes): void {
  try {
    localStorage.setItem(PANEL_STORE, JSON.stringify(sizes))
  } catch {
    // without storage, the page forgets the sizes
  }
}

/** Rounds a size and limits it to its bounds. `undefined` if it is not a number. */
export function clampSize(size: unknown, [least, most]: readonly [number, number]): number | undefined {
  return typeof size === 'number' && Number.isFinite(size)
    ? Math.round(Math.min(Math.max(size, least), most))
    : undefined
}

function flag(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined
}
