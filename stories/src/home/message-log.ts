import { button, element } from './element.js'
import type { LogRow } from './log-row.js'

/** The log of all messages, newest last. */
export interface MessageLog {
  readonly element: HTMLElement
  readonly add: (row: LogRow) => void
}

/** Older rows are removed. */
const MAX_ROWS = 300

/** In pixels. The log keeps scrolling if the reader is at most this far from the end. */
const FOLLOW_DISTANCE = 40

const COLUMNS = ['Time', 'Seen by', 'Direction', 'Subject', 'Verdict', 'Reason, content']

/**
 * Shows messages in a table. The table scrolls to new rows, unless the reader has scrolled back. Equal messages in a row are one row with a
 * count.
 */
export function createMessageLog(): MessageLog {
  const body = element('tbody')
  const table = element(
    'table',
    {},
    element('thead', {}, element('tr', {}, ...COLUMNS.map((column) => element('th', { scope: 'col' }, column)))),
    body,
  )
  const scroller = element(
    'div',
    { class: 'log-scroller', role: 'log', 'aria-label': 'Messages', tabindex: '0' },
    table,
  )
  const heading = element('h2', {}, 'Messages')
  const header = element('div', { class: 'log-header' }, heading, button('Clear', clear))
  let start: number | undefined
  let last: { readonly key: string; readonly count: HTMLElement; times: number } | undefined

  function add(row: LogRow): void {
    const follows = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < FOLLOW_DISTANCE
    start ??= row.at
    const key = JSON.stringify([row.seenBy, row.direction, row.subject, row.verdict, row.reason])
    if (last?.key === key) {
      last.times += 1
      last.count.textContent = `× ${last.times}`
    } else {
      const count = element('span', { class: 'log-count' })
      last = { key, count, times: 1 }
      body.append(line(row, row.at - start, count))
      if (body.rows.length > MAX_ROWS) body.rows[0]?.remove()
    }
    if (follows) scroller.scrollTop = scroller.scrollHeight
  }

  function clear(): void {
    body.replaceChildren()
    start = undefined
    last = undefined
  }

  return { element: element('section', { class: 'card log', 'aria-label': 'Message log' }, header, scroller), add }
}

function line({ seenBy, direction, subject, verdict, reason, content }: LogRow, since: number, count: Node): Node {
  return element(
    'tr',
    {},
    element('td', { class: 'log-time' }, `${(since / 1000).toFixed(3)} s`),
    element('td', { class: 'log-seen-by' }, seenBy),
    element('td', { class: 'log-direction' }, direction),
    element('td', {}, element('strong', {}, subject || '—')),
    element('td', {}, element('span', { class: `log-verdict log-${verdict}` }, verdict), count),
    element('td', {}, reason, element('span', { class: 'log-content' }, content)),
  )
}
