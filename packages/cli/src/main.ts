import { lookup } from 'node:dns/promises'
import { constants } from 'node:os'
import { run } from './run.js'
import { fetchFrom } from './sources/fetch-from.js'

// who reads our output may stop early, as `head` does
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})
// ends the processes of manifest modules as well, which listen to the event "exit"
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => process.exit(128 + constants.signals[signal]))
}

process.exitCode = await run(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  cwd: process.cwd(),
  env: process.env,
  fetch: fetchFrom,
  lookup: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  timeout: 10_000,
})
