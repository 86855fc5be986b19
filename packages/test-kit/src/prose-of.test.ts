import { describe, expect, it } from 'vitest'
import { proseOf } from '../../../scripts/lib/prose-of.mjs'

/** Each line with text, after the number of its line in the source. */
function linesOf(file: string, source: string): string[] {
  const { text, lines } = proseOf(file, source)
  return text.split('\n').flatMap((line, index) => (line ? [`${String(lines[index])}: ${line}`] : []))
}

describe('proseOf', () => {
  it('returns Markdown unchanged', () => {
    expect(linesOf('a.md', '# Title\n\nText')).toEqual(['1: # Title', '3: Text'])
  })

  it('collects comments and docblocks with their lines, without tags and examples', () => {
    const source = `// one
// two
const a = 1 // three
/**
 * Reads {@link Token}.
 *
 * @param token The text.
 * @example
 * readToken()
 * @throws {Error} It is empty.
 */
function readToken(token) {}
`
    expect(linesOf('a.ts', source)).toEqual([
      '1: one',
      '2: two',
      '3: three',
      '5: Reads `Token`.',
      '7: The text.',
      '10: It is empty.',
    ])
  })

  it('collects test titles and messages, with code in place of values', () => {
    const source = [
      'it.each(table)("refuses", () => {',
      '  throw new Error(`The token of ${name} is too old`)',
      '})',
    ].join('\n')
    expect(linesOf('a.ts', source)).toEqual(['1: refuses', '2: The token of `x` is too old'])
  })

  it('leaves out code: imports, selectors, markup, directives and indented comments', () => {
    const source = `// eslint-disable-next-line no-console
//   pnpm bench size
import a from 'one two three'
const css = html\`one two three\`
const markup = '<p>one two three</p>'
const names = 'one-two'
`
    expect(linesOf('a.ts', source)).toEqual([])
  })

  it('collects the script of a Vue file with the lines of the file', () => {
    expect(linesOf('a.vue', '<template />\n<script setup lang="ts">\n// one\n</script>')).toEqual(['3: one'])
  })
})
