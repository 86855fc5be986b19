#!/usr/bin/env node
// Prints which Node version is required if this one is too old. Node 10 must be able to run this file, also as a CommonJS module, so it has
// no imports and no new syntax. Everything else is in main.ts.
createHaiiloPlugin('22.18.0')

function createHaiiloPlugin(required: string): void {
  const actual = process.versions.node.split('.').map(Number)
  const minimum = required.split('.').map(Number)
  const index = minimum.findIndex((number, at) => number !== actual[at])
  if (index < 0 || Number(actual[index]) > Number(minimum[index])) {
    void import('./main.js')
    return
  }
  console.error(
    `create-haiilo-plugin needs Node ${required} or newer, and this is Node ${process.versions.node}. Please update Node.`,
  )
  process.exitCode = 2
}
