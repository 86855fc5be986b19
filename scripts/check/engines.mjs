// Runs packed packages in the lowest Node that their `engines` allow, and starts the program in a much older one. Guards against an untested
// promise: the machine that builds the kit has a newer Node. The old versions come from npm, for Linux.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, run } from '../lib/commands.mjs'

/** The lowest version in `engines` of each package. */
const LOWEST = '22.18.0'

const nodes = join(root, 'packages/test-kit/node_modules')
const lowest = join(nodes, 'node-lowest/bin/node')
const older = join(nodes, 'node-older/bin/node')

/** The checks of packages in `node_modules` of the folder `consumer`. `programOf` returns a program that loads all entries of a package. */
export function engineChecks(packages, consumer, programOf) {
  if (!existsSync(lowest)) {
    if (process.platform === 'linux' && process.arch === 'x64')
      throw new Error('Node for the check of engines is not installed.')
    console.log('There is no old Node for this platform, so `engines` are not tested.')
    return []
  }
  return [
    ...packages.map((each) => [
      `${each.name}: every entry loads in Node ${LOWEST}, its lowest supported version`,
      () => loads(each, consumer, programOf(each)),
    ]),
    [`haiilo-kit works in Node ${LOWEST}`, () => works(consumer)],
    ['haiilo-kit names the required version in an older Node', () => refuses(consumer)],
  ]
}

async function loads({ manifest }, consumer, program) {
  if (manifest.engines?.node !== `>=${LOWEST}`) throw new Error(`Its engines do not say ">=${LOWEST}".`)
  await run(lowest, ['--input-type=module', '--eval', program], { cwd: consumer })
}

const binOf = (consumer) => join(consumer, 'node_modules/@haiilo-kit/cli/dist/haiilo-kit.js')

async function works(consumer) {
  const folder = join(consumer, 'engines')
  mkdirSync(folder, { recursive: true })
  const text = { en: 'Lunch' }
  const entryPoint = { id: '0d4a6c1e-5b7f-4c43-9a55-3f5c8a1e7b02', url: 'index.html', name: text, description: text }
  const manifest = JSON.stringify({
    manifestVersion: '2.5.0',
    pluginVersion: '1.0.0',
    name: text,
    description: text,
    entryPoints: [entryPoint],
  })
  writeFileSync(join(folder, 'manifest.json'), manifest)
  writeFileSync(join(folder, 'module.mts'), `const manifest: object = ${manifest}\nexport default manifest\n`)
  await run(lowest, [binOf(consumer), 'validate', 'manifest.json', 'module.mts'], { cwd: folder })
  await run(lowest, [binOf(consumer), 'types', 'manifest.json'], { cwd: folder })
}

async function refuses(consumer) {
  const said = await run(older, [binOf(consumer), '--version']).then(
    () => 'nothing, with exit code 0',
    ({ message }) => message,
  )
  if (!said.startsWith(`haiilo-kit needs Node ${LOWEST} or newer`)) throw new Error(`Output: ${said}`)
}
