// Holds what a plug-in pays for an import below its limit. What is measured, by size-limit and with all dependencies (jose too), stands in
// .size-limit.mjs. Guards against the import that quietly brings a whole library along.
import { spawnSync } from 'node:child_process'
import { env, root } from '../lib/commands.mjs'
import { linkAngular } from '../lib/link-angular.mjs'
import { uiComponents } from '../lib/ui-components.mjs'

/**
 * In bytes, minified and gzipped. `over` names what an import is paid on top of, and `title` then says what is left. Where a limit is not reached, `ceiling` holds what is:
 * nothing may grow past it, and the limit stays in sight (docs/decisions/0005).
 */
const LIMITS = [
  { name: 'createHaiiloHost', limit: 8_500, ceiling: 16_280 },
  { name: 'createHaiiloHost, height, save and fetch', limit: 10_000, ceiling: 20_210 },
  { name: 'react and core', over: 'core', title: 'all of the React binding on top of core', limit: 1_500 },
  {
    name: 'vue and core',
    over: 'core',
    title: 'all of the Vue binding on top of core',
    limit: 1_500,
    ceiling: 1_710,
  },
  {
    name: 'angular and core',
    over: 'core',
    title: 'all of the Angular binding on top of core',
    limit: 1_500,
    ceiling: 2_090,
  },
  { name: 'readConfig', limit: 3_000 },
  { name: 'button in react', over: 'button', title: 'the wrapper of haiilo-button for React', limit: 800 },
  { name: 'button in vue', over: 'button', title: 'the wrapper of haiilo-button for Vue', limit: 1_300 },
  ...uiComponents.map(({ tag }, index) => ({
    name: `ui ${index}`,
    over: index === 0 ? 'a plug-in' : `ui ${index - 1}`,
    title: index === 0 ? `the first component, ${tag}, with Lit` : `one more component, ${tag}`,
    limit: index === 0 ? 9_000 : 3_000,
    ...(tag === 'haiilo-config-form' && { ceiling: 4_800 }),
    // with what all fields share, and with numbers that are read in the person's language (docs/decisions/0040, 0041)
    ...(tag === 'haiilo-text-field' && { ceiling: 4_400 }),
    isDetail: index > 0,
  })),
  {
    name: `ui ${uiComponents.length - 1}`,
    over: 'a plug-in',
    title: 'all components, with Lit',
    limit: 30_000,
    ceiling: 30_500,
  },
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
    if (!found) throw new Error(`.size-limit.mjs measures no "${wanted}".`)
    return found.size
  }
  return LIMITS.map(({ name, over, title = name, limit, ceiling = limit, isDetail = false }) => ({
    name: title,
    bytes: sizeOf(name) - (over ? sizeOf(over) : 0),
    limit,
    ceiling,
    isDetail,
  }))
}

function parse(stdout, stderr) {
  const measured = stdout ? JSON.parse(stdout) : { error: stderr }
  if (!Array.isArray(measured)) throw new Error(`size-limit failed: ${measured.error}`)
  return measured
}
