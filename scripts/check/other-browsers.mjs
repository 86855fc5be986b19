// Compares our controls with the native ones in browsers that the other steps do not use. Guards against a field that matches a native one in
// Chromium only.
//
//   pnpm test:browsers                     all browsers
//   pnpm test:browsers webkit "type and"   this browser only, and scenarios whose name contains the text
import '../lib/require-node.mjs'
import { build } from 'esbuild'
import { createServer } from 'node:http'
import { basename, extname, join } from 'node:path'
import { chromium, firefox } from './browsers/puppeteer.mjs'
import { webkit } from './browsers/webkit.mjs'
import { root } from '../lib/commands.mjs'

const BROWSERS = [firefox, webkit, chromium]
const TYPES = { '.js': 'text/javascript', '.html': 'text/html' }
const PAGE = `<!doctype html><html lang="en"><title>Differential</title><body>
<script type="module" src="/components.js"></script><script type="module" src="/page.js"></script></body></html>`
const TIMEOUT_MS = 20_000
const KEPT = 'return to a page that the browser kept alive'

const args = process.argv.slice(2)
const wanted = BROWSERS.filter(({ name }) => args.includes(name))
const part = args.find((each) => !BROWSERS.some(({ name }) => name === each)) ?? ''

const files = await bundle()
const server = await serve(files)
const origin = `http://127.0.0.1:${server.address().port}`
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
  const counts = { passed: 0, failed: 0 }
  const reasons = {}
  const note = ({ name, skipped, failure }) => {
    if (skipped) reasons[skipped] = (reasons[skipped] ?? 0) + 1
    else if (failure) console.log(`✗ ${browser.name} › ${name}\n${failure.replaceAll(/^/gm, '    ')}`)
    if (!skipped) counts[failure ? 'failed' : 'passed'] += 1
  }
  let version = browser.name
  try {
    const session = await browser.open(`${origin}/page.html`)
    version = session.version
    try {
      if (!browser.isForKeptPagesOnly) await compareOnOnePage(browser, session, note)
      if (KEPT.includes(part)) await compareKeptPages(browser, session, note)
    } finally {
      await session.close()
    }
  } catch (error) {
    note({ name: 'all scenarios', failure: `The run was interrupted. ${error.stack}` })
  }
  for (const [reason, count] of Object.entries(reasons))
    console.log(`- ${browser.name}: ${count} cannot run: ${reason}`)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${version}: ${counts.passed} passed, ${counts.failed} failed (${seconds} s)`)
  return counts
}

/** The page requests one action after the other, until there is no more. */
async function compareOnOnePage({ name, unsupported }, session, note) {
  await session.call('differential.start', { browser: name, unsupported }, part)
  let action = await session.call('differential.next')
  while (action.do !== 'end') {
    const answer = action.do === 'note' ? note(action.result) : await session.perform(action)
    action = await session.call('differential.next', answer ?? null)
  }
}

/** Leaves a page and returns to it while the browser keeps it alive. */
async function compareKeptPages({ name: browser }, session, note) {
  const pages = await session.call('keptPage.pages')
  for (const [path, text] of Object.entries(pages)) files.set(path, text)
  for (const kind of await session.call('keptPage.kinds')) {
    const native = await comeBack(session, 'native', kind)
    const ours = await comeBack(session, 'ours', kind)
    const name = `${kind}: ${KEPT}`
    if (!native || !ours) note({ name, skipped: 'the browser does not keep this page alive' })
    else note({ name, failure: await session.call('keptPage.verdict', kind, native, ours, browser) })
  }
}

async function comeBack(session, side, kind) {
  const path = `/${side}-${kind}.html`
  await arrive(session, path, () => session.goTo(origin + path))
  await session.perform(await session.call('keptPage.enter', side, kind))
  await arrive(session, '/away.html', () => session.goTo(`${origin}/away.html`))
  await arrive(session, path, () => session.goBack())
  return (await session.call('keptPage.read')) ?? undefined
}

/** A page that was kept alive fires no load event, so poll its path. */
async function arrive(session, path, go) {
  await go()
  const end = performance.now() + TIMEOUT_MS
  while ((await session.call('keptPage.path').catch(() => '')) !== path) {
    if (performance.now() > end) throw new Error(`${path} did not load.`)
    await new Promise((resolve) => setTimeout(resolve, 20))
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
    ['/away.html', PAGE],
    ...outputFiles.map(({ path, text }) => [`/${basename(path)}`, text]),
  ])
}

function serve(files) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost')
    const text = files.get(pathname)
    const type = TYPES[extname(pathname)] ?? 'text/plain'
    response.writeHead(text === undefined ? 404 : 200, { 'Content-Type': type })
    response.end(text)
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}
