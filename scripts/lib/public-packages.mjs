// The packages that are published, and their tarballs.
import { createHash } from 'node:crypto'
import fs, { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { pnpm, readJson, root } from './commands.mjs'

/** The folder with the tarballs of all packages. */
export const tarballs = join(root, '.cache/packages')

const stamp = join(tarballs, 'fingerprint')

/** All published packages, each with the path of its tarball. */
export function publicPackages() {
  return readdirSync(join(root, 'packages'))
    .map((folder) => join(root, 'packages', folder))
    .filter((folder) => existsSync(join(folder, 'package.json')))
    .map((folder) => ({ folder, manifest: readJson(join(folder, 'package.json')) }))
    .filter(({ manifest }) => !manifest.private)
    .map(({ folder, manifest }) => ({
      folder,
      manifest,
      name: manifest.name,
      tarball: join(tarballs, `${manifest.name.replace('@', '').replace('/', '-')}.tgz`),
    }))
}

/** Builds all packages from clean. Tarballs of an earlier build are removed. */
export async function buildPackages() {
  rmSync(tarballs, { recursive: true, force: true })
  mkdirSync(tarballs, { recursive: true })
  await pnpm(['run', 'build'])
}

/** Packs a built package as it would be published. */
export function packPackage({ folder, tarball }) {
  return pnpm(['pack', '--out', tarball], { cwd: folder })
}

/** Builds and packs all packages, unless the tarballs are those of the current sources. Returns the packages. */
export async function packedPackages() {
  const packages = publicPackages()
  const sources = fingerprint()
  if (isPacked(packages, sources)) return packages
  await buildPackages()
  await Promise.all(packages.map(packPackage))
  rememberTarballs(sources)
  return packages
}

/** Remembers that the tarballs are those of sources with this fingerprint. */
export function rememberTarballs(sources) {
  writeFileSync(stamp, sources)
}

/** Identifies everything that a tarball depends on, by content. */
export function fingerprint() {
  const hash = createHash('sha256').update(process.version)
  for (const file of ['pnpm-lock.yaml', 'tsconfig.base.json', ...SOURCES.flatMap(filesIn)]) {
    hash.update(file).update(readFileSync(join(root, file)))
  }
  return hash.digest('hex')
}

const SOURCES = [
  'packages/*/**/*',
  'packages/*/**/.github/**/*',
  'docs/{errors,rules,checks,server-errors}/*',
  'scripts/lib/*',
]
const NOT_SOURCES = /(?:^|[/\\])(?:node_modules|dist|\.cache)$|^packages[/\\][^/\\]+[/\\]docs$/

function filesIn(pattern) {
  const found = fs.globSync(pattern, {
    cwd: root,
    withFileTypes: true,
    exclude: (entry) => NOT_SOURCES.test(relative(root, join(entry.parentPath, entry.name))),
  })
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .toSorted()
}

function isPacked(packages, sources) {
  const files = packages.flatMap(({ folder, tarball }) => [tarball, join(folder, 'dist')])
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === sources && files.every((file) => existsSync(file))
}
