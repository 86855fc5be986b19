/**
 * Returns a section of a Markdown text: its heading and everything below, up to the next heading of the same or a higher level.
 *
 * @throws {Error} There is no such heading.
 */
export function sectionOf(markdown: string, heading: string): string {
  const lines = markdown.split('\n')
  const start = lines.findIndex((line) => line.replace(/^#+ /, '') === heading && line.startsWith('#'))
  if (start < 0) throw new Error(`There is no heading “${heading}”.`)
  const level = /^#+/.exec(lines[start] ?? '')?.[0].length ?? 0
  let isCode = false
  const end = lines.findIndex((line, index) => {
    if (line.startsWith('```')) isCode = !isCode
    const found = /^(#+) /.exec(line)?.[1]
    return index > start && !isCode && found !== undefined && found.length <= level
  })
  return lines.slice(start, end < 0 ? undefined : end).join('\n')
}
