// Measures the back end under load on the loopback interface: verified requests, lifecycle events for each store, and several processes
// while they are killed. Takes about three minutes.
//
//   pnpm bench:server             everything; without PostgreSQL, only what does not need it
//   pnpm bench:server users       only verified requests; also: events, cluster
import '../scripts/lib/require-node.mjs'
import { build } from 'esbuild'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from '../scripts/lib/commands.mjs'
import { startPostgres } from '../scripts/lib/postgres.mjs'
import { textTable } from './lib/table.mjs'

const PARTS = ['users', 'events', 'cluster']

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !PARTS.includes(name))
if (unknown.length > 0) {
  console.error(`Unknown part "${unknown[0]}". Parts: ${PARTS.join(', ')}.`)
  process.exit(1)
}

// inside the package, so that its dependencies are found
const folder = join(root, 'packages/server/.cache/bench')
mkdirSync(folder, { recursive: true })
const outfile = join(folder, 'main.mjs')
await build({
  entryPoints: [join(root, 'packages/server/test/bench/main.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  conditions: ['kit-source'],
  external: ['autocannon', 'esbuild', 'jose', 'pg'],
  define: {
    'import.meta.url': JSON.stringify(pathToFileURL(join(root, 'packages/server/test/bundle-program.ts')).href),
  },
})
const { measure } = await import(pathToFileURL(outfile).href)
const postgres = await startPostgres()
if ('missing' in postgres) console.error(postgres.missing)
try {
  const parts = wanted.length > 0 ? wanted : PARTS
  console.log(textTable(await measure(parts, 'missing' in postgres ? undefined : postgres)))
} finally {
  if ('stop' in postgres) await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}
