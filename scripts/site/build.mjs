// `pnpm run docs`: builds the documentation as one folder of static files: pages to read, one search over everything, and Storybook for the
// live examples. Any web host can serve it below any path.
import '../lib/require-node.mjs'
import { relative } from 'node:path'
import { root } from '../lib/commands.mjs'
import { buildSite, site } from './build-site.mjs'

const started = performance.now()
const { pages } = await buildSite({ log: console.log })
console.log(`${pages} pages in ${relative(root, site)} (${((performance.now() - started) / 1000).toFixed(1)} s)`)
