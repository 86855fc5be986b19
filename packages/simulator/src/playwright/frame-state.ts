import type { ElementHandle, Frame } from '@playwright/test'

import { describeElement } from './opening-tag.js'

/** What can be told of a frame from inside and from outside. */
interface FrameContent {
  readonly address: string
  readonly isReady: boolean
  readonly isHidden: boolean
  readonly isBlank: boolean
}

/** @returns Why the frame cannot be looked at now, as a sentence; nothing if it can. */
export async function findFlaw(frame: Frame): Promise<string | undefined> {
  const expected = await expectedAddress(frame)
  const { address, isReady, isHidden, isBlank } = await frame.evaluate(readContent)
  if (address.startsWith('chrome-error:')) return 'It could not be loaded.'
  if (address === 'about:blank' && expected !== 'about:blank') return 'It has not loaded, or runs no scripts.'
  // a page is complete only when its frames are: each of those is waited for on its own
  if (!isReady && !frame.childFrames().length) return 'It is still loading.'
  if (isHidden) return 'It is hidden.'
  return isBlank ? 'It is blank.' : undefined
}

/** The opening tag of the element that shows a frame. */
export async function describeFrame(frame: Frame): Promise<string> {
  if (!frame.parentFrame()) return '<html>'
  return (await elementOf(frame)).evaluate(describeElement)
}

/** The element that shows a frame. */
export async function elementOf(frame: Frame): Promise<ElementHandle<Element>> {
  return (await frame.frameElement()) as ElementHandle<Element>
}

/** Where the frame leads, if its element says so. A frame that waits until it is scrolled to is loaded now. */
async function expectedAddress(frame: Frame): Promise<string> {
  if (!frame.parentFrame()) return 'about:blank'
  const element = await elementOf(frame)
  return element.evaluate((shown) => {
    if (shown.getAttribute('loading') === 'lazy') shown.setAttribute('loading', 'eager')
    if (shown.hasAttribute('srcdoc')) return 'about:srcdoc'
    const address = shown.getAttribute('src') ?? shown.getAttribute('data') ?? ''
    if (!address || /^\s*(?:javascript|about):/i.test(address)) return 'about:blank'
    return address
  })
}

/** Runs in the frame. */
async function readContent(): Promise<FrameContent> {
  // never ends where no scripts run, and there no check would end
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
  // not every document is HTML
  const body = document.body as HTMLElement | null
  return {
    address: document.URL,
    isReady: document.readyState === 'complete',
    isHidden: innerWidth === 0 || innerHeight === 0,
    isBlank: !hasContent(body ?? document),
  }
}
