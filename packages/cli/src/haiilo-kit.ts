#!/usr/bin/env node
import { lookup } from 'node:dns/promises'
import { run } from './run.js'
import { fetchFrom } from './sources/fetch-from.js'

// who reads our output may stop early, as `head` does
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

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
