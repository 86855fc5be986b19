import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Problem } from './problem.js'
import type { Project, ProjectFiles } from './project.js'
import { readVersion } from './version.js'

/** The part of a package.json that templates use. */
export interface PackageJson {
  readonly name: string
  readonly dependencies?: Dependencies
  readonly devDependencies?: Dependencies
}

type Dependencies = Readonly<Record<string, string>>

const SCOPE = '@haiilo-kit/'

/**
 * Returns the files with a complete `package.json`. It names the packages of the kit in the version of this program, or as tarballs.
 *
 * Tarballs are copied to `vendor`. The packages of the kit depend on each other, and these dependencies must come from `vendor`, too. npm,
 * pnpm and Yarn each have their own setting for that.
 *
 * @throws {Problem} A tarball is missing.
 */
export async function addPackageJson(
  packageJson: PackageJson,
  files: ReadonlyMap<string, string>,
  { tarballs }: Pick<Project, 'tarballs'>,
): Promise<ProjectFiles> {
  const kit = Object.keys({ ...packageJson.dependencies, ...packageJson.devDependencies }).filter((name) =>
    name.startsWith(SCOPE),
  )
  const specs = Object.fromEntries(
    kit.map((name) => [name, tarballs === undefined ? `^${readVersion()}` : `file:./vendor/${fileOf(name)}`]),
  )
  const complete = {
    ...packageJson,
    dependencies: resolved(packageJson.dependencies, specs),
    devDependencies: resolved(packageJson.devDependencies, specs),
  }
  const all: ProjectFiles = new Map(files)
  if (tarballs === undefined) return all.set('package.json', json(complete))

  for (const name of kit) all.set(`vendor/${fileOf(name)}`, await readTarball(join(tarballs, fileOf(name)), name))
  const overrides = Object.fromEntries(kit.map((name) => [name, `$${name}`]))
  all.set('package.json', json({ ...complete, overrides, resolutions: specs }))
  all.set('pnpm-workspace.yaml', `${files.get('pnpm-workspace.yaml') ?? ''}overrides:\n${yaml(specs)}`)
  return all
}

/** Returns the dependencies sorted by name, with the versions in `specs`. */
function resolved(dependencies: Dependencies = {}, specs: Dependencies): Dependencies {
  const entries = Object.entries({ ...dependencies }).map(([name, version]) => [name, specs[name] ?? version] as const)
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** The name of a tarball, as `npm pack` writes it, without the version. */
function fileOf(name: string): string {
  return `${name.replace('@', '').replace('/', '-')}.tgz`
}

async function readTarball(path: string, name: string): Promise<Uint8Array> {
  try {
    return await readFile(path)
  } catch (cause) {
    throw new Problem(`There is no tarball of ${name} at ${path}. Run \`npm run pack\` in the repository of the kit.`, {
      cause,
    })
  }
}

function yaml(values: Dependencies): string {
  return Object.entries(values)
    .map(([key, value]) => `  '${key}': '${value}'\n`)
    .join('')
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
