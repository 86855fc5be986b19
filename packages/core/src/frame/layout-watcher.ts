import { eachShadowRoot, isElement, parentOf } from './flat-tree.js'

/** Browsers run no animation frames in hidden pages. A timer replaces them. Milliseconds. */
const HIDDEN_PAGE_INTERVAL = 250

const ANY_CHANGE: MutationObserverInit = { attributes: true, characterData: true, childList: true, subtree: true }

/** Events after which content can have another size without any mutation or resize being observed. */
const EVENTS = ['load', 'error', 'input', 'change']

export interface LayoutWatcher {
  /** Replaces the watched elements and calls `onFrame` once. An empty list stops everything. */
  readonly watch: (elements: readonly Element[]) => void
  /** Also watches the size of a box and the content of its shadow root. */
  readonly watchBox: (box: Element) => void
}

/**
 * Calls `onFrame`, at most once per animation frame, after anything that can move the bottom edge of an element.
 * This is a resize, a mutation of the document or of an open shadow tree, a load, input, or the end of an animation.
 *
 * @param onOverlay Called for the event `haiilo-overlay` while an element is watched. When watching starts, open overlays are requested to
 *   dispatch it.
 */
export function createLayoutWatcher(
  view: Window & typeof globalThis,
  onFrame: () => void,
  onOverlay: (event: Event) => void,
): LayoutWatcher {
  const { document } = view
  const sizes = new view.ResizeObserver(schedule)
  const changes = new view.MutationObserver((records) => {
    records.forEach(handleMutation)
    schedule()
  })
  /** Nodes whose children can move the watched elements. */
  const parents = new Set<Node>()
  /** Custom elements whose definition is awaited. */
  const names = new Set<string>()
  const roots = new Set<Document | ShadowRoot>()
  let boxes = new WeakSet<Element>()
  let watched: readonly Element[] = []
  let frame = 0
  let timer = 0

  function schedule(): void {
    if (frame || !watched.length) return
    frame = view.requestAnimationFrame(run)
    timer = view.setTimeout(run, HIDDEN_PAGE_INTERVAL)
  }

  function cancelFrame(): void {
    view.cancelAnimationFrame(frame)
    view.clearTimeout(timer)
    frame = 0
  }

  function run(): void {
    cancelFrame()
    for (const root of roots) {
      // measure again at the end of each animation
      for (const animation of root.getAnimations?.() ?? []) animation.addEventListener('finish', schedule)
    }
    onFrame()
  }

  /** Visits only added and removed nodes: large pages can change in every frame. */
  function handleMutation({ target, addedNodes, removedNodes }: MutationRecord): void {
    for (const node of removedNodes) {
      if (isElement(node) && !node.isConnected) eachShadowRoot(node, unobserveRoot)
    }
    for (const node of addedNodes) {
      if (!isElement(node)) continue
      observeRoots(node)
      if (watched.some((element) => node.contains(element))) watchAncestors()
      if (parents.has(target)) watchBox(node)
    }
  }

  function watchAncestors(): void {
    parents.clear()
    for (const element of watched) {
      for (let box: Element | null = element; box; box = parentOf(box)) {
        watchBox(box)
        const parent = box.parentNode
        if (!parent || parents.has(parent)) continue
        parents.add(parent)
        // in a parent of fixed height, a sibling that grows moves the element, and only the sibling changes its size
        for (const sibling of parent.children) watchBox(sibling)
        if (parent.nodeType === 11) observeRoot(parent as ShadowRoot)
      }
    }
  }

  function watchBox(box: Element): void {
    if (boxes.has(box)) return
    boxes.add(box)
    sizes.observe(box)
    if (box.shadowRoot) observeRoot(box.shadowRoot)
  }

  function observeRoots(element: Element): void {
    eachShadowRoot(element, observeRoot)
    awaitDefinition(element)
    element.querySelectorAll(':not(:defined)').forEach(awaitDefinition)
  }

  function observeRoot(root: Document | ShadowRoot): void {
    if (roots.has(root)) return
    roots.add(root)
    changes.observe(root, ANY_CHANGE)
    for (const type of EVENTS) root.addEventListener(type, schedule, true)
    root.querySelectorAll(':not(:defined)').forEach(awaitDefinition)
  }

  function unobserveRoot(root: Document | ShadowRoot): void {
    roots.delete(root)
    for (const type of EVENTS) root.removeEventListener(type, schedule, true)
  }

  /** A custom element gets its shadow root when it is defined, which no observer reports. */
  function awaitDefinition({ localName }: Element): void {
    if (!localName.includes('-') || names.has(localName)) return
    names.add(localName)
    void view.customElements.whenDefined(localName).then(
      () => watch(watched),
      // reserved names, such as `font-face`, reject
      () => undefined,
    )
  }

  function watch(elements: readonly Element[]): void {
    const isStart = !watched.length && elements.length
    watched = elements
    cancelFrame()
    changes.disconnect()
    sizes.disconnect()
    boxes = new WeakSet()
    roots.forEach(unobserveRoot)
    const change = elements.length ? 'addEventListener' : 'removeEventListener'
    document[change]('haiilo-overlay', onOverlay)
    document.fonts?.[change]('loadingdone', schedule)
    view[change]('resize', schedule)
    if (!elements.length) return
    observeRoot(document)
    watchAncestors()
    elements.forEach(observeRoots)
    schedule()
    if (isStart) document.dispatchEvent(new view.Event('haiilo-overlays'))
  }

  return { watch, watchBox }
}
