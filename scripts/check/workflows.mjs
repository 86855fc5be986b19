// Checks the workflows of this repository and of the templates. Prevents a mistake that only a run on GitHub would show, and an action or a right
// that an attacker could use.
import '../lib/require-node.mjs'
import fs, { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../lib/commands.mjs'
import { workflowProblems } from '../lib/workflow-problems.mjs'

const files = fs.globSync('{.github,packages/create-haiilo-plugin/templates/*/.github}/workflows/*.yml', { cwd: root })
let count = 0
for (const file of files.toSorted()) {
  for (const { line, message } of await workflowProblems(readFileSync(join(root, file), 'utf8'))) {
    count++
    console.log(`${file}:${line} ${message}`)
  }
}
console.log(`${files.length} workflows, ${count} problems`)
process.exitCode = count > 0 || files.length === 0 ? 1 : 0
