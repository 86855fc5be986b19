#!/usr/bin/env node
// Any Node from version 10 on must be able to read this file, as a CommonJS module too, to print which version is needed. So it has
// neither imports nor new syntax, and all else is in main.ts.
const NEEDED = '22.18.0'

if (isOlder(process.versions.node, NEEDED)) {
  console.error(
    `haiilo-kit needs Node ${NEEDED} or newer, and this is Node ${process.versions.node}. Please update Node.`,
  )
  process.exitCode = 2
} else {
  void import('./main.js')
}

function isOlder(version: string, needed: string): boolean {
  const actual = version.split('.').map(Number)
  const least = needed.split('.').map(Number)
  const index = least.findIndex((number, at) => number !== actual[at])
  return index >= 0 && Number(actual[index]) < Number(least[index])
}
