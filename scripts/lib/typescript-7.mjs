// TypeScript 7, which needs a quarter of the time of TypeScript 6, but has no API for other tools.
import { join } from 'node:path'
import { root, run } from './commands.mjs'

const compiler = join(root, 'scripts/typescript-7/node_modules/typescript/bin/tsc')

/** Checks the types of a project: the path of a `tsconfig.json`, or of its folder. Rejects with the errors. */
export function checkTypes(project) {
  // other checks run at the same time, so more threads would only do the same work twice
  return run('node', [compiler, '--pretty', 'false', '--singleThreaded', '-p', project])
}

/** Checks the types of several projects, which share the files that they read. Each writes a `tsconfig.tsbuildinfo` into its folder. */
export function buildTypes(projects) {
  return run('node', [compiler, '--build', '--pretty', 'false', '--singleThreaded', '--builders', '1', ...projects])
}
