#!/usr/bin/env node
import { lookup } from 'node:dns/promises'
import { run } from './run.js'

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
  // loaded when it is needed, as that takes a while
  fetch: (...request) => fetch(...request),
  lookup: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  timeout: 10_000,
})
