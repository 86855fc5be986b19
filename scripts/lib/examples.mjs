// The example plug-in in every framework: its production build.
import { join } from 'node:path'
import { build } from 'vite'
import { buildIfChanged } from './build-if-changed.mjs'
import { root } from './commands.mjs'

/** The examples that have pages. */
export const EXAMPLES = ['react', 'vue', 'angular', 'vanilla']

/** The options of Vite for an example. */
export function exampleOptions(name) {
  const folder = join(root, 'examples', name)
  return { root: folder, configFile: join(folder, 'vite.config.ts'), logLevel: 'warn' }
}

/** Builds an example, unless it is built. Returns whether it was necessary. */
export function buildExample(name) {
  return buildIfChanged({
    name: `example-${name}`,
    sources: ['packages/*/{package.json,schema.json,src/**/*}', `examples/{lunch,${name}}/**/*`],
    output: join(root, 'examples', name, 'dist'),
    build: () => build(exampleOptions(name)),
  })
}
