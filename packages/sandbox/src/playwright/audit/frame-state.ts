import type { ElementHandle, Frame } from '@playwright/test'

import { openingTag } from './opening-tag.js'

interface FrameState {
  readonly url: string
  readonly isReady: boolean
  readonly isHidden: boolean
  readonly isBlank: boolean
}

export const NOT_LOADED = 'It has not loaded, or scripts are disabled.'

/** @returns A sentence that says why the frame cannot be checked now, or `undefined` if it can. */
export async function findObstacle(frame: Frame): Promise<string | undefined> {
  const expected = await expectedUrl(frame)
  const { url, isReady, isHidden, isBlank } = await frame.evaluate(readState)
  if (url.startsWith('chrome-error:')) return 'It could not be loaded.'
  if (url === 'about:blank' && expected !== 'about:blank') return NOT_LOADED
  // a page with frames is complete only after its frames, and the audit waits for each of them separately
  if (!isReady && !frame.childFrames().length) return 'It is still loading.'
  if (isHidden) return 'It is hidden.'
  return isBlank ? 'It is blank.' : undefined
}

/** Returns the opening tag of the element that contains a frame. */
export async function describeFrame(frame: Frame): Promise<string> {
  if (!frame.parentFrame()) return '<html>'
  return (await elementOf(frame)).evaluate(openingTag)
}

/** Returns the element that contains a frame. */
export async function elementOf(frame: Frame): Promise<ElementHandle<Element>> {
  return (await frame.frameElement()) as ElementHandle<Element>
}

/** Returns the URL in the attributes of the frame's element, `about:blank` if there is none. Starts the load of a lazy frame. */
async function expectedUrl(frame: Frame): Promise<string> {
  if (!frame.parentFrame()) return 'about:blank'
  const element = await elementOf(frame)
  return element.evaluate((container) => {
    if (container.getAttribute('loading') === 'lazy') container.setAttribute('loading', 'eager')
    if (container.hasAttribute('srcdoc')) return 'about:srcdoc'
    const url = container.getAttribute('src') ?? container.getAttribute('data') ?? ''
    if (!url || /^\s*(?:javascript|about):/i.test(url)) return 'about:blank'
    return url
  })
}

/** Runs in the frame. */
async function readState(): Promise<FrameState> {
  // never resolves if scripts are disabled: the checks would not finish there, either
  await new Promise((resolve) => setTimeout(resolve))

  function isPainted(element: Element): boolean {
    const { width, height } = element.getBoundingClientRect()
    const root = element.shadowRoot
    return (width > 0 && height > 0) || hasContent(element) || (root !== null && hasContent(root))
  }
  function hasContent(root: ParentNode & Node): boolean {
    const texts = [...root.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
    return texts.some(({ nodeValue }) => nodeValue?.trim()) || [...root.children].some(isPainted)
  }
  // null in documents that are not HTML
  const body = document.body as HTMLElement | null
  return {
    url: document.URL,
    isReady: document.readyState === 'complete',
    isHidden: innerWidth === 0 || innerHeight === 0,
    isBlank: !hasContent(body ?? document),
  }
}
