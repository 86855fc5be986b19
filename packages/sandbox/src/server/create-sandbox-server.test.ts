import { mkdtemp, readFile, readdir, writeFile } from 'node:fs/promises'
import { createServer, request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { verifyToken } from '@haiilo-kit/core/token'
import { createSimulatedHost } from '@haiilo-kit/simulator'
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { readSetupFragment } from '../setup/index.js'
import { checkPage } from './check-page.js'
import {
  closeServer,
  createSandboxServer,
  type SandboxServer,
  type SandboxServerOptions,
} from './create-sandbox-server.js'

const PLUGIN = { manifest: { entryPoints: [] }, manifestUrl: 'http://localhost:5173/manifest.json', findings: [] }

async function start(options: SandboxServerOptions = {}): Promise<SandboxServer> {
  const server = await createSandboxServer({ port: 0, ...options })
  onTestFinished(async () => server.close())
  return server
}

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

interface Question {
  readonly method?: string
  /** Default: that of the first tenant. */
  readonly host?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** `fetch` sets `Host` and `Origin` itself, and a hostile client does not. */
async function ask({ port }: SandboxServer, path: string, question: Question = {}): Promise<Answer> {
  const { method = 'GET', host = 'home.localhost', headers = {}, body } = question
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      { host: '127.0.0.1', port, path, method, headers: { host: `${host}:${port}`, ...headers } },
      (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (chunk: string) => (text += chunk))
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }))
      },
    )
    request.on('error', reject)
    request.end(body)
  })
}

const JSON_TYPE = { 'content-type': 'application/json' }

async function projectFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'haiilo-sandbox-'))
}

describe('the port', () => {
  test('is the first free port from 4400', async () => {
    const first = await start({ port: undefined })
    const second = await start({ port: undefined })
    expect(second.port).toBeGreaterThan(first.port)
    expect(first.url).toBe(`http://home.localhost:${first.port}/`)
  })

  test('throws an error with the port if the given port is in use', async () => {
    const { port } = await start()
    await expect(createSandboxServer({ port })).rejects.toThrow(`Port ${port} is in use.`)
  })

  test('is free again after the server was closed while a page was open', async () => {
    const server = await createSandboxServer({ port: 0 })
    const events = await fetch(`http://127.0.0.1:${server.port}/__sandbox/events`)
    expect(events.status).toBe(200)
    await server.close()
    const next = await createSandboxServer({ port: server.port })
    await next.close()
  })
})

describe('refused requests', () => {
  const paths = [
    '/',
    '/__sandbox/plugin.json',
    '/__sandbox/events',
    '/__sandbox/setup.json',
    '/__haiilo-simulator/key-server.js',
  ]

  test.each(paths)('refuses a hostname that an attacker points to this machine: %s', async (path) => {
    const answer = await ask(await start(), path, { host: 'rebound.example.com' })
    expect(answer.status).toBe(403)
  })

  test.each(paths.slice(1))('refuses pages of other origins: %s', async (path) => {
    const server = await start()
    const headers = { origin: 'http://localhost:5173', 'sec-fetch-site': 'cross-site' }
    expect((await ask(server, path, { headers })).status).toBe(403)
  })

  test.each(paths.slice(1))('refuses frames with an opaque origin: %s', async (path) => {
    const server = await start()
    expect((await ask(server, path, { headers: { origin: 'null' } })).status).toBe(403)
  })

  test('does not save a set-up from a page of another origin', async () => {
    const folder = await projectFolder()
    const server = await start({ setupFile: join(folder, 'sandbox.json') })
    const headers = { ...JSON_TYPE, origin: 'http://second.localhost:1' }
    const answer = await ask(server, '/__sandbox/setup.json', { method: 'PUT', headers, body: '{"version":1}' })
    expect(answer.status).toBe(403)
    expect(await readdir(folder)).toEqual([])
  })

  test('does not accept a set-up from a form', async () => {
    const server = await start()
    const headers = { 'content-type': 'text/plain' }
    expect((await ask(server, '/__sandbox/setup.json', { method: 'PUT', headers, body: '{}' })).status).toBe(415)
  })

  test.each([
    ['[]', 400],
    ['{', 400],
    ['', 400],
    [`{"a":"${'x'.repeat(600_000)}"}`, 413],
  ])('the body %.9s gets the status %i', async (body, status) => {
    const server = await start()
    const answer = await ask(server, '/__sandbox/setup.json', { method: 'PUT', headers: JSON_TYPE, body })
    expect(answer.status).toBe(status)
  })

  test('does not serve files outside of the page', async () => {
    const server = await start()
    for (const path of ['/../package.json', '/%2e%2e/%2e%2e/package.json', '/..%2fserver/create-sandbox-server.js']) {
      expect((await ask(server, path)).status).toBe(404)
    }
  })
})

describe('the page', () => {
  test('has the origin of a tenant: the server redirects other names of this machine to it', async () => {
    const server = await start()
    const answer = await ask(server, '/', { host: 'localhost' })
    expect(answer).toMatchObject({ status: 302, headers: { location: server.url } })
  })

  test.each(['home.localhost', 'second.localhost'])(
    'of %s publishes its key, and a plug-in verifies tokens with it',
    async (name) => {
      const server = await start()
      const tenant = `http://${name}:${server.port}`
      const script = await ask(server, '/__haiilo-simulator/key-server.js', { host: name })
      const keyServer = /"(.*)"/.exec(script.text)?.[1] ?? ''
      expect(keyServer).toMatch(`${tenant}/`)
      // Node does not resolve names below localhost everywhere; the browser tests use the names themselves
      const throughLoopback: typeof fetch = async (input, init) => {
        const address = String(input instanceof Request ? input.url : input)
        const { status, text } = await ask(server, address.replace(tenant, ''), {
          host: name,
          method: init?.method ?? 'GET',
          headers: Object.fromEntries(new Headers(init?.headers)),
          ...(typeof init?.body === 'string' && { body: init.body }),
        })
        return new Response(text, { status, headers: JSON_TYPE })
      }
      vi.stubGlobal('fetch', throughLoopback)
      onTestFinished(() => void vi.unstubAllGlobals())
      const home = createSimulatedHost({ tenant, keyServer, user: { userName: 'Ada' } })
      const token = await new Promise<string>((resolve) => {
        const { transport, source } = home.connect()
        transport.listen({ message: ({ data }) => resolve(String(data)), restored: () => undefined })
        transport.post({ iss: source, sub: 'init', jti: 'nonce' }, '*')
      })
      const verified = verifyToken(token, { development: true, fetch: throughLoopback })
      await expect(verified).resolves.toMatchObject({ issuer: tenant, context: { userName: 'Ada' } })
      home.close()
    },
  )
})

test('the host of the wrapper page serves nothing else', async () => {
  const server = await start()
  for (const path of ['/', '/__sandbox/plugin.json', '/__haiilo-simulator/key-server.js'])
    expect((await ask(server, path, { host: 'app.localhost' })).status).toBe(404)
})

describe('the plug-in', () => {
  test('is sent to open pages, and to pages that open later', async () => {
    const server = await start()
    const events = await fetch(`http://127.0.0.1:${server.port}/__sandbox/events`)
    const reader = events.body?.pipeThrough(new TextDecoderStream()).getReader()
    let seen = ''
    const readUntil = async (text: string): Promise<void> => {
      while (!seen.includes(text)) {
        const { value, done } = (await reader?.read()) ?? { done: true }
        if (done) throw new Error(`The stream ended without “${text}”: ${seen}`)
        seen += value
      }
    }
    await readUntil('The manifest has not been read yet.')
    server.show(PLUGIN)
    await readUntil(JSON.stringify(PLUGIN))
    expect(JSON.parse((await ask(server, '/__sandbox/plugin.json')).text)).toEqual(PLUGIN)
    await reader?.cancel()
  })
})

describe('the link to a page of the plug-in', () => {
  const manifest = {
    entryPoints: [
      { id: 'today', url: 'index.html?mode=a', configUrl: 'config.html' },
      { id: 'week', url: './pages/week.html' },
      { url: 'without-id.html' },
      'broken',
    ],
  }
  const base = 'http://localhost:5173/lunch/'

  async function shownBy(page: string, shown: object = manifest): Promise<unknown> {
    const server = await start()
    server.show({ manifest: shown, manifestUrl: `${base}manifest.json`, findings: [] })
    const { origin, pathname, hash } = new URL(server.linkTo(page))
    expect(`${origin}${pathname}`).toBe(server.url)
    return hash && readSetupFragment(hash)?.setup.instances
  }

  test.each([
    ['', 'today'],
    ['index.html?src=1#a', 'today'],
    ['config.html', 'today'],
    ['pages/week.html', 'week'],
  ])('%j shows its entry point only', async (page, entryPoint) => {
    expect(await shownBy(base + page)).toEqual([{ id: 'w1', entryPoint, columns: 6, config: {} }])
  })

  test.each(['other.html', 'without-id.html', '/index.html'])('%j has no set-up', async (page) => {
    expect(await shownBy(new URL(page, base).href)).toBe('')
  })

  test('of its only entry point keeps the set-up that was saved', async () => {
    expect(await shownBy(base, { entryPoints: [{ id: 'today', url: 'index.html' }] })).toBe('')
    expect(await shownBy(base, {})).toBe('')
  })
})

describe('the set-up', () => {
  test('survives a restart in a file with stable formatting', async () => {
    const setupFile = join(await projectFolder(), '.haiilo', 'sandbox.json')
    const setup = { version: 1, user: 'ada', instances: [{ id: 'a' }] }
    const first = await createSandboxServer({ port: 0, setupFile })
    const saved = await ask(first, '/__sandbox/setup.json', {
      method: 'PUT',
      headers: { ...JSON_TYPE, origin: `http://home.localhost:${first.port}` },
      body: JSON.stringify(setup),
    })
    await first.close()
    expect(saved.status).toBe(204)
    expect(await readFile(setupFile, 'utf8')).toBe(`${JSON.stringify(setup, undefined, 2)}\n`)
    const answer = await ask(await start({ setupFile }), '/__sandbox/setup.json')
    expect(JSON.parse(answer.text)).toEqual(setup)
  })

  test('gets the status 204 if it was never saved', async () => {
    const setupFile = join(await projectFolder(), 'sandbox.json')
    const onWarning = vi.fn()
    expect((await ask(await start({ setupFile, onWarning }), '/__sandbox/setup.json')).status).toBe(204)
    expect(onWarning).not.toHaveBeenCalled()
  })

  test.each([
    ['a truncated file', '{"version":1,'],
    ['a list', '[]'],
    ['an older version', '{"version":0,"user":"ada"}'],
  ])('%s is renamed to .bak and reported', async (_, text) => {
    const folder = await projectFolder()
    const setupFile = join(folder, 'sandbox.json')
    await writeFile(setupFile, text)
    const onWarning = vi.fn()
    const server = await start({ setupFile, onWarning })
    expect((await ask(server, '/__sandbox/setup.json')).status).toBe(204)
    expect(await readFile(`${setupFile}.bak`, 'utf8')).toBe(text)
    expect(await readdir(folder)).toEqual(['sandbox.json.bak'])
    expect(onWarning).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('sandbox.json.bak'))
  })

  test('is the newest one after several saves', async () => {
    const setupFile = join(await projectFolder(), 'sandbox.json')
    const server = await start({ setupFile })
    const save = async (index: number): Promise<Answer> =>
      ask(server, '/__sandbox/setup.json', {
        method: 'PUT',
        headers: JSON_TYPE,
        body: JSON.stringify({ version: 1, index }),
      })
    for (let index = 0; index < 20; index += 1) await save(index)
    expect(JSON.parse(await readFile(setupFile, 'utf8'))).toEqual({ version: 1, index: 19 })
  })

  test('is reported if it cannot be written, and the server keeps running', async () => {
    const folder = await projectFolder()
    await writeFile(join(folder, 'file'), '')
    const onWarning = vi.fn()
    const server = await start({ setupFile: join(folder, 'file', 'sandbox.json'), onWarning })
    const put = { method: 'PUT', headers: JSON_TYPE, body: '{"version":1}' }
    expect((await ask(server, '/__sandbox/setup.json', put)).status).toBe(500)
    expect((await ask(server, '/__sandbox/setup.json', put)).status).toBe(500)
    expect(onWarning).toHaveBeenCalledTimes(2)
    expect((await ask(server, '/__sandbox/plugin.json')).status).toBe(200)
  })
})

describe('the check of a plug-in page', () => {
  const stops: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop()
  })

  /** A plug-in's server with the given responses. */
  async function pluginServer(
    answer: (path: string) => { status: number; headers?: Record<string, string> },
  ): Promise<string> {
    const server = createServer((request, response) => {
      const { status, headers = {} } = answer(request.url ?? '')
      response.writeHead(status, { 'content-type': 'text/html', ...headers }).end('<!doctype html>')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    stops.push(async () => closeServer(server))
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }

  async function check(server: SandboxServer, url: string): Promise<Answer> {
    return ask(server, '/__sandbox/check', { method: 'POST', headers: JSON_TYPE, body: JSON.stringify({ url }) })
  }

  async function checkPlugin(
    headers: Record<string, string> | ((path: string) => { status: number; headers?: Record<string, string> }),
  ): Promise<{ kind: string; message: string }> {
    const origin = await pluginServer(typeof headers === 'function' ? headers : () => ({ status: 200, headers }))
    const server = await start()
    server.show({ ...PLUGIN, manifest: { entryPoints: [{ url: `${origin}/menu` }] } })
    const { status, text } = await check(server, `${origin}/menu`)
    expect(status).toBe(200)
    return JSON.parse(text) as { kind: string; message: string }
  }

  test.each<[string, Record<string, string>, string]>([
    ['a page without restrictions', {}, 'ok'],
    ['X-Frame-Options: DENY', { 'x-frame-options': 'DENY' }, 'refuses-frames'],
    ['X-Frame-Options: SAMEORIGIN', { 'x-frame-options': 'SAMEORIGIN' }, 'refuses-frames'],
    [
      'frame-ancestors with none',
      { 'content-security-policy': "default-src 'self'; frame-ancestors 'none'" },
      'refuses-frames',
    ],
    ['frame-ancestors with self', { 'content-security-policy': "frame-ancestors 'self'" }, 'refuses-frames'],
    [
      'frame-ancestors with another host',
      { 'content-security-policy': 'frame-ancestors https://*.example.com' },
      'refuses-frames',
    ],
    [
      'frame-ancestors with this host on another port',
      { 'content-security-policy': 'frame-ancestors http://home.localhost:1' },
      'refuses-frames',
    ],
    [
      'frame-ancestors with this host on any port',
      { 'content-security-policy': 'frame-ancestors http://home.localhost:*' },
      'ok',
    ],
    ['frame-ancestors with a wildcard', { 'content-security-policy': 'frame-ancestors http://*.localhost:*' }, 'ok'],
    ['frame-ancestors with a scheme', { 'content-security-policy': 'frame-ancestors http:' }, 'ok'],
    [
      'frame-ancestors with all, and an older header',
      { 'content-security-policy': 'frame-ancestors *', 'x-frame-options': 'DENY' },
      'ok',
    ],
    [
      'two policies, one of which forbids it',
      { 'content-security-policy': "frame-ancestors *, frame-ancestors 'none'" },
      'refuses-frames',
    ],
    ['a page that is not HTML', { 'content-type': 'application/json' }, 'not-html'],
  ])('%s', async (_, headers, kind) => {
    const found = await checkPlugin(headers)
    expect(found.kind).toBe(kind)
    expect(found.message === '').toBe(kind === 'ok')
  })

  test.each([404, 500])('reports the status %i', async (status) => {
    const found = await checkPlugin(() => ({ status }))
    expect(found.kind).toBe('status')
    expect(found.message).toContain(String(status))
  })

  test('accepts a redirect that keeps the parameter src', async () => {
    const found = await checkPlugin((path) =>
      path.startsWith('/menu')
        ? { status: 302, headers: { location: path.replace('/menu', '/en/menu') } }
        : { status: 200 },
    )
    expect(found.kind).toBe('ok')
  })

  test('reports a redirect that drops the parameter src', async () => {
    const found = await checkPlugin((path) =>
      path.startsWith('/menu') ? { status: 308, headers: { location: '/en/menu' } } : { status: 200 },
    )
    expect(found.kind).toBe('redirect')
    expect(found.message).toContain('/en/menu')
  })

  test('stops at an endless redirect', async () => {
    const found = await checkPlugin((path) => ({ status: 302, headers: { location: path } }))
    expect(found.kind).toBe('redirect')
  })

  test('reports a server that does not run', async () => {
    const server = await start()
    const gone = createServer()
    await new Promise<void>((resolve) => gone.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(gone.address() as AddressInfo).port}/`
    await closeServer(gone)
    server.show({ ...PLUGIN, manifest: { entryPoints: [{ url }] } })
    expect(JSON.parse((await check(server, url)).text)).toMatchObject({ kind: 'unreachable', url })
  })

  test('leaves a certificate that Node does not trust to the browser', async () => {
    for (const [code, kind] of [
      ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate'],
      ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate'],
      ['CERT_HAS_EXPIRED', 'certificate'],
      ['ECONNREFUSED', 'unreachable'],
    ]) {
      const cause = Object.assign(new Error('The request failed.'), { code })
      vi.spyOn(globalThis, 'fetch').mockRejectedValueOnce(new TypeError('fetch failed', { cause }))
      expect(await checkPage('https://localhost:5173/', 'http://home.localhost:4400')).toHaveProperty('kind', kind)
    }
  })

  test('requests only pages in the manifest', async () => {
    const requested = vi.fn(() => ({ status: 200 }))
    const origin = await pluginServer(requested)
    const server = await start()
    server.show({ ...PLUGIN, manifest: { entryPoints: [{ url: `${origin}/menu` }] } })
    expect((await check(server, `${origin}/admin`)).status).toBe(400)
    expect(requested).not.toHaveBeenCalled()
  })
})
