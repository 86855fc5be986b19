import type { HaiiloHost } from '../connection/haiilo-host.js'
import { HaiiloError } from '../errors.js'
import { stored } from '../lib/host-store.js'
import { bottomEdge } from './bottom-edge.js'
import { describeLoop } from './describe-loop.js'
import { isElement } from './flat-tree.js'
import { createLayoutWatcher } from './layout-watcher.js'
import { createLoopGuard } from './loop-guard.js'

/** The options of `observeHeight`. */
export interface ObserveHeightOptions {
  /** The minimum height, in CSS pixels. Default: 0. */
  readonly min?: number
  /** The maximum height, in CSS pixels. Default: no limit. */
  readonly max?: number
  /** Extra space below the element, for instance for an overlay, in CSS pixels. A function is called at each measurement. Default: 0. */
  readonly reserve?: number | (() => number)
}

interface Observed extends ObserveHeightOptions {
  readonly element: Element
  /** The element that scrolls it, if that is not its parent. */
  readonly scrollContainer?: Element
}

type HeightHost = Pick<HaiiloHost<unknown>, 'getSnapshot' | 'setHeight' | 'subscribe' | 'warn'>

/** Subtracted before rounding up, so that a rounding error does not add a pixel. Smaller than the 1/64 px in which browsers lay out. */
const ROUNDING_ERROR = 0.01

/**
 * Sends the height that the frame needs for an element, now and after every change. Returns a function that stops it.
 *
 * The height is the lowest painted edge of the content, margins included, in whole CSS pixels. It works in any layout, also in open shadow
 * trees. Content out of the flow (`absolute`, `fixed`) does not count. If several elements are observed for one host, the lowest edge
 * counts, even if two copies of the kit observe them. After the last one is stopped, the frame keeps its height.
 *
 * Sends at most one message per animation frame. The last height is always sent; an equal one is not sent again. If the content grows
 * because the frame grew, no more heights are sent, and `onWarning` gets `ERR_HEIGHT_LOOP`. While the host is closed, nothing is measured.
 *
 * An overlay (a dialog, a menu) counts while it is open if it dispatches an event on the document:
 * `new CustomEvent('haiilo-overlay', { detail: { element, open: true } })`. When it closes, it dispatches it with `open: false`. The components of
 * `@haiilo-kit/ui` do this. When observing starts, the event `haiilo-overlays` on the document requests this event from overlays that are
 * already open. For other overlays, use `reserve`.
 *
 * Does nothing in environments without layout, such as jsdom.
 *
 * @param element The content, such as `<main>`. It may be hidden, or not be in the page yet.
 * @throws {TypeError} `element` is not an element, or is `<html>`.
 */
export function observeHeight(host: HeightHost, element: Element, options: ObserveHeightOptions = {}): () => void {
  if (!isElement(element) || element.localName === 'html') {
    throw new TypeError('observeHeight: expected an element other than <html>, such as <main>.')
  }
  const view = element.ownerDocument.defaultView
  if (!view?.ResizeObserver) return () => undefined
  return stored(host, 'height', () => observeHeights(host, view))({ ...options, element })
}

/** Measures all observed elements of a host. Returns a function that adds an element, which returns a function that removes it. */
function observeHeights(host: HeightHost, view: Window & typeof globalThis): (observed: Observed) => () => void {
  // overlays are keyed by element, observed elements by their options: an element can be observed twice
  const all = new Map<Observed | Element, Observed>()
  const guard = createLoopGuard(view, send, warnOfLoop)
  const { watch, watchBox } = createLayoutWatcher(view, measure, onOverlay)
  let unsubscribe = (): void => undefined
  let lowest: Element | undefined
  let sent: number | undefined
  let observing = 0
  let warned = false

  function measure(): void {
    let height = -1
    for (const { element, scrollContainer, min = 0, max = Infinity, reserve = 0 } of all.values()) {
      const edge =
        bottomEdge(view, element, watchBox, scrollContainer) -
        ROUNDING_ERROR +
        (typeof reserve === 'function' ? reserve() : reserve)
      const needed = Math.ceil(Math.min(Math.max(edge, min), max))
      if (needed > height) {
        height = needed
        lowest = element
      }
      // removes an overlay that was detached without an event
      if (!element.isConnected) all.delete(element)
    }
    if (height >= 0) guard(height)
  }

  function send(height: number): void {
    if (height === sent) return
    sent = height
    host.setHeight(height)
  }

  function warnOfLoop(): void {
    if (!warned && lowest) host.warn(new HaiiloError('ERR_HEIGHT_LOOP', describeLoop(lowest)))
    warned = true
  }

  /** Any script in the page can dispatch this event, with any content. */
  function onOverlay({ detail }: Event & { readonly detail?: unknown }): void {
    const { element, open } = Object(detail) as { readonly element: unknown; readonly open: unknown }
    if (!(element instanceof view.Element) || element.localName === 'html') return
    // it is positioned relative to the viewport
    if (open) all.set(element, { element, scrollContainer: view.document.documentElement })
    else all.delete(element)
    update()
  }

  /** Watches the current elements. After `retry()`, the connection itself sends the last height again. */
  function update(): void {
    const isPaused = !observing || host.getSnapshot().status === 'closed'
    if (isPaused) guard()
    watch(isPaused ? [] : [...all.values()].map(({ element }) => element))
  }

  return (observed) => {
    all.set(observed, observed)
    observing += 1
    update()
    if (observing === 1) unsubscribe = host.subscribe(update)
    return () => {
      if (!all.delete(observed)) return
      observing -= 1
      update()
      if (!observing) unsubscribe()
    }
  }
}
