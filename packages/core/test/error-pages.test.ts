import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { haiiloErrorCodes } from '../src/errors.js'

const folder = new URL('../../../docs/errors/', import.meta.url)
const pages = readdirSync(folder).filter((name) => name !== 'README.md')

function read(page: string): string {
  return readFileSync(new URL(page, folder), 'utf8')
}

describe('the pages of the error codes', () => {
  it('exist for each code, and for nothing else', () => {
    expect(pages.toSorted(), 'Each code needs docs/errors/<code>.md.').toEqual(
      haiiloErrorCodes.map((code) => `${code}.md`).toSorted(),
    )
  })

  it.each(haiiloErrorCodes)('%s has a description, likely causes and what to do', (code) => {
    const text = read(`${code}.md`)
    expect(text).toMatch(new RegExp(`^# ${code}\n\n\\S`))
    expect(text).toMatch(/^## Likely causes\n\n1\. /m)
    expect(text).toMatch(/^## What to do\n\n- /m)
    const lines = text.trimEnd().split('\n').length
    expect(lines).toBeGreaterThanOrEqual(15)
    expect(lines).toBeLessThanOrEqual(40)
  })

  it('are all in the index, in the order of the codes', () => {
    const listed = [...read('README.md').matchAll(/^\| \[(\w+)\]\((\w+)\.md\)/gm)].map(([, name, page]) => [name, page])
    expect(listed, 'Each code needs a row in docs/errors/README.md.').toEqual(
      haiiloErrorCodes.map((code) => [code, code]),
    )
  })

  it('name only existing codes and have no broken links', () => {
    for (const page of ['README.md', ...pages]) {
      for (const [code] of read(page).matchAll(/\bERR_[A-Z_]+\b/g)) expect(haiiloErrorCodes).toContain(code)
      for (const [, target = ''] of read(page).matchAll(/\]\(([^)]+)\)/g)) {
        expect(existsSync(new URL(target, folder)), `${page} links to ${target}`).toBe(true)
      }
    }
  })
})
