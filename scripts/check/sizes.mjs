// Checks that the size of each import stays below its limit. .size-limit.mjs says what size-limit measures, with all dependencies. Guards
// against an import that adds a whole library.
import { spawnSync } from 'node:child_process'
import { env, root } from '../lib/commands.mjs'
import { linkAngular } from '../lib/link-angular.mjs'
import { uiComponents } from '../lib/ui-components.mjs'

/**
 * In bytes, minified and gzipped. With `over`, the size of that entry is subtracted, and `title` names the difference. If a size exceeds its
 * limit, `ceiling` is the size that it must not exceed (docs/decisions/0005).
 */
const LIMITS = [
  { name: 'createHaiiloHost', limit: 12_500, ceiling: 15_840 },
  { name: 'createHaiiloHost, height, save and fetch', limit: 15_000, ceiling: 19_730 },
  { name: 'react and core', over: 'core', title: 'all of the React binding on top of core', limit: 1_500 },
  {
    name: 'vue and core',
    over: 'core',
    title: 'all of the Vue binding on top of core',
    limit: 1_500,
    ceiling: 1_640,
  },
  {
    name: 'angular and core',
    over: 'core',
    title: 'all of the Angular binding on top of core',
    limit: 1_500,
    ceiling: 2_080,
  },
  { name: 'readConfig', limit: 3_000 },
  { name: 'button in react', over: 'button', title: 'the wrapper of haiilo-button for React', limit: 800 },
  { name: 'button in vue', over: 'button', title: 'the wrapper of haiilo-button for Vue', limit: 1_300 },
  ...uiComponents.map(({ tag }, index) => ({
    name: `ui ${index}`,
    over: index === 0 ? 'a plug-in' : `ui ${index - 1}`,
    title: index === 0 ? `the first component, ${tag}, with Lit` : `one more component, ${tag}`,
    limit: index === 0 ? 9_000 : 3_000,
    // a button takes its name and description from the page, like a native button (docs/decisions/0041)
    ...(index === 0 && { ceiling: 9_240 }),
    ...(tag === 'haiilo-config-form' && { ceiling: 4_850 }),
    // includes code that all fields share and numbers in the language of the user (docs/decisions/0040, docs/decisions/0041, docs/decisions/0043)
    ...(tag === 'haiilo-text-field' && { ceiling: 4_370 }),
    isDetail: index > 0,
  })),
  {
    name: `ui ${uiComponents.length - 1}`,
    over: 'a plug-in',
    title: 'all components, with Lit',
    limit: 30_000,
    ceiling: 30_820,
  },
]

/** Each limit with the current size. Build the packages first. */
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
    if (!found) throw new Error(`.size-limit.mjs does not measure "${wanted}".`)
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
