// `npm start` and `npm test`. Any Node from version 10 on must be able to read this file, as a CommonJS module too, to print which version
// is needed. So it has neither imports nor new syntax, and all else is in run-script.mjs.

/** The `engines` of package.json. */
const NEEDED = '22.22.3'

/** The lowest that the pinned pnpm runs in. It installs a newer Node for the scripts where there is one for the platform. */
const LOWEST_MAJOR = 18

if (Number(process.versions.node.split('.')[0]) < LOWEST_MAJOR) {
  console.error(`The kit needs Node ${NEEDED} or newer, and this is Node ${process.versions.node}. Please update Node.`)
  process.exitCode = 1
} else {
  import('./run-script.mjs')
}
