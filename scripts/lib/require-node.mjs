// The first import of every script that people run. Ends the script in a Node that is too old and names the required version. Guards against
// an error about a missing function. Named imports from Node in a script must exist in older versions, too.
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
