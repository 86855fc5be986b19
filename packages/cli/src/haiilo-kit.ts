#!/usr/bin/env node
// Prints which Node version is required if this one is too old. Node 10 must be able to run this file, also as a CommonJS module, so it has
// no imports and no new syntax. Everything else is in main.ts.
const REQUIRED = '22.18.0'

if (isOlder(process.versions.node, REQUIRED)) {
  console.error(
    `haiilo-kit needs Node ${REQUIRED} or newer, and this is Node ${process.versions.node}. Please update Node.`,
  )
  process.exitCode = 2
} else {
  void import('./main.js')
}

function isOlder(version: string, required: string): boolean {
  const actual = version.split('.').map(Number)
  const minimum = required.split('.').map(Number)
  const index = minimum.findIndex((number, at) => number !== actual[at])
  return index >= 0 && Number(actual[index]) < Number(minimum[index])
}
