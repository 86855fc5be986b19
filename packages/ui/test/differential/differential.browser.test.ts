import { expect, test } from 'vitest'
import readme from '../../README.md?raw'
import '../../src/index.js'
import { chromiumPerson } from './chromium-person.js'
import { cells, compare } from './compare.js'
import { exceptions } from './exceptions.js'
import { describe, judge, unused } from './judge.js'

const components = new URL('../../src/index.ts', import.meta.url).href

// one after the other: there is one focus
test.each(cells.map((cell) => [cell.name, cell] as const))('%s', async (_name, cell) => {
  const verdict = describe(judge(cell, await compare(cell, chromiumPerson, components), 'chromium'))
  expect(verdict, verdict).toBe('')
})

test('every exception and every fault shows somewhere', () => {
  const list = unused('chromium').join('\n')
  expect(list, list).toBe('')
})

test('the README names every exception', () => {
  const told = readme.replaceAll(/\s+/g, ' ')
  expect(exceptions.filter(({ reason }) => !told.includes(`- ${reason}`)).map(({ reason }) => reason)).toEqual([])
})
