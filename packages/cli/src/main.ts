import { lookup } from 'node:dns/promises'
import { constants } from 'node:os'
import { loadPlaywright } from './doctor/browser/playwright.js'
import { run } from './run.js'
import { fetchFromAddresses } from './sources/fetch-from-addresses.js'

// a reader of the output, such as `head`, may close the pipe early
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})
// process.exit triggers the event "exit", which also kills the processes of manifest modules
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => process.exit(128 + constants.signals[signal]))
}

process.exitCode = await run(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  cwd: process.cwd(),
  env: process.env,
  fetch: fetchFromAddresses,
  lookup: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  loadPlaywright,
  timeout: 10_000,
  stop: new AbortController().signal,
})
