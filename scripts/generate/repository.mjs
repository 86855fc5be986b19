// Writes the address of the repository into the package.json of each published package. Only the workflow of a release runs it. The registry
// refuses a package whose `repository` is not the one in its provenance.
//
//   node scripts/generate/repository.mjs https://github.com/owner/name
import '../lib/require-node.mjs'
import { writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { root } from '../lib/commands.mjs'
import { publicPackages } from '../lib/public-packages.mjs'

const address = URL.parse(process.argv[2] ?? '')
if (address?.protocol !== 'https:') {
  console.error('Pass the https address of the repository, such as https://github.com/owner/name.')
  process.exit(2)
}
for (const { folder, manifest } of publicPackages()) {
  const directory = relative(root, folder).replaceAll('\\', '/')
  const repository = { type: 'git', url: `git+${address.href}.git`, directory }
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify({ ...manifest, repository }, null, 2)}\n`)
}
