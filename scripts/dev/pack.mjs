// Builds and packs all packages, and prints the command that installs them in another application. For use until they are on a registry.
import '../lib/require-node.mjs'
import { packedPackages } from '../lib/public-packages.mjs'

console.log('Building the packages …')
const libraries = (await packedPackages()).filter(({ name }) => name.startsWith('@haiilo-kit/'))

console.log('\nRun this in your application. Leave out what it does not use, but keep core and manifest:\n')
console.log(`npm install ${libraries.map(({ tarball }) => tarball).join(' ')}`)
