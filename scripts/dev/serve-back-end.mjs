// Serves `examples/backend` and a sandbox that shows the example in React, both from the sources of this repository. With `--dev`, it builds the
// page again after each change, and it also starts the server again.
import '../lib/require-node.mjs'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build as bundle, context as watchBundle } from 'esbuild'
import { build as buildPage } from 'vite'
import { root } from '../lib/commands.mjs'

const isDevelopment = process.argv.includes('--dev')
const sandbox = join(root, 'packages/sandbox')
// the server of the sandbox finds its page two folders above its own file
const file = join(sandbox, '.cache/start/with-sandbox.mjs')
const page = { configFile: join(sandbox, 'vite.config.ts'), logLevel: 'error' }
const program = {
  entryPoints: [join(root, 'examples/backend/src/with-sandbox.ts')],
  outfile: file,
  bundle: true,
  platform: 'node',
  format: 'esm',
  conditions: ['kit-source'],
  external: ['pg'],
  logLevel: 'error',
}

if (isDevelopment) {
  const watcher = await buildPage({ ...page, build: { watch: {} } })
  await new Promise((resolve) => watcher.on('event', ({ code }) => code === 'END' && resolve()))
  const watched = await watchBundle({ ...program, plugins: [startAfterBuild()] })
  await watched.watch()
} else {
  await buildPage(page)
  await bundle(program)
  await import(pathToFileURL(file).href)
}

/** Starts the program after each build. The earlier process must end first, because both use the same ports. */
function startAfterBuild() {
  let running
  return {
    name: 'start-after-build',
    setup({ onEnd }) {
      onEnd(async ({ errors }) => {
        // the program of the last build without an error keeps running
        if (errors.length > 0) return
        if (running?.exitCode === null) {
          running.kill()
          await once(running, 'exit')
        }
        running = fork(file)
      })
    },
  }
}
