// Checks the packages as users will get them: built, packed and unpacked again. Guards against what no test of the sources can see: an
// export that leads nowhere, types that only resolve here, a bundle that grew, an import that points the wrong way, code nobody uses.
import { spawn } from 'node:child_process'
import { cpus, tmpdir } from 'node:os'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { measureSizes } from './sizes.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const scratch = mkdtempSync(join(tmpdir(), 'haiilo-kit-'))
const consumer = join(scratch, 'consumer')
const env = { ...process.env, PATH: [join(root, 'node_modules/.bin'), process.env['PATH']].join(delimiter) }
const tally = { passed: 0, failed: 0 }

try {
  await checkAll()
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
console.log(`${tally.passed} passed, ${tally.failed} failed`)
process.exitCode = tally.failed > 0 ? 1 : 0

async function checkAll() {
  const packages = publicPackages()
  await together([
    ['built-in keys are those of haiilo-keys.json', () => run('node', ['scripts/generate-haiilo-keys.mjs', '--check'])],
    ['imports point one way', () => pnpm('run', 'check:imports')],
    ['no file, export or dependency is unused', () => run('knip', ['--no-progress', '--no-config-hints'])],
    ['the lockfile and the npm settings name no host', namesNoHost],
  ])
  const built = await check('all packages build', () => pnpm('run', 'build'))
  // what was built before must not pass for what should have been built now
  if (!built) return
  await together(packages.map((each) => [`${each.name}: packs`, () => pack(each)]))
  const packed = packages.filter(({ tarball }) => existsSync(tarball))
  await together([
    ['the declarations of all packages compile for a consumer', () => compiles(packed)],
    ...packed.flatMap((each) => [
      [`${each.name}: publint`, () => run('publint', ['run', each.tarball, '--strict'])],
      [`${each.name}: types resolve`, () => run('attw', [each.tarball, '--profile', 'esm-only', '--no-emoji'])],
      [`${each.name}: every entry loads in plain Node`, () => loads(each)],
    ]),
  ])
  await check('every error code has its page in the packed core', hasErrorPages)
  for (const { name, bytes, limit, ceiling } of measureSizes(env)) {
    const state = bytes > limit ? `OVER its limit of ${limit}, held below ${ceiling}` : `limit ${limit}`
    await check(`size of ${name}: ${bytes} bytes (${state})`, () => {
      if (bytes > ceiling)
        throw new Error(`${bytes - ceiling} bytes more than scripts/sizes.mjs allows, minified and gzipped.`)
    })
  }
}

function publicPackages() {
  return readdirSync(join(root, 'packages'))
    .map((folder) => join(root, 'packages', folder))
    .filter((folder) => existsSync(join(folder, 'package.json')))
    .map((folder) => ({ folder, manifest: readJson(join(folder, 'package.json')) }))
    .filter(({ manifest }) => !manifest.private)
    .map(({ folder, manifest }) => ({
      folder,
      manifest,
      name: manifest.name,
      tarball: join(scratch, `${manifest.name.replace('/', '-')}.tgz`),
      // by the name that an import gives them, `@haiilo-kit/core/token`; some are types only
      entries: Object.entries(manifest.exports)
        .filter(([path]) => !path.endsWith('.json'))
        .map(([path, targets]) => ({ id: manifest.name + path.slice(1), runs: 'default' in targets })),
    }))
}

/** Packs a package and lays it out in the consumer's node_modules, with its dependencies beside it, as an install would. */
async function pack({ folder, name, manifest, tarball }) {
  await pnpmIn(folder, 'pack', '--out', tarball)
  const target = join(consumer, 'node_modules', name)
  mkdirSync(target, { recursive: true })
  await run('tar', ['-xzf', tarball, '-C', target, '--strip-components=1'])
  const packed = readJson(join(target, 'package.json'))
  if (JSON.stringify(packed).includes('workspace:')) throw new Error('The packed package.json speaks of the workspace.')
  for (const dependency of Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })) {
    if (dependency.startsWith('@haiilo-kit/')) continue
    link(dependency, folder)
    link(`@types/${dependency}`, folder)
  }
}

function link(dependency, folder) {
  const place = [folder, root].map((from) => join(from, 'node_modules', dependency)).find(existsSync)
  const target = join(consumer, 'node_modules', dependency)
  if (!place || existsSync(target)) return
  mkdirSync(dirname(target), { recursive: true })
  symlinkSync(realpathSync(place), target, 'junction')
}

async function loads({ entries }) {
  const program = entries.filter(({ runs }) => runs).map(({ id }) => `await import('${id}')`)
  await run('node', ['--input-type=module', '--eval', program.join('\n')], consumer)
}

/** Compiles the declarations themselves, which a consumer with `skipLibCheck: false` does, by Node's rules for modules. */
async function compiles(packages) {
  const lines = packages.flatMap(({ entries }) => entries).map(importOf)
  writeFileSync(join(consumer, 'consumer.mts'), lines.join('\n'))
  const project = join(consumer, 'tsconfig.json')
  writeFileSync(
    project,
    JSON.stringify({
      files: ['consumer.mts'],
      compilerOptions: {
        module: 'nodenext',
        target: 'es2022',
        lib: ['es2023', 'dom', 'dom.iterable'],
        strict: true,
        skipLibCheck: false,
        types: [],
        noEmit: true,
      },
    }),
  )
  try {
    await run('tsc', ['--pretty', 'false', '--project', project], consumer)
  } catch (error) {
    // the declarations of other people are their affair
    const lines = error.message.split('\n').filter((line) => / TS\d+: /.test(line))
    const ours = lines.filter((line) => !/^\S*node_modules\/(?!@haiilo-kit\/)/.test(line))
    if (lines.length === 0 || ours.length > 0) throw new Error(ours.join('\n') || error.message, { cause: error })
  }
}

function importOf({ id, runs }, index) {
  return runs ? `export * as entry${index} from '${id}'` : `import '${id}'`
}

async function hasErrorPages() {
  const core = join(consumer, 'node_modules/@haiilo-kit/core')
  const { haiiloErrorCodes } = await import(join(core, 'dist/errors.js'))
  const missing = haiiloErrorCodes.filter((code) => !existsSync(join(core, `docs/errors/${code}.md`)))
  if (missing.length > 0) throw new Error(`Without a page: ${missing.join(', ')}. They lie in docs/errors/.`)
}

function namesNoHost() {
  for (const file of ['pnpm-lock.yaml', '.npmrc', 'pnpm-workspace.yaml']) {
    const text = existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : ''
    const host = /https?:\/\/\S+|\bregistry\s*[:=].*/.exec(text)
    if (host) throw new Error(`${file} says ${host[0]}: it would not install where that host is not reached.`)
  }
}

/** Runs checks side by side, as many as the machine has processors, and prints them in their order. */
async function together(checks) {
  const results = checks.map(() => Promise.withResolvers())
  const queue = [...checks.entries()]
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [index, [, action]] = next
      results[index].resolve(await outcome(action))
    }
  }
  const workers = cpus().slice(0, 4).map(worker)
  for (const [index, [name]] of checks.entries()) report(name, await results[index].promise)
  await Promise.all(workers)
}

async function check(name, action) {
  const result = await outcome(action)
  report(name, result)
  return !result.error
}

async function outcome(action) {
  const start = performance.now()
  try {
    await action()
    return { seconds: (performance.now() - start) / 1000 }
  } catch (error) {
    return { error, seconds: (performance.now() - start) / 1000 }
  }
}

function report(name, { error, seconds }) {
  tally[error ? 'failed' : 'passed']++
  console.log(`${error ? '✗' : '✓'} ${name} (${seconds.toFixed(1)} s)`)
  if (error) console.log(error.message.trimEnd().replace(/^/gm, '    '))
}

function pnpm(...args) {
  return pnpmIn(root, ...args)
}

/** Inside `pnpm run` there is a pnpm; otherwise npx fetches the pinned one. */
function pnpmIn(folder, ...args) {
  if (/pnpm/.test(process.env['npm_config_user_agent'] ?? '')) return run('pnpm', args, folder)
  return run('npx', ['--yes', readJson(join(root, 'package.json')).packageManager, ...args], folder)
}

function run(command, args, cwd = root) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, shell: process.platform === 'win32' })
    let output = ''
    child.stdout.on('data', (data) => (output += data))
    child.stderr.on('data', (data) => (output += data))
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve()
      else reject(new Error(output || `${command} ended with ${code}`))
    })
  })
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'))
}
