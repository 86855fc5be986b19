// Writes the measured figures into the documentation, between two marks.
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { formatValue, markdownTable } from './table.mjs'

/** The figures of the README: a text with the names of two rows, the kit's and the vendor's. */
const FIGURES = [
  ['`createHaiiloHost` with all its dependencies', 'size: createHaiiloHost', `size: vendor's adapter`],
  [
    'from script start to the verified user, in multiples of the minimum',
    'script start → verified, kit',
    `script start → verified, vendor's adapter, key built in`,
  ],
  ['a message of 10 MB from a stranger', 'message of 10 MB, kit', `message of 10 MB, vendor's adapter`],
]

/** Writes the table of `docs/benchmarks.md` and the figures of the README. */
export async function writeTables(rows) {
  await fill('docs/benchmarks.md', markdownTable(rows))
  await fill('README.md', FIGURES.map((figure) => lineOf(figure, rows)).join('\n'))
}

function lineOf([text, ...names], rows) {
  const [kit, vendor] = names.map((name) => {
    const row = rows.find((each) => each.name === name)
    if (!row)
      throw new Error(`No row is called "${name}". The figures of the README are listed in bench/lib/write-tables.mjs.`)
    return formatValue(row)
  })
  return `- ${text}: ${kit} (the vendor's adapter: ${vendor})`
}

async function fill(file, content) {
  const path = fileURLToPath(new URL(`../../${file}`, import.meta.url))
  const text = await readFile(path, 'utf8')
  const [, before, after] = /^(.*<!-- written by `pnpm bench --readme` -->).*(<!-- end -->.*)$/s.exec(text) ?? []
  if (before === undefined) throw new Error(`${file} has no marks for the figures.`)
  const filled = `${before}\n\n${content}\n\n${after}`
  await writeFile(path, await format(filled, { ...(await resolveConfig(path)), parser: 'markdown' }))
}
