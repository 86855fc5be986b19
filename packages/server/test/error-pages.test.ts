import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { BackendError, backendErrors, type BackendErrorCode } from '../src/index.js'

const folder = new URL('../../../docs/server-errors/', import.meta.url)
const pages = readdirSync(folder).filter((name) => name !== 'README.md')
const codes = Object.keys(backendErrors) as BackendErrorCode[]

function read(page: string): string {
  return readFileSync(new URL(page, folder), 'utf8')
}

describe('the pages of the error codes of a back end', () => {
  it('exist for each code, and for nothing else', () => {
    expect(pages.toSorted(), 'Each code needs docs/server-errors/<code>.md.').toEqual(
      codes.map((code) => `${code}.md`).toSorted(),
    )
  })

  it.each(codes)('%s has a description, likely causes and what to do, and its error names the page', (code) => {
    const text = read(`${code}.md`)
    expect(text).toMatch(new RegExp(`^# ${code}\n\n\\S`))
    expect(text).toMatch(/^## Likely causes\n\n1\. /m)
    expect(text).toMatch(/^## What to do\n\n- /m)
    expect(new BackendError(code, 'No.').message).toBe(
      `No. (${code}, see @haiilo-kit/server/docs/server-errors/${code}.md)`,
    )
  })

  it('are all in the index with their status, in the order of the codes', () => {
    const listed = [...read('README.md').matchAll(/^\| \[(\w+)\]\((\w+)\.md\) +\| (\d+)/gm)].map(
      ([, name, page, status]) => [name, page, Number(status)],
    )
    expect(listed, 'Each code needs a row in docs/server-errors/README.md.').toEqual(
      codes.map((code) => [code, code, backendErrors[code]]),
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
