import { button, element } from './element.js'
import type { LogRow } from './log-row.js'

/** The log of all messages, newest last. */
export interface MessageLog {
  readonly element: HTMLElement
  readonly add: (row: LogRow) => void
}

/** So many lines are kept. */
const MOST_ROWS = 300

/** Pixels from the end within which a reader still counts as one who follows. */
const NEAR_THE_END = 40

const COLUMNS = ['Time', 'Seen by', 'Direction', 'Subject', 'Verdict', 'Reason, content']

/**
 * Shows messages as a table that scrolls along, unless its reader has scrolled back. What comes several times in a row is one line with a
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
    const follows = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_THE_END
    start ??= row.at
    const key = JSON.stringify([row.seenBy, row.direction, row.subject, row.verdict, row.reason])
    if (last?.key === key) {
      last.times += 1
      last.count.textContent = `× ${last.times}`
    } else {
      const count = element('span', { class: 'log-count' })
      last = { key, count, times: 1 }
      body.append(line(row, row.at - start, count))
      if (body.rows.length > MOST_ROWS) body.rows[0]?.remove()
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
