// Builds what `npm start` shows, the documentation with its Storybook and the examples, unless their sources are unchanged.
import '../lib/require-node.mjs'
import { buildExample, EXAMPLES } from '../lib/examples.mjs'
import { onShutdown } from '../lib/shutdown.mjs'
import { buildSite } from '../site/build-site.mjs'

onShutdown((code) => process.exit(code))
const started = performance.now()
const hasBuilt = await Promise.all([buildSite({ log: console.log }), buildExamples()])
if (hasBuilt.includes(true))
  console.log(`Built in ${((performance.now() - started) / 1000).toFixed(0)} s. The next start needs no build.`)

/** One after the other: the site needs a processor, too. */
async function buildExamples() {
  let hasBuilt = false
  for (const name of EXAMPLES) if (await buildExample(name)) hasBuilt = true
  return hasBuilt
}
