import type { InlineConfig } from 'vite'
import { describe, expect, it } from 'vitest'
import { ask, type Reply } from '../../test/vite-app/ask.js'
import { addressOf, createApp, entryPoint, MANIFEST } from '../../test/vite-app/create-app.js'
import { serveManifest } from './serve-manifest.js'

type Server = InlineConfig['server']

const FOREIGN = 'https://home.example.com'
const FAULTY = { ...MANIFEST, entryPoints: [entryPoint({ id: 'lunch', configUrl: 'config.html' })] }
const SOURCE_LINE = 'const lunch = "a line of the source"'

/** The headers that let other origins read something. */
function openHeaders({ headers }: Reply): Record<string, unknown> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name.startsWith('access-control-')))
}

const CORS: readonly (readonly [setting: string, cors: NonNullable<Server>['cors']])[] = [
  ['its default', undefined],
  ['no CORS', false],
  ['CORS for all', true],
  ['CORS for a list of origins', { origin: [FOREIGN] }],
  ['CORS for one origin, with credentials', { origin: FOREIGN, credentials: true, exposedHeaders: ['x-lunch'] }],
]

const serverOf = (cors: NonNullable<Server>['cors']): InlineConfig => (cors === undefined ? {} : { server: { cors } })
const previewOf = (cors: NonNullable<Server>['cors']): InlineConfig => (cors === undefined ? {} : { preview: { cors } })

describe.each(CORS)('in a project with %s', (_, cors) => {
  it('every origin can read a manifest, whole or in part', async () => {
    const app = await createApp({ 'manifest.json': MANIFEST })
    const served = `${addressOf(await app.dev({}, serverOf(cors)))}manifest.json`
    await app.build()
    const built = `${addressOf(await app.preview({}, previewOf(cors)))}manifest.json`
    for (const [address, headers, status] of [
      [served, {}, 200],
      [served, { range: 'bytes=0-9' }, 200],
      [built, {}, 200],
      [built, { range: 'bytes=0-9' }, 206],
    ] as const) {
      for (const method of ['GET', 'HEAD']) {
        const reply = await ask(address, { method, headers: { origin: FOREIGN, ...headers } })
        expect([reply.status, openHeaders(reply)]).toEqual([status, { 'access-control-allow-origin': '*' }])
      }
    }
  })

  it('no origin can read an error', async () => {
    const app = await createApp({ 'manifest.json': MANIFEST })
    await app.build()
    const built = `${addressOf(await app.preview({}, { appType: 'mpa', ...previewOf(cors) }))}manifest.json`
    const beyond = await ask(built, { headers: { origin: FOREIGN, range: 'bytes=900000-900001' } })
    expect([beyond.status, openHeaders(beyond)]).toEqual([416, {}])
    await app.write('manifest.json', FAULTY)
    const served = `${addressOf(await app.dev({}, serverOf(cors)))}manifest.json`
    await app.remove('dist/manifest.json')
    for (const [address, status] of [
      [served, 500],
      [built, 404],
    ] as const) {
      const reply = await ask(address, { headers: { origin: FOREIGN } })
      expect([reply.status, openHeaders(reply)]).toEqual([status, {}])
    }
  })

  it('a preflight allows only reading the manifest', async () => {
    const app = await createApp({ 'manifest.json': MANIFEST })
    await app.build()
    const headers = {
      origin: FOREIGN,
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'x-lunch',
      'access-control-request-private-network': 'true',
    }
    for (const own of [
      addressOf(await app.dev({}, { base: '/lunch/', ...serverOf(cors) })),
      addressOf(await app.preview({}, { base: '/lunch/', ...previewOf(cors) })),
    ]) {
      const reply = await ask(`${own}manifest.json?x`, { method: 'OPTIONS', headers })
      expect([reply.status, openHeaders(reply)]).toEqual([
        204,
        {
          'access-control-allow-origin': '*',
          'access-control-allow-methods': 'GET, HEAD',
          'access-control-allow-headers': '*',
          'access-control-allow-private-network': 'true',
        },
      ])
      const other = await ask(`${own}main.js`, { method: 'OPTIONS', headers })
      expect(openHeaders(other)['access-control-allow-private-network']).toBeUndefined()
      if (!cors) expect(openHeaders(other)['access-control-allow-origin']).toBeUndefined()
    }
  })

  it('a manifest that cannot be created fails without a reason in the response, and with one in the terminal', async () => {
    const app = await createApp({ 'manifest.json': MANIFEST })
    const server = await app.dev(
      {},
      {
        plugins: [
          {
            name: 'failing',
            configureServer({ middlewares, config }) {
              const answer = (): Promise<never> => Promise.reject(new Error(SOURCE_LINE))
              const { logger } = config
              serveManifest(middlewares, { base: '/failing/', origin: undefined, allowedHosts: [], logger, answer })
            },
          },
        ],
        ...serverOf(cors),
      },
    )
    const reply = await ask(`${addressOf(server)}failing/manifest.json`, { headers: { origin: FOREIGN } })
    expect([reply.status, openHeaders(reply), reply.headers['content-type']]).toEqual([
      500,
      {},
      'text/plain; charset=utf-8',
    ])
    expect(reply.text).not.toContain('lunch')
    expect(app.log.filter(({ level }) => level === 'error').map(({ text }) => text)).toEqual([
      expect.stringContaining(SOURCE_LINE),
    ])
  })

  it('an invalid `server.origin` fails in the same way', async () => {
    const app = await createApp({ 'manifest.json': MANIFEST })
    const { server: settings } = serverOf(cors)
    const server = await app.dev({}, { server: { ...settings, origin: 'lunch' } })
    const reply = await ask(`${addressOf(server)}manifest.json`, { headers: { origin: FOREIGN } })
    expect([reply.status, openHeaders(reply), reply.headers['content-type']]).toEqual([
      500,
      {},
      'text/plain; charset=utf-8',
    ])
  })
})

describe('a module that throws', () => {
  it.each([
    ['an object without a prototype', 'throw Object.create(null)'],
    ['an object that throws again', 'throw { toString() { throw new Error("a") } }'],
    ['an error without a text', 'throw Object.assign(new Error(), { message: 7 })'],
    ['an error that throws again', 'throw Object.defineProperty(new Error(), "message", { get() { throw 1 } })'],
    ['a symbol', 'throw Symbol("lunch")'],
    ['nothing', 'throw undefined'],
  ])('%s is reported, and the server starts', async (_, code) => {
    const app = await createApp({ 'manifest.ts': `${code}\nexport const manifest = {}` })
    const server = await app.dev()
    const reply = await ask(`${addressOf(server)}manifest.json`, { headers: { origin: FOREIGN } })
    expect([reply.status, openHeaders(reply)]).toEqual([500, {}])
    expect(app.log.map(({ text }) => text).join('\n')).toContain('Could not load manifest.ts')
  })
})
