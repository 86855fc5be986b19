// Holds what a plug-in pays for an import below its limit. What is measured, by size-limit and with all dependencies (jose too), stands in
// .size-limit.json. Guards against the import that quietly brings a whole library along.
import { spawnSync } from 'node:child_process'
import { env, root } from './commands.mjs'
import { linkAngular } from './link-angular.mjs'

/**
 * In bytes, minified and gzipped. `over` names what an import is paid on top of, and `title` then says what is left. Where a limit is not reached, `ceiling` holds what is:
 * nothing may grow past it, and the limit stays in sight (docs/decisions/0005).
 */
const LIMITS = [
  { name: 'createHaiiloHost', limit: 8_500, ceiling: 14_650 },
  { name: 'createHaiiloHost, height, save and fetch', limit: 10_000, ceiling: 17_100 },
  { name: 'react and core', over: 'core', title: 'all of the React binding on top of core', limit: 1_500 },
  { name: 'vue and core', over: 'core', title: 'all of the Vue binding on top of core', limit: 1_500 },
  {
    name: 'angular and core',
    over: 'core',
    title: 'all of the Angular binding on top of core',
    limit: 1_500,
    ceiling: 1_860,
  },
  { name: 'readConfig', limit: 3_000 },
]

/** Each limit with the size of now. The packages must have been built. */
export async function measureSizes() {
  await linkAngular()
  const { stdout, stderr } = spawnSync('size-limit', ['--json'], {
    cwd: root,
    env,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  const measured = parse(stdout, stderr)
  const sizeOf = (wanted) => {
    const found = measured.find(({ name }) => name === wanted)
    if (!found) throw new Error(`.size-limit.json measures no "${wanted}".`)
    return found.size
  }
  return LIMITS.map(({ name, over, title = name, limit, ceiling = limit }) => ({
    name: title,
    bytes: sizeOf(name) - (over ? sizeOf(over) : 0),
    limit,
    ceiling,
  }))
}

function parse(stdout, stderr) {
  const measured = stdout ? JSON.parse(stdout) : { error: stderr }
  if (!Array.isArray(measured)) throw new Error(`size-limit failed: ${measured.error}`)
  return measured
}
