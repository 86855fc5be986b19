import { ESLint, Linter } from 'eslint'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'

const root = new URL('../../../', import.meta.url)
const read = (path: string): Promise<string> => readFile(new URL(path, root), 'utf8')

/** `file` “part of the test name” */
const TEST = /`([^`]+)` “([^”]+)”/g

const rules = rowsOf(await read('docs/security.md'))
const threats = rowsOf(/^## Threats$.+?(?=^## )/ms.exec(await read('docs/back-end.md'))?.[0] ?? '')

/** The first column of all tables, with the tests that the other columns name. */
function rowsOf(markdown: string): (readonly [string, RegExpExecArray[]])[] {
  return markdown
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| (Rule|Threat and protection|-+) *\|/.test(line))
    .map((line) => line.split(' | '))
    .map(([first = '', ...others]) => [first.slice(2).trim(), [...others.join(' | ').matchAll(TEST)]])
}

describe('docs/security.md and the threats in docs/back-end.md', () => {
  it('have all parts', () => {
    expect(rules.length).toBeGreaterThan(45)
    expect(threats.length).toBeGreaterThan(12)
  })

  it.each([...rules, ...threats])('name tests that exist: %s', async (_, tests) => {
    expect(tests).not.toEqual([])
    for (const [, file = '', name = ''] of tests) {
      expect(file).toMatch(/\.(test|spec)\.tsx?$/)
      expect(titlesOf(await read(file)), file).toContainEqual(expect.stringContaining(name))
    }
  })
})

/** The titles of tests and test groups. */
function titlesOf(source: string): string[] {
  const titles = source.matchAll(
    /(?:\b(?:it|test|describe)\b[^\n'"`]*|^ *\]?\)?\()(?:'([^'\n]*)'|"([^"\n]*)"|`([^`\n]*)`)/gm,
  )
  return [...titles].map((title) => title.slice(1).join(''))
}

describe('lint refuses APIs that turn text into markup', () => {
  const snippets = [
    'element.innerHTML = text',
    'element.outerHTML = text',
    'element.insertAdjacentHTML("beforeend", text)',
    'element.setHTMLUnsafe(text)',
    'range.createContextualFragment(text)',
    'frame.srcdoc = text',
    'document.write(text)',
    'Object.assign(element, { innerHTML: text })',
    'createElement("p", { dangerouslySetInnerHTML: { __html: text } })',
    'unsafeHTML(text)',
    'sanitizer.bypassSecurityTrustHtml(text)',
    'const template = "<p v-html=text></p>"',
    'const template = `<p [innerHTML]="text"></p>`',
    'eval(text)',
    'new Function(text)',
  ]
  let config: Linter.Config

  // loads the whole configuration of ESLint, which takes seconds
  beforeAll(async () => {
    const eslint = new ESLint({ cwd: fileURLToPath(root) })
    const { rules: all = {} } = (await eslint.calculateConfigForFile('packages/react/src/index.ts')) as Linter.Config
    const names = ['no-restricted-properties', 'no-restricted-syntax', 'no-eval', 'no-new-func']
    config = { rules: Object.fromEntries(names.map((name) => [name, all[name]])) }
  }, 120_000)

  it.each(snippets)('%s', (code) => {
    const messages = new Linter().verify(code, [config])
    expect(messages.length).toBeGreaterThan(0)
    expect(messages.filter(({ fatal }) => fatal)).toEqual([])
  })
})
