import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { manifestRules, parseManifest, type ManifestRule, type ParsedManifest, type RuleId } from '../src/index.js'
import { HEDGED } from './hedged.js'
import { manifestWith } from './manifest-with.js'

const folder = new URL('../../../docs/rules/', import.meta.url)
const pages = readdirSync(folder).filter((name) => name !== 'README.md')
const rules = Object.entries<ManifestRule>(manifestRules)
// the keys of the catalogue are the ids
const ids = Object.keys(manifestRules) as RuleId[]

/** Further errors that the wrong example of a page cannot avoid. */
const UNAVOIDABLE: Readonly<Partial<Record<RuleId, readonly RuleId[]>>> = {
  // a complete manifest in bytes would be hard to read
  'byte-order-mark': ['missing-field'],
}

function read(page: string): string {
  return readFileSync(new URL(page, folder), 'utf8')
}

/** The only code block in a section of a page. */
function exampleIn(page: string, part: 'Wrong' | 'Right'): { readonly language: string; readonly code: string } {
  const text = new RegExp(`^## ${part}\n(.*?)(?=^## |(?![^]))`, 'ms').exec(page)?.[1] ?? ''
  const blocks = [...text.matchAll(/^```(\w+)\n(.*?)\n```$/gms)]
  expect(blocks, `examples of "${part}"`).toHaveLength(1)
  const [[, language = '', code = ''] = []] = blocks
  return { language, code }
}

/** JSON is merged into a valid manifest. Text is parsed as it is, or as bytes if it consists of hexadecimal bytes. */
function parseExample({ language, code }: ReturnType<typeof exampleIn>): ParsedManifest {
  if (language === 'json') return parseManifest(JSON.stringify(manifestWith(membersIn(code)), null, 2))
  const isBytes = /^[\dA-F]{2}(?: [\dA-F]{2})*$/.test(code)
  return parseManifest(
    isBytes
      ? Uint8Array.from(code.split(' '), (byte) => Number.parseInt(byte, 16))
      : code.replace('…', 'A'.repeat(1_000_000)),
  )
}

function membersIn(code: string): Readonly<Record<string, unknown>> {
  return JSON.parse(code) as Readonly<Record<string, unknown>>
}

describe('the pages of the rules', () => {
  it('exist for each rule, and for nothing else', () => {
    expect(pages.toSorted(), 'Each rule needs docs/rules/<id>.md.').toEqual(ids.map((id) => `${id}.md`).toSorted())
  })

  it.each(rules)('have severity, description and reason: %s', (id, { severity }) => {
    const text = read(`${id}.md`)
    const word = `${severity.charAt(0).toUpperCase()}${severity.slice(1)}`
    expect(text).toMatch(new RegExp(`^# ${id}\n\n\\*\\*${word}\\.\\*\\* \\S`))
    expect(text.match(/^## .*$/gm)?.slice(0, 3)).toEqual(['## Why', '## Wrong', '## Right'])
    expect(
      text
        .match(/^## .*$/gm)
        ?.slice(3)
        .join(),
    ).toMatch(/^(?:## When it is fine)?$/)
    const lines = text.trimEnd().split('\n').length
    expect(lines).toBeGreaterThanOrEqual(15)
    expect(lines).toBeLessThanOrEqual(35)
  })

  it.each(ids)('have a wrong example that the rule reports: %s', (id) => {
    const { findings } = parseExample(exampleIn(read(`${id}.md`), 'Wrong'))
    const found = findings.map(({ rule }) => rule)
    expect(found).toContain(id)
    const errors = found.filter((rule) => manifestRules[rule].severity === 'error' && rule !== id)
    expect([...new Set(errors)]).toEqual(UNAVOIDABLE[id] ?? [])
  })

  const inferred = ids.filter((id) => /^Inferred/m.test(read(`${id}.md`)))
  it.each(inferred)('mark inferred facts, like the message: %s', (id) => {
    const { findings } = parseExample(exampleIn(read(`${id}.md`), 'Wrong'))
    for (const { rule, message } of findings) if (rule === id) expect(message).toMatch(HEDGED)
  })

  it.each(ids)('have a right example without errors: %s', (id) => {
    const { manifest, findings } = parseExample(exampleIn(read(`${id}.md`), 'Right'))
    expect(findings.filter(({ severity }) => severity !== 'note')).toEqual([])
    expect(findings.map(({ rule }) => rule)).not.toContain(id)
    expect(manifest).toBeDefined()
  })

  it('are listed in the index in the order of the catalogue, with severity and summary', () => {
    const rows = [...read('README.md').matchAll(/^\| \[([\w-]+)\]\(([\w-]+)\.md\) *\| (\w+) *\| (.*?) *\|$/gm)]
    expect(rows.map(([, ...cells]) => cells)).toEqual(
      rules.map(([id, { severity, summary }]) => [id, id, severity, summary]),
    )
  })

  it('have no broken links', () => {
    for (const page of ['README.md', ...pages]) {
      for (const [, target = ''] of read(page).matchAll(/\]\(([^)]+)\)/g)) {
        expect(existsSync(new URL(target, folder)), `${page} links to ${target}`).toBe(true)
      }
    }
  })
})
