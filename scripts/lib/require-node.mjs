// The first import of every script that is run by itself: ends it in a Node that is too old, and names the one that is needed. Guards
// against an error about a function that does not exist. What a script imports from Node by name must exist in older versions, too.
import { readFileSync } from 'node:fs'

const { engines } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
const needed = engines.node.replace('>=', '')

if (isOlder(process.versions.node, needed)) {
  console.error(`The kit needs Node ${needed} or newer, and this is Node ${process.versions.node}. Please update Node.`)
  process.exit(1)
}

function isOlder(version, least) {
  const actual = version.split('.').map(Number)
  const lowest = least.split('.').map(Number)
  const at = lowest.findIndex((number, index) => number !== actual[index])
  return at >= 0 && actual[at] < lowest[at]
}
