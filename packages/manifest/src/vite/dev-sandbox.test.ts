import { createServer as createHttpServer } from 'node:http'
import { once } from 'node:events'
import Module from 'node:module'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ViteDevServer } from 'vite'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { ask } from '../../test/vite-app/ask.js'
import { addressOf, createApp, entryPoint, MANIFEST, type App } from '../../test/vite-app/create-app.js'

const [TODAY, WEEK] = ['0d4a6c1e-5b7f-4c43-9a55-3f5c8a1e7b02', '7f0c1f5e-9b35-4f4e-8a0b-6d2f5f4e7c11']
const TWO_PAGES = { ...MANIFEST, entryPoints: [entryPoint({}, TODAY), entryPoint({ url: 'config.html' }, WEEK)] }

/** The plug-in starts no sandbox in Vitest. */
beforeEach(() => {
  vi.stubEnv('VITEST', undefined)
  return () => vi.unstubAllEnvs()
})

/** The address of the sandbox that a server printed. */
function sandboxOf(app: App, server: ViteDevServer): string | undefined {
  server.printUrls()
  const [, address] = /Sandbox: (http\S+)/.exec(app.log.at(-1)?.text ?? '') ?? []
  return address
}

async function shownBy(sandbox: string): Promise<Record<string, unknown>> {
  const { port } = new URL(sandbox)
  const url = `http://127.0.0.1:${port}/__sandbox/plugin.json`
  const { text } = await ask(url, { headers: { host: `home.localhost:${port}` } })
  return JSON.parse(text) as Record<string, unknown>
}

async function isRunning(sandbox: string): Promise<boolean> {
  return shownBy(sandbox).then(
    () => true,
    () => false,
  )
}

async function linkIn(server: ViteDevServer, path: string): Promise<string | undefined> {
  const { text } = await ask(addressOf(server) + path)
  return /<meta name="haiilo-sandbox" content="([^"]*)">/.exec(text)?.[1]
}

/** A folder from which no package of the kit is found. pnpm sets NODE_PATH, so that Node also searches in the workspace. */
async function outsideOfKit(): Promise<string> {
  const initPaths = (Module as unknown as { readonly _initPaths: () => void })._initPaths
  vi.stubEnv('NODE_PATH', undefined)
  initPaths()
  const folder = await mkdtemp(join(tmpdir(), 'haiilo-manifest-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

describe('the sandbox of a development server', () => {
  it('starts next to it, shows its manifest, and is in its list of addresses', async () => {
    const app = await createApp({ 'manifest.json': MANIFEST })
    const server = await app.dev({}, { base: '/lunch/' })
    const sandbox = sandboxOf(app, server) ?? ''
    expect(sandbox).toMatch(/^http:\/\/home\.localhost:44\d\d\/$/)
    const own = addressOf(server)
    const pages = { url: `${own}index.html?mode=a#b`, configUrl: `${own}config.html` }
    expect(await shownBy(sandbox)).toEqual({
      manifest: { ...MANIFEST, entryPoints: [{ ...MANIFEST.entryPoints[0], ...pages }] },
      manifestUrl: `${own}manifest.json`,
      findings: [],
    })
    expect(app.log.filter(({ level }) => level !== 'info')).toEqual([])
  })

  it('shows each change of the manifest, also one that breaks it', async () => {
    const app = await createApp({ 'manifest.json': MANIFEST })
    const sandbox = sandboxOf(app, await app.dev()) ?? ''
    await app.write('manifest.json', { ...MANIFEST, pluginVersion: '1.0.1' })
    await vi.waitFor(async () => expect(await shownBy(sandbox)).toHaveProperty('manifest.pluginVersion', '1.0.1'), WAIT)
    await app.write('manifest.json', { ...MANIFEST, pluginVersion: 7 })
    await vi.waitFor(async () => expect(await shownBy(sandbox)).not.toHaveProperty('manifest'), WAIT)
    const { findings } = await shownBy(sandbox)
    expect(findings).toEqual([expect.objectContaining({ severity: 'error', pointer: '/pluginVersion' })])
    await app.remove('manifest.json')
    await vi.waitFor(
      async () => expect(await shownBy(sandbox)).toHaveProperty('problem', expect.stringContaining('manifest')),
      WAIT,
    )
  })

  it('uses the next port if one is in use', async () => {
    const [one, other] = [
      await createApp({ 'manifest.json': MANIFEST }),
      await createApp({ 'manifest.json': MANIFEST }),
    ]
    const first = sandboxOf(one, await one.dev()) ?? ''
    const second = sandboxOf(other, await other.dev()) ?? ''
    expect(Number(new URL(second).port)).toBeGreaterThan(Number(new URL(first).port))
  })

  it('ends with the server', async () => {
    const app = await createApp({ 'manifest.json': MANIFEST })
    const server = await app.dev()
    const sandbox = sandboxOf(app, server) ?? ''
    expect(await isRunning(sandbox)).toBe(true)
    await server.close()
    expect(await isRunning(sandbox)).toBe(false)
  })

  it('has the same address after a restart of the server, and no server is left behind', async () => {
    const app = await createApp({ 'manifest.json': MANIFEST })
    const server = await app.dev()
    const sandbox = sandboxOf(app, server) ?? ''
    for (let restarts = 0; restarts < 3; restarts += 1) await server.restart()
    expect(sandboxOf(app, server)).toBe(sandbox)
    expect(await isRunning(sandbox)).toBe(true)
    await server.close()
    expect(await isRunning(sandbox)).toBe(false)
  })

  it('is named in each page of the plug-in, with this page in it', async () => {
    const app = await createApp({ 'manifest.json': TWO_PAGES })
    const server = await app.dev({}, { base: '/lunch/' })
    const sandbox = sandboxOf(app, server) ?? ''
    const links = [await linkIn(server, ''), await linkIn(server, 'index.html'), await linkIn(server, 'config.html')]
    const shown = links.map((link = '') => atob(new URL(link).hash.replace('#setup=', '')))
    expect(links.every((link) => link?.startsWith(sandbox))).toBe(true)
    expect(shown.map((setup) => (JSON.parse(setup) as SharedSetup).instances[0].entryPoint)).toEqual([
      TODAY,
      TODAY,
      WEEK,
    ])
  })
})

it('that started the development server is used instead of another one', async () => {
  const sandbox = 'http://home.localhost:4499/'
  vi.stubEnv('HAIILO_SANDBOX_URL', sandbox)
  const app = await createApp({ 'manifest.json': MANIFEST })
  const server = await app.dev()
  expect(sandboxOf(app, server)).toBe(sandbox)
  expect(await linkIn(server, '')).toBe(sandbox)
  expect(await isRunning(sandbox)).toBe(false)
})

describe('there is no sandbox', () => {
  it('with the option `sandbox: false`', async () => {
    const app = await createApp({ 'manifest.json': MANIFEST })
    const server = await app.dev({ sandbox: false })
    server.printUrls()
    expect(app.log.at(-1)?.text).toBe(`  ➜  Haiilo:  ${addressOf(server)}manifest.json`)
    expect(await linkIn(server, '')).toBeUndefined()
  })

  it('in Vitest', async () => {
    vi.stubEnv('VITEST', 'true')
    const app = await createApp({ 'manifest.json': MANIFEST })
    expect(sandboxOf(app, await app.dev())).toBeUndefined()
  })

  it('in a build and its preview', async () => {
    const app = await createApp({ 'manifest.json': MANIFEST })
    await app.build()
    expect(await app.read('dist/index.html')).not.toContain('haiilo-sandbox')
    const server = await app.preview()
    server.printUrls()
    expect(app.log.at(-1)?.text).toBe(`  ➜  Haiilo:  ${addressOf(server)}manifest.json`)
  })

  it('in a server that is part of another one', async () => {
    const app = await createApp({ 'manifest.json': MANIFEST })
    const vite = await app.dev({}, { server: { middlewareMode: true, ws: false }, appType: 'custom' })
    const server = createHttpServer(vite.middlewares).listen(0, '127.0.0.1')
    await once(server, 'listening')
    onTestFinished(() => void server.close())
    expect(await vite.transformIndexHtml('/', '<head></head>')).not.toContain('haiilo-sandbox')
  })

  it('if it is not installed: one line names the command that installs it, once', async () => {
    const app = await createApp({ 'manifest.json': MANIFEST }, await outsideOfKit())
    const server = await app.dev()
    for (let times = 0; times < 2; times += 1) {
      server.printUrls()
      await server.restart()
    }
    const lines = app.log.filter(({ text }) => text.includes('@haiilo-kit/sandbox'))
    expect(lines).toEqual([
      {
        level: 'info',
        text: expect.stringMatching(/^ {2}➜ {2}Sandbox: not installed, run \w.* @haiilo-kit\/sandbox$/) as string,
      },
    ])
    expect(app.log.filter(({ level }) => level !== 'info')).toEqual([])
  })

  it('if it cannot be started: the terminal says why, and the server works', async () => {
    const folder = await outsideOfKit()
    const app = await createApp({ 'manifest.json': MANIFEST }, folder)
    await app.write('node_modules/@haiilo-kit/sandbox/package.json', { type: 'module', exports: './index.js' })
    await app.write('node_modules/@haiilo-kit/sandbox/index.js', 'throw new Error("The file is broken.")')
    const server = await app.dev()
    expect(app.log.filter(({ level }) => level === 'warn').map(({ text }) => text)).toEqual([
      '[haiilo-manifest] The sandbox could not be started: The file is broken.',
    ])
    expect(sandboxOf(app, server)).toBeUndefined()
    expect((await ask(`${addressOf(server)}manifest.json`)).status).toBe(200)
  })
})

interface SharedSetup {
  readonly instances: readonly [{ readonly entryPoint: string }]
}

const WAIT = { timeout: 15_000 }
