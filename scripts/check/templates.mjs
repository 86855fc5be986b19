// Creates a project for every combination of options that create-haiilo-plugin offers, and compiles each with the built packages. Guards
// against files that compile only together with another option. Nothing is installed and all projects of a compiler share one process, so
// that 32 projects need a few seconds. `scripts/check/consumers.mjs` installs, tests and opens some of them, and runs this check, too.
import '../lib/require-node.mjs'
import { existsSync, globSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { check, conclude } from '../lib/checklist.mjs'
import { root, run } from '../lib/commands.mjs'
import { packedPackages } from '../lib/public-packages.mjs'
import { buildTypes } from '../lib/typescript-7.mjs'

/** The programs in the scripts `types` of projects. Each gets the paths of all projects. */
const COMPILERS = {
  tsc: buildTypes,
  'vue-tsc': (projects) => run('vue-tsc', ['--build', '--pretty', 'false', ...projects]),
  ngc: (projects) => run('node', [join(root, 'scripts/check/compile-angular.mjs'), ...projects]),
  'haiilo-kit types': (manifests) =>
    run('node', [join(root, 'packages/cli/dist/haiilo-kit.js'), 'types', '--check', ...manifests]),
}

await packedPackages()
const { frameworks } = await fromDist('create-haiilo-plugin', 'project')
const { projectFiles } = await fromDist('create-haiilo-plugin', 'project-files')
const { parseManifest } = await fromDist('manifest', 'index')

const folder = mkdtempSync(join(tmpdir(), 'haiilo-kit-templates-'))
try {
  await checkAll()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
conclude()

async function checkAll() {
  const projects = await Promise.all(combinations().map(createProject))
  linkDependencies(projects)
  const wanted = Map.groupBy(projects.flatMap(compilations), ({ compiler }) => compiler)
  for (const [compiler, compile] of Object.entries(COMPILERS)) {
    const paths = (wanted.get(compiler) ?? []).map(({ project }) => join(folder, project))
    await check(`${paths.length} projects compile with ${compiler}`, () => compile(paths))
  }
  await check('the manifests of all projects have no errors and no warnings', () => validate(projects))
}

function fromDist(name, module) {
  return import(pathToFileURL(join(root, 'packages', name, 'dist', `${module}.js`)))
}

function combinations() {
  const both = [true, false]
  return Object.keys(frameworks).flatMap((framework) =>
    both.flatMap((configView) =>
      both.flatMap((tests) => both.map((backEnd) => ({ framework, configView, tests, backEnd }))),
    ),
  )
}

/** Writes a project into a folder that is named after its options. */
async function createProject(options) {
  const { framework, ...choices } = options
  const chosen = Object.keys(choices).filter((key) => choices[key])
  const name = [framework, ...chosen].join('-').toLowerCase()
  const files = await projectFiles({ name, ...options })
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, name, path)), { recursive: true })
    writeFileSync(join(folder, name, path), content)
  }
  return { name, packageJson: JSON.parse(files.get('package.json')) }
}

/**
 * Makes the dependencies of all projects available. A unit test checks that each project names what it imports, and that the versions are
 * those of this repository.
 */
function linkDependencies(projects) {
  const places = [root, ...globSync('{packages,examples}/*', { cwd: root }).map((each) => join(root, each))]
  const names = projects.flatMap(({ packageJson: { dependencies, devDependencies } }) =>
    Object.keys({ ...dependencies, ...devDependencies }),
  )
  for (const name of new Set(names)) {
    const source = places.map((place) => join(place, 'node_modules', name)).find((path) => existsSync(path))
    // programs that no file imports, such as those of the Angular CLI
    if (!source) continue
    const target = join(folder, 'node_modules', name)
    mkdirSync(dirname(target), { recursive: true })
    symlinkSync(realpathSync(source), target, 'junction')
  }
}

/** What the script `types` of a project compiles: `tsc && tsc -p server` are the project and its folder `server`. */
function compilations({ name, packageJson }) {
  return packageJson.scripts.types.split(' && ').map((command) => {
    const [, compiler, path = ''] = /^([\w-]+(?: types)?)(?: -p)?(?: ([\w./]+))?(?: --noEmit)?$/.exec(command) ?? []
    if (!Object.hasOwn(COMPILERS, compiler))
      throw new Error(`${name} checks its types with an unknown command: ${command}`)
    return { compiler, project: join(name, path) }
  })
}

/** As strict as the script `validate` of a project. */
async function validate(projects) {
  for (const { name, packageJson } of projects) {
    const [, path] = /^haiilo-kit validate (\S+) --strict$/.exec(packageJson.scripts.validate)
    const url = pathToFileURL(join(folder, name, path)).href
    const exports = await import(url, path.endsWith('.json') ? { with: { type: 'json' } } : {})
    const { manifest, findings } = parseManifest(exports.manifest ?? exports.default)
    const problems = findings.filter(({ severity }) => severity !== 'note')
    if (!manifest || problems.length > 0)
      throw new Error([`${name}:`, ...problems.map(({ message }) => message)].join('\n'))
  }
}
