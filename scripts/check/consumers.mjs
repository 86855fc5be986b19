// Builds new apps outside of this workspace from the packed packages, and opens each one inside the simulated host. Guards against problems
// that only users would see: an export that a bundler reads differently, types that do not compile, a failed hydration.
// `node scripts/check/consumers.mjs next nuxt` checks only those two.
import '../lib/require-node.mjs'
import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { chromium } from 'playwright'
import { createServer } from 'vite'
import { check, conclude } from '../lib/checklist.mjs'
import { CHROMIUM_FLAGS, chromiumPath } from '../lib/chromium.mjs'
import { readJson, root, run } from '../lib/commands.mjs'
import { killGroup, onShutdown, ownGroup } from '../lib/shutdown.mjs'
import { buildPackages, packPackage, publicPackages } from '../lib/public-packages.mjs'

/** Each app is in `consumers`. `versions` replaces versions of its package.json. `rendered`: a server renders the first page. */
const CONSUMERS = [
  { name: 'plain', about: 'plain <script type="module">, no bundler' },
  { name: 'vite-react-18', about: 'Vite, React 18.3', folder: 'vite-react', versions: react(18, '18.3.1') },
  { name: 'vite-react-19', about: 'Vite, React 19', folder: 'vite-react' },
  { name: 'next', about: 'Next, app router', rendered: true },
  { name: 'vite-vue', about: 'Vite, Vue' },
  { name: 'nuxt', about: 'Nuxt', rendered: true },
  { name: 'angular-21', about: 'Angular 21, AOT', folder: 'angular', versions: angular21(), rendered: true },
  { name: 'angular-22', about: 'Angular 22, AOT', folder: 'angular', rendered: true },
]

const HOME_PORT = 4111
const APP_PORT = 4110
const APP_URL = `http://127.0.0.1:${APP_PORT}/`

/** Longer than a server needs to start, or a page to be ready, on a slow machine. */
const TIMEOUT_MS = 60_000

const names = CONSUMERS.map(({ name }) => name)
const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !names.includes(name))
if (unknown.length > 0) {
  console.error(`No consumer is called ${unknown.join(', ')}. There are: ${names.join(', ')}.`)
  process.exit(2)
}

const machineSettings = findMachineSettings()
const scratch = mkdtempSync(join(tmpdir(), 'haiilo-kit-consumers-'))
let running
onShutdown((code) => {
  if (running) killGroup(running, 'SIGKILL')
  rmSync(scratch, { recursive: true, force: true })
  process.exit(code)
})
try {
  await checkAll()
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
conclude()

async function checkAll() {
  const packages = publicPackages(scratch)
  const packed = await check('all packages build and pack', async () => {
    await buildPackages()
    for (const each of packages) await packPackage(each)
  })
  if (!packed) return
  const home = await openHome()
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_FLAGS })
  for (const consumer of CONSUMERS.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
    const { name, about, rendered } = consumer
    const folder = join(scratch, name)
    const built = await check(`${about}: installs and builds from the tarballs`, () =>
      build(consumer, folder, packages),
    )
    if (built) {
      const how = rendered ? 'renders on a server, hydrates, and is ready' : 'is ready'
      await check(`${about}: ${how} inside the simulated host`, () => open(consumer, folder, browser))
    }
    rmSync(folder, { recursive: true, force: true })
  }
  await browser.close()
  await home.close()
}

async function build({ name, folder: source = name, versions = {} }, folder, packages) {
  cpSync(join(root, 'consumers', source), folder, { recursive: true })
  const manifestFile = join(folder, 'package.json')
  const manifest = readJson(manifestFile)
  for (const dependencies of [manifest.dependencies, manifest.devDependencies ?? {}]) {
    for (const dependency of Object.keys(dependencies)) {
      const tarball = packages.find((each) => each.name === dependency)?.tarball
      dependencies[dependency] = tarball ? `file:${tarball}` : (versions[dependency] ?? dependencies[dependency])
    }
  }
  writeFileSync(manifestFile, JSON.stringify(manifest, null, 2))
  const options = { cwd: folder, env: appEnv() }
  const install = () => run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], options)
  // a second try, because the connection to the registry is not under test
  await install().catch(install)
  refuseSecondCopies(folder, packages)
  await run('npm', ['run', 'build', '--if-present'], options)
}

/** Two copies of core would have two sets of registered types and of error classes. */
function refuseSecondCopies(folder, packages) {
  for (const { name } of packages) {
    const nested = readdirSync(join(folder, 'node_modules/@haiilo-kit')).find((each) =>
      existsSync(join(folder, 'node_modules/@haiilo-kit', each, 'node_modules', name)),
    )
    if (nested) throw new Error(`${nested} installs a second copy of ${name}.`)
  }
}

async function open({ rendered }, folder, browser) {
  const server = startApp(folder)
  const page = await browser.newPage()
  const problems = watch(page)
  try {
    const html = await firstAnswer(server)
    if (rendered && !html.includes('One moment…')) throw new Error(`The server did not render the page:\n${html}`)
    if (rendered && !/<haiilo-alert[^>]*>(<!--.*?-->)*One moment…/.test(html))
      throw new Error(`The server did not render the component:\n${html}`)
    if (rendered && html.includes('Enjoy'))
      throw new Error(`The server rendered a plug-in in the ready state:\n${html}`)
    await page.goto(`http://localhost:${HOME_PORT}/?plugin=consumer`)
    const plugin = page.frameLocator('iframe')
    await plugin
      .getByRole('heading', { name: 'Enjoy, Ada' })
      .waitFor({ timeout: TIMEOUT_MS })
      .catch(async (error) => {
        const shown = await plugin.locator('body').innerText()
        throw new Error(`The plug-in is not ready. It shows “${shown}”.\n${problems.join('\n')}\n${error.message}`)
      })
    await page.waitForFunction('window.home.height > 0', undefined, { timeout: TIMEOUT_MS })
    // a component of the UI kit, and a text of the app that follows its value
    await plugin.getByRole('textbox', { name: 'Note' }).fill('No nuts', { timeout: TIMEOUT_MS })
    await plugin.getByText('Ordered: No nuts').waitFor({ timeout: TIMEOUT_MS })
    if (problems.length > 0) throw new Error(`The console contains:\n${problems.join('\n')}`)
  } finally {
    await page.close()
    await server.stop()
  }
}

function startApp(folder) {
  const child = spawn('npm start --silent', { cwd: folder, env: appEnv(), shell: true, ...ownGroup })
  running = child
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data))
  const ended = new Promise((resolve) => child.on('close', resolve))
  return {
    output: () => output,
    hasEnded: () => child.exitCode !== null,
    async stop() {
      killGroup(child, 'SIGKILL')
      await ended
      running = undefined
    },
  }
}

async function firstAnswer({ output, hasEnded }) {
  const deadline = performance.now() + TIMEOUT_MS
  while (performance.now() < deadline && !hasEnded()) {
    const response = await fetch(APP_URL, { signal: AbortSignal.timeout(TIMEOUT_MS) }).catch(() => undefined)
    if (response?.ok) return response.text()
    await response?.body?.cancel()
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(`The server of the app does not answer.\n${output()}`)
}

/** Collects errors and warnings of pages and frames, such as a hydration mismatch. */
function watch(page) {
  const problems = []
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(message.text())
  })
  return problems
}

/** The page that embeds the apps, from the end-to-end tests. Its own port and cache allow both to run at the same time. */
async function openHome() {
  const folder = join(root, 'e2e/host-page')
  const server = await createServer({
    root: folder,
    configFile: join(folder, 'vite.config.ts'),
    cacheDir: join(scratch, 'home'),
    logLevel: 'error',
    server: { host: 'localhost', port: HOME_PORT, strictPort: true },
  })
  return server.listen()
}

/** The environment of a user: npm of this machine's Node, without the variables of the npm or pnpm that started this run. */
function appEnv() {
  // Vite has set NODE_ENV for the page of the home
  const own = Object.entries(process.env).filter(([name]) => !/^(npm_.*|NODE_ENV)$/i.test(name))
  const path = [dirname(process.execPath), process.env['PATH']].join(delimiter)
  return {
    ...Object.fromEntries(own),
    PATH: path,
    npm_config_globalconfig: machineSettings,
    PORT: String(APP_PORT),
    HOST: '127.0.0.1',
    CI: '1',
    NEXT_TELEMETRY_DISABLED: '1',
    NUXT_TELEMETRY_DISABLED: '1',
    NG_CLI_ANALYTICS: 'false',
  }
}

/**
 * The file with npm's settings of this machine, such as its certificates. npm looks for it next to the running Node. The Node of the
 * workspace, which runs the apps, has none.
 */
function findMachineSettings() {
  const path = process.env['PATH'].split(delimiter).filter((folder) => !folder.startsWith(root))
  const env = { ...process.env, PATH: path.join(delimiter) }
  const { stdout } = spawnSync('npm', ['config', 'get', 'globalconfig'], {
    env,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  return stdout.trim()
}

function react(major, version) {
  return {
    react: version,
    'react-dom': version,
    '@types/react': `^${major}.0.0`,
    '@types/react-dom': `^${major}.0.0`,
  }
}

function angular21() {
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(join(root, 'consumers/angular/package.json'), 'utf8'),
  )
  const ours = Object.keys({ ...dependencies, ...devDependencies }).filter((name) => name.startsWith('@angular/'))
  return { ...Object.fromEntries(ours.map((name) => [name, '21.2.24'])), typescript: '5.9.3' }
}
