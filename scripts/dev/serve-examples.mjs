// Serves the example plug-in in every framework from one process, each with its own address and Vite configuration. The sandbox uses it. With
// `--built`, it serves the production builds: for `npm start` and for the end-to-end tests. One process, because small machines have no
// memory for four.
import '../lib/require-node.mjs'
import { createServer, preview } from 'vite'
import { buildExample, EXAMPLES, exampleOptions } from '../lib/examples.mjs'
import { onShutdown } from '../lib/shutdown.mjs'

const isBuilt = process.argv.includes('--built')

onShutdown((code) => process.exit(code))
// one after the other, so that all are ready when the last one answers
for (const name of EXAMPLES) await serve(name)

async function serve(name) {
  if (!isBuilt) return (await createServer(exampleOptions(name))).listen()
  await buildExample(name)
  return preview(exampleOptions(name))
}
