import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { createTimeline, type Timeline } from './create-timeline.js'
import { mountTimeline, type MountedTimeline } from './mount-timeline.js'
import type { TimelineMessage } from './timeline-entry.js'

const hello: TimelineMessage = {
  at: 1_700_000_000_000,
  instance: 'w1',
  view: 'plugin',
  seenBy: 'host',
  direction: 'plugin-to-host',
  subject: 'init',
  verdict: 'accepted',
}

let element: HTMLElement
let timeline: Timeline
let mounted: MountedTimeline

beforeEach(() => {
  element = document.createElement('div')
  element.style.height = '400px'
  document.body.append(element)
  timeline = createTimeline()
  mounted = mountTimeline(element, { timeline })
})

afterEach(() => {
  mounted.close()
  element.remove()
})

function rows(): readonly HTMLTableRowElement[] {
  return [...(element.shadowRoot?.querySelectorAll<HTMLTableRowElement>('tbody tr') ?? [])]
}

/** Waits for the next drawing. */
function drawn(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))
}

describe('a mounted timeline', () => {
  it('says that there are no messages yet', async () => {
    await expect.element(page.getByText(/No messages yet/)).toBeVisible()
  })

  it('draws 10,000 messages once, as 300 rows, and more rows on demand', async () => {
    let drawings = 0
    const observer = new MutationObserver(() => (drawings += 1))
    if (element.shadowRoot) observer.observe(element.shadowRoot, { childList: true, subtree: true })
    for (let index = 0; index < 10_000; index += 1) timeline.add({ ...hello, payload: { index } })
    await drawn()
    expect([drawings, rows().length]).toEqual([1, 300])
    await userEvent.click(page.getByRole('button', { name: 'Show 300 more' }))
    await vi.waitFor(() => expect(rows()).toHaveLength(600))
    observer.disconnect()
  })

  it('scrolls to new messages, unless the reader has scrolled back', async () => {
    const list = (): HTMLElement => element.shadowRoot?.querySelector('.list') as HTMLElement
    for (let index = 0; index < 100; index += 1) timeline.add(hello)
    await drawn()
    expect(list().scrollTop + list().clientHeight).toBeGreaterThan(list().scrollHeight - 2)
    list().scrollTop = 10
    timeline.add(hello)
    await drawn()
    expect(list().scrollTop).toBe(10)
  })

  it('shortens long texts, and shows them in full on demand', async () => {
    timeline.add({ ...hello, payload: { text: 'x'.repeat(50_000) } })
    await drawn()
    await userEvent.click(page.getByRole('row', { name: /init/ }).getByRole('button'))
    const payload = (): number => element.shadowRoot?.querySelector('pre')?.textContent.length ?? 0
    expect(payload()).toBe(20_000)
    await userEvent.click(page.getByRole('button', { name: /^Show all 50,0\d\d characters$/ }))
    expect(payload()).toBeGreaterThan(50_000)
  })

  it('shows markup from a plug-in as text', async () => {
    timeline.add({ ...hello, subject: '<img src=x>', reason: '<b>bold</b>', payload: '<i>x</i>' })
    await drawn()
    await userEvent.click(page.getByRole('row', { name: /img/ }).getByRole('button'))
    expect(element.shadowRoot?.querySelector('img, b, i')).toBeNull()
  })

  it('filters by typed text and selected options', async () => {
    timeline.add(hello)
    timeline.add({ ...hello, instance: 'w2', verdict: 'refused', reason: 'iss is not a string' })
    await drawn()
    await userEvent.fill(page.getByRole('searchbox', { name: 'Search messages' }), 'ISS string')
    await vi.waitFor(() => expect(rows()).toHaveLength(1))
    await userEvent.fill(page.getByRole('searchbox', { name: 'Search messages' }), '')
    await userEvent.click(page.getByRole('combobox', { name: 'Verdict' }))
    await userEvent.click(page.getByRole('option', { name: 'Accepted' }))
    await vi.waitFor(() => expect(rows().map((row) => row.querySelector('.instance')?.textContent)).toEqual(['w1']))
  })

  it('does not change during a pause, and counts new messages', async () => {
    timeline.add(hello)
    await drawn()
    await userEvent.click(page.getByRole('button', { name: 'Pause' }))
    timeline.add(hello)
    await expect.element(page.getByRole('button', { name: 'Resume (1 new)' })).toBeVisible()
    expect(rows()).toHaveLength(1)
    await userEvent.click(page.getByRole('button', { name: 'Resume (1 new)' }))
    await vi.waitFor(() => expect(rows()).toHaveLength(2))
  })

  it('says that a message cannot be sent again', async () => {
    timeline.add({ ...hello, direction: 'host-to-plugin', verdict: 'sent', sendAgain: () => false })
    await drawn()
    await userEvent.click(page.getByRole('row', { name: /init/ }).getByRole('button'))
    await userEvent.click(page.getByRole('button', { name: 'Send again' }))
    await expect.element(page.getByText('Not sent: the plug-in of this message is no longer loaded.')).toBeVisible()
  })
})
