// Compares our controls with the native ones in the browsers that the other steps do not use. Guards against a field that is as good as a
// native one in Chromium only.
//
//   pnpm test:browsers                     both browsers
//   pnpm test:browsers webkit "type and"   only this one, and only the scenarios with this in their names
import './require-node.mjs'
import { build } from 'esbuild'
import { createServer } from 'node:http'
import { basename, extname, join } from 'node:path'
import { firefox } from './browsers/firefox.mjs'
import { webkit } from './browsers/webkit.mjs'
import { root } from './commands.mjs'

const BROWSERS = [firefox, webkit]
const TYPES = { '.js': 'text/javascript', '.html': 'text/html' }
const PAGE = `<!doctype html><html lang="en"><title>Differential</title><body>
<script type="module" src="/components.js"></script><script type="module" src="/page.js"></script></body></html>`

const args = process.argv.slice(2)
const wanted = BROWSERS.filter(({ name }) => args.includes(name))
const part = args.find((each) => !BROWSERS.some(({ name }) => name === each)) ?? ''

const files = await bundle()
const server = await serve(files)
const address = `http://127.0.0.1:${server.address().port}/page.html`
const total = { passed: 0, failed: 0 }
for (const browser of wanted.length > 0 ? wanted : BROWSERS) {
  const { passed, failed } = await run(browser)
  total.passed += passed
  total.failed += failed
}
server.close()
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed > 0 ? 1 : 0

async function run(browser) {
  const started = performance.now()
  try {
    const { report, version } = await compareIn(browser)
    const { passed, failures, skipped } = report
    for (const { name, says } of failures) console.log(`✗ ${browser.name} › ${name}\n${says.replaceAll(/^/gm, '    ')}`)
    for (const [reason, count] of Object.entries(skipped)) console.log(`- ${browser.name}: ${count} cannot run: ${reason}`)
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    console.log(`${version}: ${passed} passed, ${failures.length} failed (${seconds} s)`)
    return { passed, failed: failures.length }
  } catch (error) {
    console.log(`✗ ${browser.name} did not come to an end: ${error.message}`)
    return { passed: 0, failed: 1 }
  }
}

/** The page tells what is to be done as long as there is something. */
async function compareIn({ name, lacks, open }) {
  const session = await open(address)
  try {
    await session.call('differential.start', { browser: name, lacks }, part)
    let wish = await session.call('differential.next')
    while (wish.do !== 'nothing more') {
      const answer = await session.perform(wish)
      wish = await session.call('differential.next', answer ?? null)
    }
    return { report: wish.report, version: session.version }
  } finally {
    await session.close()
  }
}

async function bundle() {
  const { outputFiles } = await build({
    entryPoints: {
      components: join(root, 'packages/ui/src/index.ts'),
      page: join(root, 'packages/ui/test/differential/remote-page.ts'),
    },
    outdir: root,
    bundle: true,
    write: false,
    format: 'esm',
    conditions: ['kit-source'],
    logLevel: 'warning',
  })
  return new Map([
    ['/page.html', PAGE],
    ...outputFiles.map(({ path, text }) => [`/${basename(path)}`, text]),
  ])
}

function serve(files) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost')
    const text = files.get(pathname)
    response.writeHead(text === undefined ? 404 : 200, { 'Content-Type': TYPES[extname(pathname)] ?? 'text/plain' })
    response.end(text)
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}
