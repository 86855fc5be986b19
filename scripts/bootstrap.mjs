// `npm start` and `npm test`. Node 10 and newer must be able to read this file, also as a CommonJS module, to print which version is
// needed. So it has no imports and no new syntax. Everything else is in dev/run-with-pnpm.mjs.

/** The `engines` of package.json. */
const NEEDED = '22.22.3'

/** The oldest version that the pinned pnpm supports. pnpm installs a newer Node for the scripts if the platform has one. */
const LOWEST_MAJOR = 18

if (Number(process.versions.node.split('.')[0]) < LOWEST_MAJOR) {
  console.error(`The kit needs Node ${NEEDED} or newer, and this is Node ${process.versions.node}. Please update Node.`)
  process.exitCode = 1
} else {
  import('./dev/run-with-pnpm.mjs')
}
