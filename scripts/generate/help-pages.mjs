// Writes the address of the documentation, which is set in docs/site.json, into the packages that name its pages. With --check it only compares.
import '../lib/require-node.mjs'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readJson, root } from '../lib/commands.mjs'
import { helpPageSource, packagesWithPages } from '../lib/help-pages.mjs'

const { address } = readJson(join(root, 'docs/site.json'))

for (const name of packagesWithPages) {
  const file = join(root, 'packages', name, 'src/help-page.ts')
  const text = helpPageSource(name, address)
  if (!process.argv.includes('--check')) {
    writeFileSync(file, text)
  } else if (readFileSync(file, 'utf8') !== text) {
    console.error(`${file} does not match docs/site.json. Run: node scripts/generate/help-pages.mjs`)
    process.exitCode = 1
  }
}
