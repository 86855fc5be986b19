import { earlyHandshake } from '@haiilo-kit/core/early'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { HotPayload, ViteDevServer } from 'vite'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { ask, type Reply } from '../../test/vite-app/ask.js'
import { addressOf, createApp, entryPoint, MANIFEST, moduleOf, type App } from '../../test/vite-app/create-app.js'

const FAULTY = { ...MANIFEST, entryPoints: [entryPoint({ id: 'lunch', configUrl: 'config.html' })] }

async function askManifest(server: ViteDevServer, headers: Record<string, string> = {}): Promise<Reply> {
  return ask(new URL('manifest.json', addressOf(server)), { headers })
}

async function urlIn(reply: Promise<Reply>): Promise<string | undefined> {
  const { entryPoints } = JSON.parse((await reply).text) as { entryPoints: { url: string }[] }
  return entryPoints[0]?.url
}

/** Opens the connection of a page in a browser. Returns the messages that the server sends to it. */
async function openPage(server: ViteDevServer): Promise<HotPayload[]> {
  const payloads: HotPayload[] = []
  const address = new URL(addressOf(server))
  address.protocol = 'ws:'
  // the token of the connection is in Vite's client module
  const [, token = ''] = /wsToken = "([\w-]+)"/.exec((await ask(`${addressOf(server)}@vite/client`)).text) ?? []
  address.searchParams.set('token', token)
  const socket = new WebSocket(address, 'vite-hmr')
  onTestFinished(() => socket.close())
  socket.addEventListener('message', ({ data }) => payloads.push(JSON.parse(String(data)) as HotPayload))
  await vi.waitFor(() => expect(payloads).toContainEqual({ type: 'connected' }))
  return payloads
}

function messagesIn(payloads: readonly HotPayload[]): string[] {
  return payloads.flatMap((payload) => (payload.type === 'error' ? [payload.err.message] : []))
}

function errorsOf({ log }: App): string[] {
  return log.flatMap(({ level, text }) => (level === 'error' ? [text] : []))
}

describe('the development server', () => {
  it.each(['/', '/lunch/'])(
    'serves the manifest below %s to every origin, with addresses of this server',
    async (base) => {
      const app = await createApp({ 'src/manifest.ts': moduleOf({ $schema: './schema.json', ...MANIFEST }) })
      const server = await app.dev({ url: 'https://plugins.example.com/somewhere/' }, { base })
      const { status, headers, text } = await askManifest(server, { origin: 'https://home.example.com' })
      expect([status, headers['content-type'], headers['access-control-allow-origin']]).toEqual([
        200,
        'application/json',
        '*',
      ])
      const own = addressOf(server)
      expect(own.endsWith(base)).toBe(true)
      const pages = { url: `${own}index.html?mode=a#b`, configUrl: `${own}config.html` }
      expect(JSON.parse(text)).toEqual({ ...MANIFEST, entryPoints: [{ ...MANIFEST.entryPoints[0], ...pages }] })
      expect(app.log.filter(({ level }) => level !== 'info')).toEqual([])
    },
  )

  it.each([
    ['the host name of the request', { host: 'localhost:80' }, undefined, 'http://localhost/index.html'],
    [
      'the scheme that a tunnel ends',
      { host: 'localhost', 'x-forwarded-proto': 'https' },
      undefined,
      'https://localhost/index.html',
    ],
    ['the origin of the project', {}, 'https://dev.example.com', 'https://dev.example.com/index.html'],
  ])('names its pages by %s', async (_, headers, origin, url) => {
    const app = await createApp({ 'manifest.json': { ...MANIFEST, entryPoints: [entryPoint({})] } })
    const server = await app.dev({}, { server: { ...(origin && { origin }) } })
    expect(await urlIn(askManifest(server, headers))).toBe(url)
  })

  it('answers no other requests', async () => {
    const app = await createApp({ 'manifest.json': MANIFEST })
    const own = addressOf(await app.dev())
    const { status, text } = await ask(`${own}manifest.json?x`, { method: 'HEAD' })
    expect([status, text]).toEqual([200, ''])
    for (const [path, method] of [
      ['manifest.json', 'POST'],
      ['sub/manifest.json', 'GET'],
    ] as const) {
      expect((await ask(own + path, { method })).headers['access-control-allow-origin']).toBeUndefined()
    }
  })

  it('works inside another server', async () => {
    const app = await createApp({ 'manifest.json': MANIFEST })
    const vite = await app.dev({}, { server: { middlewareMode: true, ws: false }, appType: 'custom', base: '/lunch/' })
    const server = createServer(vite.middlewares).listen(0, '127.0.0.1')
    await once(server, 'listening')
    onTestFinished(() => void server.close())
    const { port } = server.address() as AddressInfo
    const own = `http://127.0.0.1:${port}/lunch/`
    expect(await urlIn(ask(`${own}manifest.json`))).toBe(`${own}index.html?mode=a#b`)
    // what frameworks pass on
    for (const path of ['/lunch/?src=1', '/lunch/index.html', '/index.html', '/']) {
      expect(await vite.transformIndexHtml(path, '<head></head>')).toContain(earlyHandshake('plugin'))
    }
    expect(await vite.transformIndexHtml('/lunch/config.html', '<head></head>')).toContain(earlyHandshake('config'))
    expect(await vite.transformIndexHtml('/lunch/other.html', '<head></head>')).not.toContain('postMessage')
  })

  it('adds the early handshake to a page that a server renders', async () => {
    const app = await createApp({ 'manifest.json': { ...MANIFEST, entryPoints: [entryPoint({ url: 'today' })] } })
    const vite = await app.dev({}, { server: { middlewareMode: true, ws: false }, appType: 'custom' })
    expect(await vite.transformIndexHtml('/today?src=1', '<head></head>')).toContain(earlyHandshake('plugin'))
    expect(errorsOf(app)).toEqual([])
  })

  it('adds the early handshake to its pages, with the nonce of the project', async () => {
    const app = await createApp({ 'manifest.json': MANIFEST })
    const own = addressOf(await app.dev({}, { html: { cspNonce: 'PLACEHOLDER' } }))
    for (const [page, view] of [
      ['index.html', 'plugin'],
      ['config.html', 'config'],
    ] as const) {
      const { text } = await ask(`${own}${page}?src=1`, { headers: { accept: 'text/html' } })
      expect(text.replaceAll(/>\s+</g, '><')).toContain(
        `<head><script nonce="PLACEHOLDER">${earlyHandshake(view)}</script>`,
      )
    }
  })
})

describe('a change', () => {
  it.each<[string, Record<string, string>, string, string]>([
    ['of the manifest', { 'manifest.ts': moduleOf(MANIFEST) }, 'manifest.ts', moduleOf(MANIFEST)],
    [
      'of a file that it imports',
      { 'manifest.ts': 'export { manifest } from "./src/lunch"', 'src/lunch.ts': moduleOf(MANIFEST) },
      'src/lunch.ts',
      moduleOf(MANIFEST),
    ],
    ['of a JSON', { 'manifest.json': JSON.stringify(MANIFEST) }, 'manifest.json', JSON.stringify(MANIFEST)],
  ])('to %s is served', async (_, files, path, content) => {
    const app = await createApp(files)
    const server = await app.dev()
    await askManifest(server)
    await app.write(path, content.replace('mode=a', 'mode=b'))
    await vi.waitFor(async () => expect(await urlIn(askManifest(server))).toContain('?mode=b#b'), WAIT)
  })

  it('outside the root is served', async () => {
    const app = await createApp({ 'app/index.html': '', 'app/config.html': '', 'manifest.ts': moduleOf(MANIFEST) })
    const server = await app.dev({ manifest: '../manifest.ts' }, { root: join(app.root, 'app') })
    await app.write('manifest.ts', moduleOf(MANIFEST).replace('mode=a', 'mode=b'))
    await vi.waitFor(async () => expect(await urlIn(askManifest(server))).toContain('?mode=b#b'), WAIT)
  })

  it('of a hand-written JSON updates its declaration', async () => {
    const app = await createApp({ 'manifest.json': MANIFEST })
    await app.dev()
    expect(await app.read('manifest.d.json.ts')).toContain('"pluginVersion": "1.0.0"')
    await app.write('manifest.json', { ...MANIFEST, pluginVersion: '1.1.0' })
    await vi.waitFor(async () => expect(await app.read('manifest.d.json.ts')).toContain('"1.1.0"'), WAIT)
  })
})

describe('errors', () => {
  it('at the start are printed and shown in the overlay; the response has no reason and allows no other origin', async () => {
    const app = await createApp({ 'manifest.json': FAULTY })
    const server = await app.dev()
    expect(errorsOf(app)).toHaveLength(1)
    expect(errorsOf(app)[0]).toContain('[haiilo-manifest] 1 error in manifest.json\n  manifest.json:12:7 ')
    const { status, headers, text } = await askManifest(server)
    expect([status, headers['access-control-allow-origin']]).toEqual([500, undefined])
    expect(text).toBe('The manifest has errors. The terminal and the page of the plug-in show them.')
    for (const payloads of [await openPage(server), await openPage(server)]) {
      await vi.waitFor(() => expect(messagesIn(payloads)[0]).toContain('1 error in manifest.json'), WAIT)
    }
    expect((await ask(addressOf(server), { headers: { accept: 'text/html' } })).status).toBe(200)
  })

  it('after a change stay in the overlay, and disappear with a reload when they are fixed', async () => {
    const app = await createApp({ 'src/manifest.ts': moduleOf(MANIFEST) })
    await app.write('main.js', 'import "./src/manifest"; import.meta.hot.accept()')
    const server = await app.dev()
    const payloads = await openPage(server)
    await ask(`${addressOf(server)}main.js`)
    await ask(`${addressOf(server)}src/manifest.ts`)

    await app.write('src/manifest.ts', moduleOf(FAULTY))
    await vi.waitFor(() => expect(messagesIn(payloads)).toHaveLength(1), WAIT)
    expect(payloads.at(-1)?.type).toBe('error')
    expect(messagesIn(payloads)[0]).toMatch(/1 error in src\/manifest\.ts\n {2}\/entryPoints\/0\/id: /)

    await app.write('src/manifest.ts', moduleOf(MANIFEST))
    await vi.waitFor(() => expect(payloads).toContainEqual({ type: 'full-reload' }), WAIT)
    expect((await askManifest(server)).status).toBe(200)
    expect(app.log.map(({ text }) => text).join('\n')).toContain('no problems left in src/manifest.ts')
  })

  it('of a module that cannot be loaded disappear when the missing file exists', async () => {
    const app = await createApp({ 'manifest.ts': 'export { manifest } from "./lunch"' })
    const server = await app.dev()
    const payloads = await openPage(server)
    await vi.waitFor(() => expect(messagesIn(payloads)[0]).toContain('Could not load manifest.ts'), WAIT)
    await app.write('lunch.ts', moduleOf(MANIFEST))
    await vi.waitFor(() => expect(payloads).toContainEqual({ type: 'full-reload' }), WAIT)
    expect((await askManifest(server)).status).toBe(200)
  })

  it('for a missing page disappear when the page exists again', async () => {
    const app = await createApp({ 'manifest.json': MANIFEST })
    const server = await app.dev()
    const page = (await app.read('config.html')) ?? ''
    const payloads = await openPage(server)
    await app.remove('config.html')
    await vi.waitFor(() => expect(messagesIn(payloads)[0]).toContain('The page "config.html" does not exist'), WAIT)
    await app.write('config.html', page)
    await vi.waitFor(() => expect(payloads.at(-1)).toMatchObject({ type: 'full-reload' }), WAIT)
  })

  it('are printed once while they stay the same', async () => {
    const app = await createApp({ 'manifest.json': FAULTY })
    const server = await app.dev()
    const payloads = await openPage(server)
    await vi.waitFor(() => expect(messagesIn(payloads)).not.toEqual([]), WAIT)
    const shown = messagesIn(payloads).length
    await app.write('manifest.json', { ...FAULTY, pluginVersion: '1.0.1' })
    await vi.waitFor(() => expect(messagesIn(payloads).length).toBeGreaterThan(shown), WAIT)
    expect(errorsOf(app)).toEqual(errorsOf(app).slice(0, 1))
  })
})

it('prints the address of the manifest below the addresses of Vite', async () => {
  const app = await createApp({ 'manifest.json': MANIFEST })
  const server = await app.dev({}, { base: '/lunch/' })
  server.printUrls()
  expect(app.log.slice(-2).map(({ text }) => text)).toEqual([
    `  ➜  Local:   ${addressOf(server)}`,
    `  ➜  Haiilo:  ${addressOf(server)}manifest.json`,
  ])
})

describe('the preview', () => {
  it('lets no other origin read the response if there is no manifest', async () => {
    const app = await createApp({ 'manifest.json': MANIFEST })
    await app.build()
    const own = addressOf(await app.preview({}, { preview: { cors: false }, appType: 'mpa' }))
    await app.remove('dist/manifest.json')
    for (const method of ['GET', 'HEAD']) {
      const { status, headers } = await ask(`${own}manifest.json`, { method })
      expect([status, headers['access-control-allow-origin']]).toEqual([404, undefined])
    }
  })

  it.each(['./', '/lunch/'])('serves a build with the base %s to every origin', async (base) => {
    const app = await createApp({ 'manifest.json': MANIFEST })
    await app.build({}, { base })
    const server = await app.preview({}, { base })
    server.printUrls()
    const own = addressOf(server)
    expect(app.log.at(-1)?.text).toBe(`  ➜  Haiilo:  ${own}manifest.json`)
    const { status, headers, text } = await ask(`${own}manifest.json`, { headers: { origin: 'https://example.com' } })
    expect([status, headers['content-type'], headers['access-control-allow-origin']]).toEqual([
      200,
      'application/json',
      '*',
    ])
    expect(text).toBe(await app.read('dist/manifest.json'))
    expect((await ask(`${own}config.html`)).text).toContain(earlyHandshake('config'))
  })
})

const WAIT = { timeout: 15_000 }
