// Creates a plug-in that uses the packages of this repository: `npm run create -- ../my-plugin`. For use until they are on a registry. Takes
// the arguments of create-haiilo-plugin.
import '../lib/require-node.mjs'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../lib/commands.mjs'
import { packedPackages, tarballs } from '../lib/public-packages.mjs'

console.log('Building the packages …')
await packedPackages()

const program = join(root, 'packages/create-haiilo-plugin/dist/create-haiilo-plugin.js')
const { status } = spawnSync(process.execPath, [program, ...process.argv.slice(2), '--tarballs', tarballs], {
  stdio: 'inherit',
  // the program prints the commands of npm, which started this script
  env: { ...process.env, npm_config_user_agent: undefined },
})
process.exitCode = status ?? 1
