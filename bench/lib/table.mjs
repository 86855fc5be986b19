/**
 * One measured figure.
 *
 * @typedef {object} Row
 * @property {string} name What was measured.
 * @property {number} [value] `undefined` if nothing could be measured; `note` gives the reason.
 * @property {string} [unit] `×` for a ratio.
 * @property {[number, number]} [spread] The lower and the upper quartile of the single values.
 * @property {{ most: number } | { least: number }} [limit] The budget; `undefined` for a comparison.
 * @property {string} [note]
 */

/** @param {readonly Row[]} rows @returns {string} The table for a terminal. */
export function textTable(rows) {
  const cells = [HEAD, ...rows.map(toCells)]
  const widths = HEAD.map((_, column) => Math.max(...cells.map((row) => row[column].length)))
  const lines = cells.map((row) =>
    row
      .map((cell, column) => align(cell, widths[column], column))
      .join('  ')
      .trimEnd(),
  )
  return [lines[0], '-'.repeat(Math.max(...lines.map(({ length }) => length))), ...lines.slice(1)].join('\n')
}

/** @param {readonly Row[]} rows @returns {string} For docs/benchmarks.md. */
export function markdownTable(rows) {
  const lines = [HEAD, ['---', '---:', '---:', '---:', '---', '---'], ...rows.map(toCells)]
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

/** @param {Row} row @returns {boolean | undefined} Whether the value is within its limit; `undefined` if it has no limit. */
export function isWithinLimit({ value, limit }) {
  if (!limit || value === undefined) return undefined
  return 'most' in limit ? value <= limit.most : value >= limit.least
}

const HEAD = ['what', 'measured', 'middle half', 'limit', '', 'note']
const NUMBERS = [1, 2, 3]

/** @param {Row} row @returns {string} The measured value with its unit. */
export function formatValue({ value, unit = '' }) {
  return value === undefined ? '–' : withUnit(format(value), unit)
}

function toCells(row) {
  const { name, value, unit = '', spread, limit, note = '' } = row
  const withinLimit = isWithinLimit(row)
  return [
    name,
    formatValue(row),
    spread ? `${format(spread[0])} … ${format(spread[1])}` : '',
    limit ? `${'most' in limit ? '≤' : '≥'} ${withUnit(format(limit.most ?? limit.least), unit)}` : '',
    value === undefined ? 'not measured' : withinLimit === undefined ? '' : withinLimit ? 'ok' : 'over',
    note,
  ]
}

function align(cell, width, column) {
  return NUMBERS.includes(column) ? cell.padStart(width) : cell.padEnd(width)
}

function withUnit(text, unit) {
  return unit === '×' ? `${text}×` : `${text} ${unit}`.trim()
}

/** Formats a number with three significant digits, because the measurements are not more precise. */
function format(value) {
  if (value === 0 || Number.isInteger(value)) return value.toLocaleString('en')
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))))
  return value.toLocaleString('en', {
    minimumFractionDigits: Math.min(digits, 3),
    maximumFractionDigits: Math.min(digits, 3),
  })
}
