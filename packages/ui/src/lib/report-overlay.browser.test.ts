import { describe, expect, it, onTestFinished } from 'vitest'

import { reportOverlay, type OverlayReport } from './report-overlay.js'

function recordReports(): OverlayReport[] {
  const reports: OverlayReport[] = []
  const listen = (event: Event): unknown => reports.push((event as CustomEvent<OverlayReport>).detail)
  document.addEventListener('haiilo-overlay', listen)
  onTestFinished(() => document.removeEventListener('haiilo-overlay', listen))
  return reports
}

describe('reportOverlay', () => {
  it('reports an overlay to the document, and reports once that it is closed', () => {
    const reports = recordReports()
    const element = document.createElement('div')
    const reportClosed = reportOverlay(element)
    expect(reports).toEqual([{ element, open: true }])
    reportClosed()
    reportClosed()
    expect(reports).toEqual([
      { element, open: true },
      { element, open: false },
    ])
  })

  it('reports an open overlay again in response to haiilo-overlays', () => {
    const element = document.createElement('div')
    const reportClosed = reportOverlay(element)
    const reports = recordReports()
    const request = (): boolean => document.dispatchEvent(new Event('haiilo-overlays'))
    request()
    expect(reports).toEqual([{ element, open: true }])
    reportClosed()
    request()
    expect(reports.map(({ open }) => open)).toEqual([true, false])
  })

  it('reports to the same document after the element has moved to another one', () => {
    const reports = recordReports()
    const element = document.createElement('div')
    const reportClosed = reportOverlay(element)
    document.implementation.createHTMLDocument().body.append(element)
    reportClosed()
    expect(reports.map(({ open }) => open)).toEqual([true, false])
  })
})
