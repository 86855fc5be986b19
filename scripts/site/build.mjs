// `pnpm run docs`: builds the documentation as one folder of static files: pages to read, one search over everything, and Storybook for the
// live examples. Any web host can serve it below any path.
import '../lib/require-node.mjs'
import { buildSite } from './build-site.mjs'

await buildSite({ log: console.log, always: true })
