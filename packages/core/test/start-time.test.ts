import { glob, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const source = fileURLToPath(new URL('../src/', import.meta.url))

it('no literal has a Unicode property, because browsers collect all its characters while they load the script', async () => {
  const found: string[] = []
  for await (const file of glob('**/*.ts', { cwd: source })) {
    if (file.includes('.test')) continue
    // in a string, the backslash is doubled
    if (/(?<!\\)\\[pP]\{/.test(await readFile(source + file, 'utf8'))) found.push(file)
  }
  expect(found).toEqual([])
})
