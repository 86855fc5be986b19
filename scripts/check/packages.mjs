// Checks the packages as users get them: built, packed and unpacked. Guards against problems that tests of the sources cannot see: an
// export without a file, types that only resolve here, a bundle that grew, an import in the wrong direction, unused code.
import '../lib/require-node.mjs'
import fs, {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import ts from 'typescript'
import { browserChecks } from './browser-support.mjs'
import { engineChecks } from './engines.mjs'
import { check, conclude, together } from '../lib/checklist.mjs'
import { pnpm, readJson, root, run } from '../lib/commands.mjs'
import { buildPackages, fingerprint, packPackage, publicPackages, rememberTarballs } from '../lib/public-packages.mjs'
import { compileExamples, compileGuide, namesWithoutExample } from './readme-examples.mjs'
import { measureSizes } from './sizes.mjs'
import { uiComponents } from '../lib/ui-components.mjs'

const scratch = mkdtempSync(join(tmpdir(), 'haiilo-kit-'))
const consumer = join(scratch, 'consumer')

/** Entries that only load in a browser, because the manager of Storybook does. */
const BROWSER_ONLY = ['@haiilo-kit/storybook-addon/manager']

try {
  await checkAll()
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
conclude()

async function checkAll() {
  const packages = publicPackages()
  await together([
    ['the built-in keys match haiilo-keys.json', () => run('node', ['scripts/generate/haiilo-keys.mjs', '--check'])],
    [
      'the manifest package matches schema.json',
      () => run('node', ['scripts/generate/manifest-schema.mjs', '--check']),
    ],
    ['the UI kit matches its custom-elements.json', () => run('node', ['scripts/generate/ui.mjs', '--check'])],
    ['links, anchors and paths lead to a file', () => run('node', ['scripts/check/references.mjs'])],
    ['decision 0051 lists the dependencies of all packages', () => listsDependencies(packages)],
    ['the help pages match docs/site.json', () => run('node', ['scripts/generate/help-pages.mjs', '--check'])],
    ['the list of decisions is complete', () => run('node', ['scripts/generate/decision-index.mjs', '--check'])],
    ['every component of the UI kit is exported and measured', () => knowsEveryComponent(packages)],
    ['imports point in the allowed direction', () => pnpm(['run', 'check:imports'])],
    ['no file, export or dependency is unused', () => run('knip', ['--no-progress', '--no-config-hints'])],
    ['the lockfile and the npm settings name no host', namesNoHost],
  ])
  const sources = fingerprint()
  const built = await check('all packages build', buildPackages)
  // files of an earlier build must not pass as those of this one
  if (!built) return
  await together(packages.map((each) => [`${each.name}: packs`, () => pack(each)]))
  const packed = packages.filter(({ tarball }) => existsSync(tarball))
  // the check of the consumers uses them again
  if (packed.length === packages.length) rememberTarballs(sources)
  await together([
    ['the declarations of all packages compile for a consumer', () => compiles(packed)],
    ['the examples of the root README compile', () => compileRootExamples(packages)],
    ...fs
      .globSync('docs/guides/*.md', { cwd: root })
      .toSorted()
      .map((guide) => [`the examples of ${guide} compile`, () => compileGuide(join(root, guide))]),
    ...packages.flatMap((each) => [
      [`${each.name}: the README shows every public name`, () => showsEveryName(each)],
      [`${each.name}: the examples of the README and of docblocks compile`, () => compileExamples(each)],
    ]),
    ...packed.flatMap((each) => [
      [`${each.name}: publint`, () => run('publint', ['run', each.tarball, '--strict'])],
      [`${each.name}: types resolve`, () => run('attw', [each.tarball, '--profile', 'esm-only', '--no-emoji'])],
      [`${each.name}: every entry loads in plain Node`, () => loads(each)],
    ]),
    ...engineChecks(packed, consumer, loadingProgram),
    ...browserChecks(),
  ])
  await check('every error code has its page in the packed core', hasErrorPages)
  await check('every rule has its page in the packed manifest package', hasRulePages)
  await check('every check of the doctor has its page in the packed command line', hasCheckPages)
  for (const { name, bytes, limit, ceiling } of await measureSizes()) {
    const state = bytes > limit ? `OVER its limit of ${limit}, must not exceed ${ceiling}` : `limit ${limit}`
    await check(`size of ${name}: ${bytes} bytes (${state})`, () => {
      if (bytes > ceiling)
        throw new Error(`${bytes - ceiling} bytes more than scripts/check/sizes.mjs allows, minified and gzipped.`)
    })
  }
}

/** Packs a package and unpacks it in the consumer's node_modules, next to its dependencies. An install has the same result. */
async function pack(each) {
  const { folder, name, manifest, tarball } = each
  await packPackage(each)
  const target = join(consumer, 'node_modules', name)
  mkdirSync(target, { recursive: true })
  await run('tar', ['-xzf', tarball, '-C', target, '--strip-components=1'])
  const packed = readJson(join(target, 'package.json'))
  if (JSON.stringify(packed).includes('workspace:'))
    throw new Error('The packed package.json contains a workspace: version.')
  const angular = Object.keys(manifest.devDependencies ?? {}).filter((dependency) => dependency.startsWith('@angular/'))
  for (const dependency of [...Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies }), ...angular]) {
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

function knowsEveryComponent(packages) {
  const { manifest } = packages.find(({ name }) => name === '@haiilo-kit/ui')
  const exported = Object.values(manifest.exports).flatMap(
    (targets) => /^\.\/(dist\/components\/.*)/.exec(targets.default)?.[1] ?? [],
  )
  const different = new Set(exported).symmetricDifference(new Set(uiComponents.map(({ file }) => file)))
  if (different.size > 0)
    throw new Error(`Not both in its exports and in scripts/lib/ui-components.mjs: ${[...different].join(', ')}.`)
}

function listsDependencies(packages) {
  const decision = readFileSync(join(root, 'docs/decisions/0051-some-code-is-written-by-hand.md'), 'utf8')
  const listed = [...decision.matchAll(/^\| `([\w-]+)` +\| `([^`]+)`/gm)].map(
    ([, name, dependency]) => `${name}: ${dependency}`,
  )
  const actual = packages.flatMap(({ name, manifest }) =>
    Object.keys(manifest.dependencies ?? {})
      .filter((dependency) => !dependency.startsWith('@haiilo-kit/'))
      .map((dependency) => `${name.replace('@haiilo-kit/', '')}: ${dependency}`),
  )
  const different = new Set(listed).symmetricDifference(new Set(actual))
  if (different.size > 0) throw new Error(`Not in both the decision and package.json: ${[...different].join(', ')}.`)
}

/** The package for React has everything that the examples import. */
function compileRootExamples(packages) {
  return compileExamples(
    packages.find(({ name }) => name === '@haiilo-kit/react'),
    root,
  )
}

function showsEveryName(each) {
  const missing = namesWithoutExample(each)
  if (missing.length > 0) throw new Error(`Without an example: ${missing.join(', ')}.`)
}

async function loads(each) {
  await run('node', ['--input-type=module', '--eval', loadingProgram(each)], { cwd: consumer })
}

function loadingProgram(each) {
  const entries = entriesOf(each).filter(({ id, runs }) => runs && !BROWSER_ONLY.includes(id))
  // Angular libraries are compiled to the end by the build of an app, or at run time with this import
  const peers = Object.keys(each.manifest.peerDependencies ?? {})
  const compiler = peers.some((name) => /^@(?:angular\/core|haiilo-kit\/angular)$/.test(name))
    ? ['@angular/compiler']
    : []
  return [...compiler, ...entries.map(({ id }) => id)].map((id) => `await import('${id}')`).join('\n')
}

/**
 * Compiles a program that imports every entry with Node's module rules, and checks our declarations like `skipLibCheck: false`. The
 * declarations of other packages have errors of their own, and checking them takes most of the time.
 */
function compiles(packages) {
  const file = join(consumer, 'consumer.mts')
  writeFileSync(file, packages.flatMap(entriesOf).map(importOf).join('\n'))
  const program = ts.createProgram([file], {
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    strict: true,
    skipLibCheck: false,
    types: [],
    noEmit: true,
  })
  const ours = program
    .getSourceFiles()
    .filter(({ fileName }) => fileName === file || fileName.includes('/node_modules/@haiilo-kit/'))
  const errors = [
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...ours.flatMap((each) => [...program.getSyntacticDiagnostics(each), ...program.getSemanticDiagnostics(each)]),
  ]
  const names = { getCurrentDirectory: () => consumer, getCanonicalFileName: (name) => name, getNewLine: () => '\n' }
  if (errors.length > 0) throw new Error(ts.formatDiagnostics(errors, names))
}

/** The entries of a package by import name, such as `@haiilo-kit/core/token`. Some contain types only. */
function entriesOf({ name, manifest }) {
  return Object.entries(manifest.exports)
    .filter(([path]) => !path.endsWith('.json'))
    .map(([path, targets]) => ({ id: name + path.slice(1), runs: 'default' in targets }))
}

function importOf({ id, runs }, index) {
  return runs ? `export * as entry${index} from '${id}'` : `import '${id}'`
}

async function hasErrorPages() {
  const core = join(consumer, 'node_modules/@haiilo-kit/core')
  const { haiiloErrorCodes } = await import(join(core, 'dist/errors.js'))
  const missing = haiiloErrorCodes.filter((code) => !existsSync(join(core, `docs/errors/${code}.md`)))
  if (missing.length > 0) throw new Error(`Without a page: ${missing.join(', ')}. Pages are in docs/errors/.`)
}

async function hasRulePages() {
  const manifest = join(consumer, 'node_modules/@haiilo-kit/manifest')
  const { manifestRules } = await import(join(manifest, 'dist/rules/catalogue.js'))
  const missing = Object.keys(manifestRules).filter((id) => !existsSync(join(manifest, `docs/rules/${id}.md`)))
  if (missing.length > 0) throw new Error(`Without a page: ${missing.join(', ')}. Pages are in docs/rules/.`)
}

async function hasCheckPages() {
  const cli = join(consumer, 'node_modules/@haiilo-kit/cli')
  const { deploymentChecks } = await import(join(cli, 'dist/doctor/catalogue.js'))
  const missing = Object.keys(deploymentChecks).filter((id) => !existsSync(join(cli, `docs/checks/${id}.md`)))
  if (missing.length > 0) throw new Error(`Without a page: ${missing.join(', ')}. Pages are in docs/checks/.`)
}

function namesNoHost() {
  for (const file of ['pnpm-lock.yaml', '.npmrc', 'pnpm-workspace.yaml']) {
    const text = existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : ''
    const host = /https?:\/\/\S+|\bregistry\s*[:=].*/.exec(text)
    if (host) throw new Error(`${file} contains ${host[0]}. Without access to that host, the install would fail.`)
  }
}
