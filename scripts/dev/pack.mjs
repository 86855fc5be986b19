// Builds and packs all packages, and prints the command that installs them in another application. For use until they are on a registry.
import '../lib/require-node.mjs'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../lib/commands.mjs'
import { buildPackages, packPackage, publicPackages } from '../lib/public-packages.mjs'

const folder = join(root, '.cache/packages')
mkdirSync(folder, { recursive: true })
const packages = publicPackages(folder)
console.log('Building …')
await buildPackages()
for (const each of packages) await packPackage(each)

console.log('\nRun this in your application. Leave out what it does not use, but keep core and manifest:\n')
console.log(`npm install ${packages.map(({ tarball }) => tarball).join(' ')}`)
