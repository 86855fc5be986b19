import { describe, expect, it, onTestFinished } from 'vitest'

import { reportOverlay, type OverlayReport } from './report-overlay.js'

function hear(): OverlayReport[] {
  const heard: OverlayReport[] = []
  const listen = (event: Event): unknown => heard.push((event as CustomEvent<OverlayReport>).detail)
  document.addEventListener('haiilo-overlay', listen)
  onTestFinished(() => document.removeEventListener('haiilo-overlay', listen))
  return heard
}

describe('reportOverlay', () => {
  it('tells the document of an overlay, and once that it is gone', () => {
    const heard = hear()
    const element = document.createElement('div')
    const reportGone = reportOverlay(element)
    expect(heard).toEqual([{ element, open: true }])
    reportGone()
    reportGone()
    expect(heard).toEqual([
      { element, open: true },
      { element, open: false },
    ])
  })

  it('tells it again to who asks, as long as it is there', () => {
    const element = document.createElement('div')
    const reportGone = reportOverlay(element)
    const heard = hear()
    const ask = (): boolean => document.dispatchEvent(new Event('haiilo-overlays'))
    ask()
    expect(heard).toEqual([{ element, open: true }])
    reportGone()
    ask()
    expect(heard.map(({ open }) => open)).toEqual([true, false])
  })

  it('tells it to the same document when the element has left for another one', () => {
    const heard = hear()
    const element = document.createElement('div')
    const reportGone = reportOverlay(element)
    document.implementation.createHTMLDocument().body.append(element)
    reportGone()
    expect(heard.map(({ open }) => open)).toEqual([true, false])
  })
})
