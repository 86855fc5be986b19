// Writes docs/decisions/README.md, the list of all decisions. With `--check` it only compares. Prevents a decision that nobody can find, and
// one without a title, a status or a context.
import '../lib/require-node.mjs'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { root } from '../lib/commands.mjs'

const folder = join(root, 'docs/decisions')
const target = join(folder, 'README.md')

const rows = readdirSync(folder)
  .filter((file) => /^\d{4}-.*\.md$/.test(file))
  .toSorted()
  .map(rowOf)
const text = await format(
  `<!-- Generated from the files of this folder by scripts/generate/decision-index.mjs. Do not edit. -->

# Decisions

What we chose, what the alternatives were, and why. A new decision gets the next free number. A decision that no longer applies keeps its file; its status names
the decision that replaces it.

| Number | Decision | Status |
| --- | --- | --- |
${rows.join('\n')}
`,
  { ...(await resolveConfig(target)), filepath: target },
)

if (!process.argv.includes('--check')) {
  writeFileSync(target, text)
} else if (readFileSync(target, 'utf8') !== text) {
  console.error('docs/decisions/README.md is out of date. Run: node scripts/generate/decision-index.mjs')
  process.exitCode = 1
}

function rowOf(file) {
  const decision = readFileSync(join(folder, file), 'utf8')
  const [, number, title] = /^# (\d{4}):? (.+)$/m.exec(decision) ?? []
  const status = /^## Status\n+(.+)$/m.exec(decision)?.[1]
  if (number !== file.slice(0, 4))
    throw new Error(`${file}: the first heading must be "# ${file.slice(0, 4)}: <the decision>".`)
  if (!status || !/^## Context$/m.test(decision))
    throw new Error(`${file}: the headings "Status" and "Context" are required.`)
  return `| [${number}](${file}) | ${title} | ${status} |`
}
