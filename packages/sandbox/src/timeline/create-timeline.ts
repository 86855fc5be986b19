import type { TimelineEntry, TimelineMessage } from './timeline-entry.js'
import { toJson } from './to-json.js'

/** Which entries are shown. An absent value matches all entries. */
export interface TimelineFilter {
  readonly instance?: string | undefined
  readonly direction?: TimelineEntry['direction'] | undefined
  readonly verdict?: TimelineEntry['verdict'] | undefined
  /** Words that an entry must contain, in any order. Case does not matter. */
  readonly search?: string | undefined
}

/** The messages of all instances, oldest first. */
export interface Timeline {
  /** Adds a message. */
  readonly add: (message: TimelineMessage) => void
  /** All entries that are kept, including those that arrived during a pause. */
  readonly entries: () => readonly TimelineEntry[]
  /** The entries that match the filter. During a pause, only those that arrived before it. */
  readonly shown: () => readonly TimelineEntry[]
  /** The current filter. */
  readonly filter: () => TimelineFilter
  /** Changes parts of the filter. */
  readonly setFilter: (change: TimelineFilter) => void
  /** Whether the timeline is paused. */
  readonly paused: () => boolean
  /** Pauses the timeline, or continues. Messages are kept during a pause. */
  readonly pause: (paused: boolean) => void
  /** How many entries arrived during the pause. */
  readonly waiting: () => number
  /** How many entries were dropped because there were too many. */
  readonly dropped: () => number
  /** Removes all entries. */
  readonly clear: () => void
  /** All entries as JSON, in full length. */
  readonly toJson: () => string
  /** Calls the listener after a change. Returns the function that stops it. */
  readonly subscribe: (listener: () => void) => () => void
}

/**
 * Keeps messages for a timeline.
 *
 * @param options `limit`: how many entries are kept. Default: 3000.
 * @example
 * ```ts
 * const timeline = createTimeline()
 * home.subscribe(() => {
 *   const entry = home.log.at(-1)
 *   if (entry) timeline.add(timelineMessageFromHost(entry))
 * })
 * ```
 */
export function createTimeline({ limit = 3000 }: { readonly limit?: number } = {}): Timeline {
  const listeners = new Set<() => void>()
  const texts = new WeakMap<TimelineEntry, string>()
  let entries: TimelineEntry[] = []
  let filter: TimelineFilter = {}
  let frozen: readonly TimelineEntry[] | undefined
  let frozenAt = 0
  let count = 0
  let dropped = 0

  function changed(): void {
    for (const listener of listeners) listener()
  }

  function textOf(entry: TimelineEntry): string {
    const known = texts.get(entry)
    if (known !== undefined) return known
    const text = toJson(entry).toLowerCase()
    texts.set(entry, text)
    return text
  }

  return {
    add(message) {
      count += 1
      entries.push({ ...message, id: count })
      // in batches, because copying the list for each message would be slow in a flood
      if (entries.length > limit * 1.1) {
        dropped += entries.length - limit
        entries = entries.slice(-limit)
      }
      changed()
    },
    entries: () => entries.slice(-limit),
    shown() {
      const words = filter.search?.toLowerCase().split(/\s+/).filter(Boolean) ?? []
      return (frozen ?? entries.slice(-limit)).filter(
        (entry) =>
          (filter.instance ?? entry.instance) === entry.instance &&
          (filter.direction ?? entry.direction) === entry.direction &&
          (filter.verdict ?? entry.verdict) === entry.verdict &&
          (!words.length || words.every((word) => textOf(entry).includes(word))),
      )
    },
    filter: () => filter,
    setFilter(change) {
      filter = { ...filter, ...change }
      changed()
    },
    paused: () => frozen !== undefined,
    pause(paused) {
      if (paused === (frozen !== undefined)) return
      frozen = paused ? entries.slice(-limit) : undefined
      frozenAt = count
      changed()
    },
    waiting: () => (frozen ? count - frozenAt : 0),
    dropped: () => dropped,
    clear() {
      entries = []
      frozen &&= []
      frozenAt = count
      dropped = 0
      changed()
    },
    toJson: () => toJson(entries.slice(-limit).map(withoutFunctions), 2),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function withoutFunctions({ sendAgain: _sendAgain, ...entry }: TimelineEntry): Omit<TimelineEntry, 'sendAgain'> {
  return entry
}
