import type { Finding } from '@haiilo-kit/manifest'

/**
 * The lines of a text, without the values that were found to look like a secret. Every character stays in its column.
 *
 * @returns `undefined` if a secret lies somewhere inside of what was found, so that it cannot be told from the rest.
 */
export function maskSecrets(lines: readonly string[], findings: readonly Finding[]): readonly string[] | undefined {
  const masked = [...lines]
  for (const finding of findings) {
    if (finding.rule !== 'secret' && finding.rule !== 'secret-field') continue
    if (finding.rule === 'secret' && !isOneValue(lines, finding)) return undefined
    for (let line = finding.line; line <= finding.endLine; line += 1) {
      masked[line - 1] = maskLine(masked[line - 1] ?? '', line, finding)
    }
  }
  return masked
}

/** It tells where to look, so it stays, unless it is too long to be the name of something. */
const KEY = /^"[^"\\]{0,60}"\s*:\s*/

/** Of an object or a list only the beginning is found: its key or its bracket. */
function isOneValue(lines: readonly string[], { line, column, endLine, endColumn }: Finding): boolean {
  const first = lines[line - 1]?.[column - 1] ?? ''
  const rest = lines[endLine - 1]?.slice(endColumn - 1).trim()
  const next = rest || lines.slice(endLine).find((each) => each.trim() !== '')
  return !'{['.includes(first) && !next?.trimStart().startsWith(':')
}

function maskLine(text: string, number: number, { line, column, endLine, endColumn }: Finding): string {
  const start = number === line ? column - 1 : 0
  const end = number === endLine ? endColumn - 1 : text.length
  const span = text.slice(start, end)
  const key = number === line ? (KEY.exec(span)?.[0] ?? '') : ''
  return text.slice(0, start) + key + span.slice(key.length).replaceAll(/[^\s"]/g, '•') + text.slice(end)
}
