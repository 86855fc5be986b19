import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const folder = fileURLToPath(new URL('..', import.meta.url))
const read = (path: string): string => readFileSync(`${folder}/${path}`, 'utf8')
const tokensIn = (text: string): string[] => [...new Set(text.match(/--haiilo-[a-z-]*[a-z]/g))].toSorted()

it('shows every token in the README, and no other', () => {
  const sources = globSync('src/**/*.ts', { cwd: folder }).filter((path) => !path.includes('.test.'))
  expect(tokensIn(read('README.md'))).toEqual(tokensIn(sources.map(read).join()))
})
