// Checks the types of the whole repository. Frameworks with own templates have own compilers.
import '../lib/require-node.mjs'
import fs from 'node:fs'
import { join } from 'node:path'
import { conclude, together } from '../lib/checklist.mjs'
import { readJson, root, run } from '../lib/commands.mjs'
import { checkTypes } from '../lib/typescript-7.mjs'

const examples = fs
  .globSync('examples/*/tsconfig.json', { cwd: root })
  .map((file) => file.replace(/.tsconfig\.json$/, ''))

await together([
  ['packages, tests and tools', () => checkTypes('.')],
  ['stories', () => checkTypes('stories')],
  ...examples.toSorted().map((folder) => [folder, () => checkExample(folder)]),
])
conclude()

/** The script of an example names the compiler. TypeScript 7 replaces `tsc`, but not the compiler of a framework. */
function checkExample(folder) {
  const [compiler, ...args] = readJson(join(root, folder, 'package.json')).scripts.types.split(' ')
  return compiler === 'tsc' ? checkTypes(folder) : run(compiler, args, { cwd: join(root, folder) })
}
