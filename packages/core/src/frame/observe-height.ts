import type { HaiiloHost } from '../connection/haiilo-host.js'
import { HaiiloError } from '../errors.js'
import { stored } from '../lib/host-store.js'
import { bottomEdge } from './bottom-edge.js'
import { describeLoop } from './describe-loop.js'
import { isElement } from './flat-tree.js'
import { createLayoutWatch } from './layout-watch.js'
import { createLoopGuard } from './loop-guard.js'

export interface ObserveHeightOptions {
  /** The least height to ask for, in CSS pixels. Default: 0. */
  readonly min?: number
  /** The most height to ask for, in CSS pixels. Default: no limit. */
  readonly max?: number
  /** Room below the element for what overlays it, in CSS pixels; a function is asked at each measuring. Default: 0. */
  readonly reserve?: number | (() => number)
}

interface Observed extends ObserveHeightOptions {
  readonly element: Element
  /** What takes it along when it scrolls, if that is not its parent. */
  readonly carrier?: Element
}

type HeightHost = Pick<HaiiloHost<unknown>, 'getSnapshot' | 'setHeight' | 'subscribe' | 'warn'>

/** Below the 1/64 px that layout counts in: what arithmetic leaves over shall not cost a whole pixel. */
const SPECK = 0.01

/**
 * Tells the host what height the frame needs for an element, now and after every change, and gives back the function that stops it.
 *
 * The lowest painted edge of the content counts, margins included, in whole CSS pixels: in any layout, also in open shadow trees. What
 * is out of the flow (`absolute`, `fixed`) does not count. Where several elements are observed for one host, the lowest of them counts,
 * also if two copies of the kit observe them. With none left, the last height stays.
 *
 * At most one message a frame; the last height is always sent, the same one not again. Content that grows because the frame grew is
 * stopped and told to `onWarning`: `ERR_HEIGHT_LOOP`. Rests while the host is closed.
 *
 * What overlays the page (a dialogue, a menu) counts too while it is open, if it says so on the document:
 * `new CustomEvent('haiilo-overlay', { detail: { element, open: true } })`, and the same with `false` when it closes. The components of
 * `@haiilo-kit/ui` do. When observing begins, `haiilo-overlays` on the document asks for those that are open already. For others there is
 * `reserve`.
 *
 * Where there is no layout to observe (jsdom), nothing happens.
 *
 * @param element The content, such as `<main>`; it may be hidden for a while, or not yet in the page.
 * @throws {TypeError} No element, or `<html>`.
 */
export function observeHeight(host: HeightHost, element: Element, options: ObserveHeightOptions = {}): () => void {
  if (!isElement(element) || element.localName === 'html') {
    throw new TypeError('observeHeight needs an element that exists, and not <html>: <body> or <main>.')
  }
  const view = element.ownerDocument.defaultView
  if (!view?.ResizeObserver) return () => undefined
  return stored(host, 'height', () => observeHeights(host, view))({ ...options, element })
}

/** Keeps the one height of a host. Gives back the function that adds an element, which gives back the one that removes it. */
function observeHeights(host: HeightHost, view: Window & typeof globalThis): (observed: Observed) => () => void {
  // an overlay is kept by its element, what is observed by itself: an element may be observed twice
  const all = new Map<Observed | Element, Observed>()
  const guard = createLoopGuard(view, send, warnOfLoop)
  const { watch, watchBox } = createLayoutWatch(view, measure, onOverlay)
  let unsubscribe = (): void => undefined
  let lowest: Element | undefined
  let sent: number | undefined
  let observing = 0
  let warned = false

  function measure(): void {
    let height = -1
    for (const { element, carrier, min = 0, max = Infinity, reserve = 0 } of all.values()) {
      const room =
        bottomEdge(view, element, watchBox, carrier) - SPECK + (typeof reserve === 'function' ? reserve() : reserve)
      const wanted = Math.ceil(Math.min(Math.max(room, min), max))
      if (wanted > height) {
        height = wanted
        lowest = element
      }
      // an overlay that went without a word
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

  /** Anybody in the page may send such an event, with anything in it. */
  function onOverlay({ detail }: Event & { readonly detail?: unknown }): void {
    const { element, open } = Object(detail) as { readonly element: unknown; readonly open: unknown }
    if (!(element instanceof view.Element) || element.localName === 'html') return
    // it stands above all that scrolls around it
    if (open) all.set(element, { element, carrier: view.document.documentElement })
    else all.delete(element)
    update()
  }

  /** Looks anew whom to watch. After a `retry()` the connection itself repeats the last height. */
  function update(): void {
    const rests = !observing || host.getSnapshot().status === 'closed'
    if (rests) guard()
    watch(rests ? [] : [...all.values()].map(({ element }) => element))
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
