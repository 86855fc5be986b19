// Serves the plug-in of `examples` in every framework, each at an address of its own, by its own Vite configuration: as one process, for
// the sandbox and, with `--built`, as it is built for production, for the end-to-end tests. Guards against four processes where a small
// machine has room for one.
import '../lib/require-node.mjs'
import { fileURLToPath } from 'node:url'
import { build, createServer, preview } from 'vite'
import { onShutdown } from '../lib/shutdown.mjs'

const isBuilt = process.argv.includes('--built')

onShutdown((code) => process.exit(code))
// one after the other: who waits for the last one has all of them
for (const name of ['react', 'vue', 'angular', 'vanilla']) await serve(name)

async function serve(name) {
  const root = fileURLToPath(new URL(`../../examples/${name}`, import.meta.url))
  const options = { root, configFile: `${root}/vite.config.ts`, logLevel: 'warn' }
  if (!isBuilt) return (await createServer(options)).listen()
  await build(options)
  return preview(options)
}
