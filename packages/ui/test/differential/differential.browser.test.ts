import { expect, test } from 'vitest'
import readme from '../../README.md?raw'
import '../../src/index.js'
import { chromiumPerson } from './chromium-person.js'
import { cells, compare } from './compare.js'
import { COMPONENTS } from './components-path.js'
import { exceptions } from './exceptions.js'
import { messageOf, verdictOf, unusedEntries } from './verdict.js'

const components = new URL(COMPONENTS, location.origin).href

// not concurrent: the page has only one focus
test.each(cells.map((cell) => [cell.name, cell] as const))('%s', async (_name, cell) => {
  const verdict = messageOf(verdictOf(cell, await compare(cell, chromiumPerson, components), 'chromium'))
  expect(verdict, verdict).toBe('')
})

test('every exception and every fault occurs in a scenario', () => {
  const list = unusedEntries('chromium').join('\n')
  expect(list, list).toBe('')
})

test('the README names every exception', () => {
  const text = readme.replaceAll(/\s+/g, ' ')
  expect(exceptions.filter(({ reason }) => !text.includes(`- ${reason}`)).map(({ reason }) => reason)).toEqual([])
})
