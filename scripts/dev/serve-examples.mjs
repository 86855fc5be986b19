// Serves the example plug-in in every framework from one process, each with its own address and Vite configuration. The sandbox uses it, and,
// with `--built`, the end-to-end tests, which need the production build. One process, because small machines have no memory for four.
import '../lib/require-node.mjs'
import { fileURLToPath } from 'node:url'
import { build, createServer, preview } from 'vite'
import { onShutdown } from '../lib/shutdown.mjs'

const isBuilt = process.argv.includes('--built')

onShutdown((code) => process.exit(code))
// one after the other, so that all are ready when the last one answers
for (const name of ['react', 'vue', 'angular', 'vanilla']) await serve(name)

async function serve(name) {
  const root = fileURLToPath(new URL(`../../examples/${name}`, import.meta.url))
  const options = { root, configFile: `${root}/vite.config.ts`, logLevel: 'warn' }
  if (!isBuilt) return (await createServer(options)).listen()
  await build(options)
  return preview(options)
}
