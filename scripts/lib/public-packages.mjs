// The packages that are published, and their tarballs.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pnpm, readJson, root } from './commands.mjs'

/** All published packages, each with the path of its tarball in `scratch`. */
export function publicPackages(scratch) {
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
    }))
}

/** Builds all packages from clean. */
export function buildPackages() {
  return pnpm(['run', 'build'])
}

/** Packs a built package as it would be published. */
export function packPackage({ folder, tarball }) {
  return pnpm(['pack', '--out', tarball], { cwd: folder })
}
