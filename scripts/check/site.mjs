// Builds the documentation and checks it as readers use it: below any path, with and without scripts, on a phone, with the keyboard, in light
// and dark, and without a network. Then checks that `npm start` shows the plug-in in the sandbox of the built Storybook.
import '../lib/require-node.mjs'
import { AxeBuilder } from '@axe-core/playwright'
import { spawn } from 'node:child_process'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { LinkChecker } from 'linkinator'
import { chromium } from 'playwright'
import sirv from 'sirv'
import { check, conclude } from '../lib/checklist.mjs'
import { CHROMIUM_FLAGS, headlessShellPath } from '../lib/chromium.mjs'
import { env, root } from '../lib/commands.mjs'
import { onShutdown } from '../lib/shutdown.mjs'
import { buildSite, site } from '../site/build-site.mjs'

/** The site must work below any path. */
const BASE = '/any/base/'
/** Pages of Storybook are drawn by scripts. Its stories have tests of their own. */
const DRAWN_BY_SCRIPTS = /\/storybook\/(?!index\.html$)/

const PAGES = [
  'index.html',
  'search.html',
  'guides/testing.html',
  'packages/react/index.html',
  'components/config-form.html',
  'api/index.html',
  'api/core/interfaces/HaiiloHost.html',
  'errors/ERR_TOKEN_EXPIRED.html',
  'rules/index.html',
  'checks/frame-refused.html',
  'decisions/index.html',
]

const PHONE = { width: 400, height: 800 }
const SCREEN = { width: 1280, height: 800 }
/** In milliseconds. The machine may be busy. */
const TIMEOUT = 60_000

/** What readers search for, and the page that they must find. */
const SEARCHES = [
  ['observeHeight', 'api/core/functions/observeHeight.html'],
  ['ERR_TOKEN_EXPIRED', 'errors/ERR_TOKEN_EXPIRED.html'],
  ['frame-refused', 'checks/frame-refused.html'],
  ['pattern-catastrophic', 'rules/pattern-catastrophic.html'],
  ['haiilo-config-form', 'components/config-form.html'],
  ['Jest', 'guides/testing.html'],
]

onShutdown((code) => process.exit(code))
if (await check('the documentation builds', () => buildSite({ log: () => {} }))) await checkSite()
conclude()

async function checkSite() {
  const server = await serve()
  const address = `http://127.0.0.1:${server.address().port}${BASE}`
  const browser = await chromium.launch({ executablePath: headlessShellPath(), args: CHROMIUM_FLAGS })
  try {
    await check(`all links, anchors and images work below ${BASE}`, () => followLinks(address))
    await check(`axe finds nothing on ${PAGES.length} pages in light, on a phone`, () =>
      audit(browser, address, { colorScheme: 'light', viewport: PHONE }),
    )
    await check(`axe finds nothing on ${PAGES.length} pages in dark, on a screen`, () =>
      audit(browser, address, { colorScheme: 'dark', viewport: SCREEN }),
    )
    await check('pages are readable without scripts', () => readWithoutScripts(browser, address))
    await check('pages fit on a phone, and its menu works with the keyboard', () => useOnPhone(browser, address))
    await check('the search finds everything, with the keyboard and without a network', () => search(browser, address))
    await check('Storybook links to the search', () => leaveStorybook(browser, address))
    await check('npm start shows the plug-in in the sandbox, and the documentation', () => start(browser))
  } finally {
    await browser.close()
    server.close()
  }
}

async function serve() {
  const files = sirv(site)
  const server = createServer((request, response) => {
    const notFound = () => response.writeHead(404).end()
    if (!request.url.startsWith(BASE)) return notFound()
    request.url = request.url.slice(BASE.length - 1)
    files(request, response, notFound)
  })
  // a pause of the link checker must not break its connections
  server.keepAliveTimeout = 120_000
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}

/** Links to other sites are only checked for their form, because a check needs no network. */
async function followLinks(address) {
  const { origin } = new URL(address)
  const problems = []
  const checker = new LinkChecker()
  checker.on('link', ({ state, parent, url, status }) => {
    if (state === 'BROKEN') problems.push(`${parent?.replace(address, '')}: ${url.replace(address, '')} (${status})`)
  })
  const { links } = await checker.check({
    path: address,
    recurse: true,
    checkFragments: true,
    concurrency: 20,
    linksToSkip: async (url) => !url.startsWith(origin) || DRAWN_BY_SCRIPTS.test(url),
  })
  // descriptions of pages are among the links
  const foreign = links.map(({ url }) => url).filter((url) => !url.startsWith(origin) && !/\s/.test(url))
  for (const url of foreign) if (!isWellFormed(url)) problems.push(`${url}: not a usable address`)
  if (links.length < 500) problems.push(`only ${links.length} links were found`)
  report(problems)
}

function isWellFormed(url) {
  return URL.canParse(url) && /^(https:|mailto:|http:\/\/([\w.]+\.)?(localhost|127\.0\.0\.1)\b)/.test(url)
}

async function audit(browser, address, options) {
  const problems = []
  const context = await browser.newContext(options)
  const page = await context.newPage()
  for (const path of PAGES) {
    await page.goto(address + path)
    if (path === 'search.html') await page.locator('pagefind-input input:focus').waitFor({ timeout: TIMEOUT })
    const { violations } = await new AxeBuilder({ page }).analyze()
    for (const { id, nodes } of violations) problems.push(`${path}: ${id} ${nodes[0].html}`)
  }
  await context.close()
  report(problems)
}

async function readWithoutScripts(browser, address) {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${address}guides/testing.html`)
  const main = page.getByRole('main')
  await page.getByRole('link', { name: 'Components' }).click()
  await main.getByRole('link', { name: '<haiilo-dialog>' }).click()
  await main.getByRole('heading', { name: '<haiilo-dialog>' }).waitFor({ timeout: TIMEOUT })
  await page.getByRole('link', { name: 'API reference' }).click()
  await main.getByRole('link', { name: '@haiilo-kit/core/token', exact: true }).click()
  await main.getByRole('link', { name: 'verifyToken', exact: true }).click()
  await main.getByRole('heading', { name: 'Function: verifyToken()' }).waitFor({ timeout: TIMEOUT })
  await main.getByText('The compact JWS, unchanged.').waitFor({ timeout: TIMEOUT })
  await context.close()
}

async function useOnPhone(browser, address) {
  const page = await browser.newPage({ viewport: PHONE })
  const problems = []
  for (const path of PAGES) {
    await page.goto(address + path)
    const excess = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    if (excess > 0) problems.push(`${path} is ${excess} px too wide`)
  }
  report(problems)
  const menu = page.getByRole('navigation', { name: 'Documentation' })
  if (await menu.isVisible()) throw new Error('The menu is open at the start.')
  await page.getByRole('button', { name: 'Menu' }).press('Enter')
  await menu.waitFor({ timeout: TIMEOUT })
  await page.keyboard.press('Escape')
  await menu.waitFor({ state: 'hidden', timeout: TIMEOUT })
  await page.close()
}

async function search(browser, address) {
  const page = await browser.newPage({ viewport: SCREEN })
  const foreign = []
  page.on('request', (request) => request.url().startsWith(address) || foreign.push(request.url()))
  for (const [words, path] of SEARCHES) {
    await page.goto(`${address}decisions/index.html`)
    await page.keyboard.press('Control+k')
    await page
      .getByRole('dialog')
      .getByRole('searchbox')
      .or(page.getByRole('dialog').getByRole('combobox'))
      .waitFor({ timeout: TIMEOUT })
    await page.keyboard.type(words)
    const result = page.getByRole('dialog').locator(`a[href^="${BASE}${path}"]`).first()
    await result.waitFor({ timeout: TIMEOUT })
    // results are links: the keys reach them in their order
    for (let steps = 0; steps < 40 && !(await result.evaluate((link) => link === document.activeElement)); steps++)
      await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => url.href.startsWith(address + path), { timeout: TIMEOUT })
  }
  await page.goto(`${address}search.html`)
  await page.locator('pagefind-input input:focus').waitFor({ timeout: TIMEOUT })
  await page.keyboard.type('nonce')
  await page.locator('pagefind-results a').first().waitFor({ timeout: TIMEOUT })
  await page.close()
  report(foreign.map((url) => `${url} is on another site`))
}

async function leaveStorybook(browser, address) {
  const page = await browser.newPage({ viewport: SCREEN })
  await page.goto(`${address}storybook/index.html?path=/docs/welcome--docs`)
  await page.getByRole('link', { name: 'Search the documentation' }).click({ timeout: TIMEOUT })
  await page.waitForURL(`${address}search.html`, { timeout: TIMEOUT })
  await page.close()
}

async function start(browser) {
  const child = spawn(process.execPath, [join(root, 'scripts/dev/start.mjs')], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise((resolve) => child.once('close', resolve))
  let output = ''
  const printed = new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data) => {
        output += data
        if (output.includes('Press Ctrl-C')) resolve()
      })
    child.once('close', () => reject(new Error(output)))
  })
  try {
    await printed
    const [url] = /http:\/\/localhost:\d+/.exec(output)
    const page = await browser.newPage({ viewport: SCREEN })
    await page.goto(url)
    const story = page.frameLocator('#storybook-preview-iframe')
    const plugin = story.locator('.widget iframe').first().contentFrame()
    await plugin.getByRole('heading', { name: 'Enjoy, Ada' }).waitFor({ timeout: TIMEOUT })
    await page.getByRole('link', { name: 'Search the documentation' }).click({ timeout: TIMEOUT })
    await page.waitForURL(`${url}/docs/search.html`, { timeout: TIMEOUT })
    await page.close()
  } finally {
    child.kill('SIGINT')
    await ended
  }
}

function report(problems) {
  if (problems.length > 0) throw new Error([...new Set(problems)].join('\n'))
}
