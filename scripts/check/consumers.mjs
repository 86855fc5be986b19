// Builds new apps outside of this workspace from the packed packages, and opens each one inside the simulated host. Guards against problems
// that only users would see: an export that a bundler reads differently, types that do not compile, a failed hydration.
// `node scripts/check/consumers.mjs next nuxt` checks only those two.
import '../lib/require-node.mjs'
import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { chromium } from 'playwright'
import { createServer, preview } from 'vite'
import { check, conclude, together } from '../lib/checklist.mjs'
import { CHROMIUM_FLAGS, chromiumPath } from '../lib/chromium.mjs'
import { pnpm, readJson, root, run } from '../lib/commands.mjs'
import { killGroup, onShutdown, ownGroup } from '../lib/shutdown.mjs'
import { packedPackages, tarballs } from '../lib/public-packages.mjs'
import { checkStorybook } from './storybook-addon.mjs'

/**
 * The slowest first, so that no processor waits at the end.
 *
 * `combinations`: projects of create-haiilo-plugin with all combinations of options, which are only compiled.
 * `template`: a new project of create-haiilo-plugin with these arguments.
 * `server`: the project has a back end, which the sandbox starts together with this development server.
 * Otherwise, the app is in `consumers`; `versions` replaces versions of its package.json. `rendered`: a server renders the first page.
 * `dev`: its development server, which `haiilo-kit sandbox` starts. `onlyDev`: the built app is not opened.
 * `backEnd`: this recipe of the example `backend` is copied into the app, and the built app answers events and users.
 * `storybook`: the app is a Storybook with the add-on.
 */
const CONSUMERS = [
  { name: 'storybook-angular', about: 'Storybook for Angular', storybook: true },
  { name: 'angular-21', about: 'Angular 21, AOT', folder: 'angular', versions: angular21(), rendered: true },
  { name: 'nuxt', about: 'Nuxt', rendered: true, dev: 'nuxt dev' },
  { name: 'next', about: 'Next, app router', rendered: true, dev: 'next dev', backEnd: 'next.ts' },
  {
    name: 'angular',
    about: 'template for Angular, with a back end',
    template: ['--back-end'],
    server: 'ng serve',
  },
  { name: 'react', about: 'template for React, with npm', template: [], manager: 'npm' },
  { name: 'vue', about: 'template for Vue, without a settings page', template: ['--no-config-view'] },
  {
    name: 'vanilla',
    about: 'template for plain TypeScript, with a back end',
    template: ['--back-end'],
    server: 'vite --strictPort',
  },
  { name: 'templates', about: 'templates, with all combinations of options', combinations: true },
  { name: 'vite-react-18', about: 'Vite, React 18.3', folder: 'vite-react', versions: react(18, '18.3.1') },
  { name: 'plain', about: 'plain <script type="module">, no bundler, with npm', manager: 'npm' },
  { name: 'webpack', about: 'webpack', dev: 'webpack serve', onlyDev: true },
  { name: 'jest', about: 'Jest', tests: true },
  { name: 'storybook-vue', about: 'Storybook for Vue', storybook: true },
  { name: 'storybook-react', about: 'Storybook for React', storybook: true },
]

const HOME_PORT = 4113
const APP_PORT = 4110
const APP_URL = `http://127.0.0.1:${APP_PORT}/`
const SANDBOX_PORT = 4109
const SANDBOX_URL = `http://home.localhost:${SANDBOX_PORT}/`

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
const running = new Set()
onShutdown((code) => {
  for (const child of running) killGroup(child, 'SIGKILL')
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
  let packages
  const packed = await check('all packages build and pack', async () => {
    packages = await packedPackages()
  })
  if (!packed) return
  const home = await openHome()
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_FLAGS })
  // one page at a time: the apps use the same port, and share the processors with installs and builds
  const inTurn = oneAtATime()
  const wantedConsumers = CONSUMERS.filter(({ name }) => wanted.length === 0 || wanted.includes(name))
  await together(
    wantedConsumers.map((consumer) => [
      `${consumer.about}: ${stepsOf(consumer)}`,
      async () => {
        if (consumer.combinations) return run('node', [join(root, 'scripts/check/templates.mjs')])
        const folder = join(scratch, consumer.name)
        await (consumer.template ? buildTemplate(consumer, folder) : buildApp(consumer, folder, packages))
        if (consumer.template) {
          await inTurn(() => npm(folder, ['run', 'test:e2e']))
          await inTurn(() => openInSandbox(consumer, folder, browser))
        }
        if (consumer.storybook) await inTurn(() => openStorybook(folder, browser))
        if (!consumer.template && !consumer.tests && !consumer.storybook && !consumer.onlyDev)
          await inTurn(() => openApp(consumer, folder, browser))
        if (consumer.dev) await inTurn(() => openInDevelopment(consumer, folder, browser))
        // a server may write its last file now
        rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
      },
    ]),
  )
  await browser.close()
  await home.close()
}

function stepsOf({ combinations, template, tests, storybook, rendered, dev, onlyDev, backEnd }) {
  if (combinations) return 'compile, and have correct manifests'
  if (template) return 'is created, installs, passes its own checks, and works in the sandbox'
  if (tests) return 'installs, and its tests pass'
  if (storybook) return 'installs, builds, passes its tests, and every story has a host'
  const inSandbox = dev ? `works in the sandbox with ${dev}` : ''
  if (onlyDev) return `installs, builds, and ${inSandbox}`
  const how = rendered ? 'renders on a server, hydrates, and is ready' : 'is ready'
  const answers = backEnd ? ', its back end answers events and users' : ''
  return `installs, builds, ${how} inside the simulated host${answers}${inSandbox && `, and ${inSandbox}`}`
}

/** Returns a function that runs actions one after the other. */
function oneAtATime() {
  let last = Promise.resolve()
  return (action) => {
    const result = last.then(action)
    last = result.catch(() => undefined)
    return result
  }
}

/** Creates a project, and runs what its own CI runs. The tests in a browser run later, in turn. */
async function buildTemplate({ name, template, manager }, folder) {
  await create(folder, ['--framework', name, ...template])
  await install(folder, manager)
  for (const script of ['types', 'lint', 'validate', 'build', 'test']) await npm(folder, ['run', script])
}

function create(folder, args) {
  const program = join(root, 'packages/create-haiilo-plugin/dist/create-haiilo-plugin.js')
  return run('node', [program, folder, ...args, '--tarballs', tarballs], { env: appEnv() })
}

async function buildApp(consumer, folder, packages) {
  const { name, folder: source = name, versions = {}, manager, tests, storybook, backEnd } = consumer
  cpSync(join(root, 'consumers', source), folder, { recursive: true })
  if (backEnd) cpSync(join(root, 'examples/backend/src/recipes', backEnd), join(folder, 'app/recipe.ts'))
  const tarballOf = (dependency) => packages.find((each) => each.name === dependency)?.tarball
  const manifestFile = join(folder, 'package.json')
  const manifest = readJson(manifestFile)
  for (const dependencies of [manifest.dependencies ?? {}, manifest.devDependencies ?? {}]) {
    for (const dependency of Object.keys(dependencies)) {
      const tarball = tarballOf(dependency)
      dependencies[dependency] = tarball ? `file:${tarball}` : (versions[dependency] ?? dependencies[dependency])
    }
  }
  writeFileSync(manifestFile, JSON.stringify(manifest, null, 2))
  // for pnpm: the packages of the kit get each other from the tarballs, too
  const overrides = packages.map((each) => `  '${each.name}': 'file:${each.tarball}'\n`)
  writeFileSync(join(folder, 'pnpm-workspace.yaml'), `overrides:\n${overrides.join('')}`)
  await install(folder, manager)
  const scripts = storybook ? ['build', 'test'] : [tests ? 'test' : 'build']
  for (const script of scripts) await npm(folder, ['run', script, '--if-present'])
}

/**
 * pnpm takes what this repository also uses from its store, and needs a tenth of the time. npm, which most people use, installs one app of
 * each kind.
 */
async function install(folder, manager = 'pnpm') {
  const installNow = () =>
    manager === 'npm'
      ? npm(folder, ['install', '--no-audit', '--no-fund', '--loglevel=error', '--prefer-offline'])
      : pnpm(['install', '--ignore-scripts', '--prefer-offline'], { cwd: folder, env: appEnv() })
  // a second try, because the connection to the registry is not under test
  await installNow().catch(installNow)
  if (manager === 'npm') refuseSecondCopies(folder)
}

function npm(folder, args) {
  return run('npm', args, { cwd: folder, env: appEnv() })
}

/** Two copies of core would have two sets of registered types and of error classes. */
function refuseSecondCopies(folder) {
  const scope = join(folder, 'node_modules/@haiilo-kit')
  const nested = readdirSync(scope).find((each) => existsSync(join(scope, each, 'node_modules/@haiilo-kit')))
  if (nested) throw new Error(`${nested} installs a second copy of another package of the kit.`)
}

/** Opens the built plug-in as an author would, and uses it: ticks all tasks, and saves settings. */
function openInSandbox({ template, server }, folder, browser) {
  const source = server ? `--back-end server/main.ts -- npx ${server}` : 'dist'
  return inSandbox(source, folder, browser, async (page, problems) => {
    const plugin = page.locator('.widget iframe').contentFrame()
    await plugin.getByRole('heading', { name: 'Your first week' }).waitFor()
    for (const task of await plugin.getByRole('checkbox').all()) await task.check()
    await plugin.getByText('Well done').waitFor()
    await page.getByRole('button', { name: /^Settings/ }).click()
    const settings = template.includes('--no-config-view')
      ? page
      : page.locator('iframe[title^="Settings of"]').contentFrame()
    await settings.getByRole('textbox', { name: 'Title' }).fill('Monday')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await plugin.getByRole('heading', { name: 'Monday' }).waitFor()
    if (server) await installInSandbox(page, plugin)
    else refuse(problems)
  })
}

/** Opens the plug-in from its development server. `PORT` in the environment chooses the port of that server. */
function openInDevelopment({ dev }, folder, browser) {
  return inSandbox(`-- npx ${dev}`, folder, browser, async (page, problems) => {
    const frame = page.locator('.widget iframe')
    await frame.contentFrame().getByRole('heading', { name: 'Enjoy, Ada' }).waitFor()
    await page.waitForFunction(() => globalThis.haiiloSandbox.exportMessages().includes('"setHeight"'))
    refuse(problems.filter((problem) => !problem.startsWith('Lit is in dev mode.')))
  })
}

/** Starts the sandbox with a source, and opens its page. A failure also shows the console and the output. */
async function inSandbox(source, folder, browser, use) {
  const sandbox = start(folder, `npx haiilo-kit sandbox --port ${SANDBOX_PORT} ${source}`)
  const page = await browser.newPage()
  page.setDefaultTimeout(TIMEOUT_MS)
  const problems = watch(page)
  try {
    await sandbox.printed('Manifest: ')
    await page.goto(SANDBOX_URL)
    await use(page, problems)
  } catch (error) {
    throw new Error(`${error.message}\n${problems.join('\n')}\n${sandbox.output()}`, { cause: error })
  } finally {
    await page.close()
    // the sandbox stops the servers, which have process groups of their own
    await sandbox.stop('SIGTERM')
  }
}

function refuse(problems) {
  if (problems.length > 0) throw new Error(`The console contains:\n${problems.join('\n')}`)
}

/** Installs the plug-in in the tenant of the sandbox. Only then, the back end knows the user of the plug-in. */
async function installInSandbox(page, plugin) {
  await plugin.getByText('The back end does not know this tenant yet').waitFor()
  await page.getByRole('tab', { name: 'Back end' }).click()
  await page.getByRole('button', { name: 'install', exact: true }).click()
  await page.getByText('The plug-in is installed in the tenant.', { exact: true }).waitFor()
  await page.getByText('Your back end has the credentials for the API of the tenant.', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Reload all' }).click()
  await plugin.getByText('The back end has verified you: user-1').waitFor()
}

async function openApp({ rendered, backEnd }, folder, browser) {
  const server = start(folder, 'npm start --silent')
  const page = await browser.newPage()
  const problems = watch(page)
  try {
    const html = await firstAnswer(server, APP_URL)
    if (rendered && !html.includes('One moment…')) throw new Error(`The server did not render the page:\n${html}`)
    if (rendered && !/<haiilo-alert[^>]*>(<!--.*?-->)*One moment…/.test(html))
      throw new Error(`The server did not render the component:\n${html}`)
    if (rendered && html.includes('Enjoy'))
      throw new Error(`The server rendered a plug-in in the ready state:\n${html}`)
    if (backEnd) await npm(folder, ['run', 'test:back-end'])
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
    refuse(problems)
  } finally {
    await page.close()
    await server.stop()
  }
}

async function openStorybook(folder, browser) {
  const server = await preview({
    root: folder,
    configFile: false,
    logLevel: 'error',
    build: { outDir: 'storybook-static' },
    preview: { host: '127.0.0.1', port: APP_PORT, strictPort: true },
  })
  // axe opens a second page in the same context
  const context = await browser.newContext()
  context.setDefaultTimeout(TIMEOUT_MS)
  try {
    await checkStorybook(await context.newPage(), APP_URL)
  } finally {
    await context.close()
    await server.close()
  }
}

/** Starts a server in the folder of an app. */
function start(folder, command) {
  const child = spawn(command, { cwd: folder, env: appEnv(), shell: true, ...ownGroup })
  running.add(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data))
  const ended = new Promise((resolve) => child.on('close', resolve))
  return {
    output: () => output,
    /** Resolves as soon as the server has printed a text. */
    printed: (text) =>
      new Promise((resolve, reject) => {
        const look = () => output.includes(text) && resolve()
        for (const stream of [child.stdout, child.stderr]) stream.on('data', look)
        ended.then(() => reject(new Error(`The server ended without printing “${text}”.`)))
        look()
      }),
    hasEnded: () => child.exitCode !== null,
    async stop(signal = 'SIGKILL') {
      killGroup(child, signal)
      await ended
      running.delete(child)
    },
  }
}

async function firstAnswer({ output, hasEnded }, url) {
  const deadline = performance.now() + TIMEOUT_MS
  while (performance.now() < deadline && !hasEnded()) {
    const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) }).catch(() => undefined)
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
    CHROMIUM_PATH: chromiumPath(),
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
