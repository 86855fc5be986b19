// Serves `examples/backend` and a sandbox that shows the example in React, both from the sources of this repository.
import '../lib/require-node.mjs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build as bundle } from 'esbuild'
import { build as buildPage } from 'vite'
import { root } from '../lib/commands.mjs'

const sandbox = join(root, 'packages/sandbox')
// the server of the sandbox finds its page two folders above its own file
const file = join(sandbox, '.cache/start/with-sandbox.mjs')

await buildPage({ configFile: join(sandbox, 'vite.config.ts'), logLevel: 'error' })
await bundle({
  entryPoints: [join(root, 'examples/backend/src/with-sandbox.ts')],
  outfile: file,
  bundle: true,
  platform: 'node',
  format: 'esm',
  conditions: ['kit-source'],
  external: ['pg'],
  logLevel: 'error',
})
await import(pathToFileURL(file).href)
