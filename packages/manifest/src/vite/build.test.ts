import { earlyHandshake, earlyHandshakeHash } from '@haiilo-kit/core/early'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createApp, entryPoint, MANIFEST, moduleOf, PAGE, type App } from '../../test/vite-app/create-app.js'

const FAULTY = { ...MANIFEST, entryPoints: [entryPoint({ id: 'lunch', configUrl: 'config.html' })] }
const UNKNOWN_FIELD = { ...MANIFEST, sandbox: true }

interface Built {
  readonly thumbnail?: string
  readonly lifecycle?: { readonly url: string }
  readonly apiAccess?: { readonly url: string }
  readonly entryPoints: readonly { readonly url: string; readonly configUrl?: string }[]
}

async function manifestOf(app: App): Promise<Built> {
  return JSON.parse((await app.read('dist/manifest.json')) ?? 'null') as Built
}

async function inlineScripts(app: App, page: string): Promise<string[]> {
  const html = (await app.read(`dist/${page}`)) ?? ''
  return [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>(.*?)<\/script>/gs)].map(([, code = '']) => code)
}

async function messageOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => '',
    (error: unknown) => String(error),
  )
}

describe('a build', () => {
  it('emits the manifest without $schema and with relative addresses, and builds its pages', async () => {
    const app = await createApp({ 'src/manifest.ts': moduleOf({ $schema: './schema.json', ...MANIFEST }) })
    await app.build()
    expect(await manifestOf(app)).toEqual(MANIFEST)
    for (const page of ['index.html', 'config.html']) {
      expect(await app.read(`dist/${page}`)).toContain('src="./assets/')
    }
    expect(app.log.filter(({ level, text }) => level !== 'info' || text.includes('haiilo'))).toEqual([])
  })

  it('resolves every address against `url`', async () => {
    const manifest = {
      ...MANIFEST,
      thumbnail: './lunch.png',
      lifecycle: { url: '/hooks/', events: ['install', 'uninstall'] },
      apiAccess: { url: '../api/', client: { mode: ['authorization_code'], scope: ['plugin:notify'] } },
      entryPoints: [
        entryPoint({ url: './index.html?mode=a#b', configUrl: 'https://plugins.example.com/lunch/config.html' }),
      ],
    }
    const app = await createApp({ 'manifest.json': manifest, 'public/lunch.png': 'png' })
    await app.build({ url: 'https://plugins.example.com/lunch' })
    const { thumbnail, lifecycle, apiAccess, entryPoints } = await manifestOf(app)
    expect([thumbnail, lifecycle?.url, apiAccess?.url, entryPoints[0]?.url, entryPoints[0]?.configUrl]).toEqual([
      'https://plugins.example.com/lunch/lunch.png',
      'https://plugins.example.com/hooks/',
      'https://plugins.example.com/api/',
      'https://plugins.example.com/lunch/index.html?mode=a#b',
      'https://plugins.example.com/lunch/config.html',
    ])
    expect(await app.read('dist/config.html')).toContain('src="./assets/')
  })

  it('does not change addresses of other servers', async () => {
    const entryPoints = [entryPoint({ url: '../shared/index.html', configUrl: 'https://example.com/config.html' })]
    const app = await createApp({ 'manifest.json': { ...MANIFEST, entryPoints } })
    await app.build()
    expect((await manifestOf(app)).entryPoints).toEqual(entryPoints)
    expect(await app.read('dist/config.html')).toBeUndefined()
    expect(await inlineScripts(app, 'index.html')).toEqual([])
  })

  it.each([
    ['/lunch/', 'src="/lunch/assets/'],
    ['https://cdn.example.com/lunch/', 'src="https://cdn.example.com/lunch/assets/'],
  ])('keeps the base of the project: %s', async (base, assets) => {
    const app = await createApp({ 'manifest.json': MANIFEST })
    await app.build({}, { base })
    expect(await app.read('dist/config.html')).toContain(assets)
    expect(await inlineScripts(app, 'config.html')).toEqual([earlyHandshake('config')])
    expect((await manifestOf(app)).entryPoints).toEqual(MANIFEST.entryPoints)
  })

  it('finds pages by root-relative addresses and by folders', async () => {
    const entryPoints = [entryPoint({ url: '/lunch/sub%20folder/', configUrl: '/lunch/config.html' })]
    const app = await createApp({ 'manifest.json': { ...MANIFEST, entryPoints }, 'sub folder/index.html': PAGE })
    await app.write('sub folder/main.js', '')
    await app.build({}, { base: '/lunch/' })
    expect(await inlineScripts(app, 'sub folder/index.html')).toEqual([earlyHandshake('plugin')])
    expect((await manifestOf(app)).entryPoints).toMatchObject([{ url: 'sub%20folder/', configUrl: 'config.html' }])
  })

  it('still builds the default page of Vite', async () => {
    const entryPoints = [entryPoint({ url: 'today', configUrl: 'config.html' })]
    const app = await createApp({ 'manifest.json': { ...MANIFEST, entryPoints } })
    await app.build()
    expect(await app.read('dist/index.html')).toContain('src="./assets/')
    expect(await app.read('dist/config.html')).toContain('src="./assets/')
  })

  it('keeps the inputs of the project, and warns about a page that they do not contain', async () => {
    const app = await createApp({ 'manifest.json': MANIFEST })
    await app.build({}, { build: { rolldownOptions: { input: join(app.root, 'index.html') } } })
    expect(await app.read('dist/config.html')).toBeUndefined()
    expect(app.log.find(({ level }) => level === 'warn')?.text).toContain('The manifest names the page "config.html"')
  })

  it('does not build pages of the public folder', async () => {
    const app = await createApp({ 'manifest.json': MANIFEST, 'config.html': undefined, 'public/config.html': PAGE })
    await app.build()
    expect(await app.read('dist/config.html')).toBe(PAGE)
    expect(app.log.filter(({ level }) => level !== 'info')).toEqual([])
  })

  it('emits the thumbnail, and warns about a missing one', async () => {
    const app = await createApp({
      'manifest.json': { ...MANIFEST, thumbnail: 'img/lunch.png' },
      'img/lunch.png': 'png',
    })
    await app.build()
    expect(await app.read('dist/img/lunch.png')).toBe('png')
    await app.remove('img/lunch.png')
    await app.build()
    expect(app.log.find(({ level }) => level === 'warn')?.text).toContain('/thumbnail: The thumbnail "img/lunch.png"')
  })

  it('of a server emits no manifest and no pages', async () => {
    const app = await createApp({ 'manifest.json': MANIFEST, 'server.js': 'export const render = () => "lunch"\n' })
    await app.build({}, { build: { ssr: join(app.root, 'server.js') } })
    expect(await app.read('dist/server.js')).toContain('render')
    expect(await app.read('dist/manifest.json')).toBeUndefined()
  })
})

describe('a build fails', () => {
  it('for errors, and lists them all at once', async () => {
    const entryPoints = [entryPoint({ id: 'lunch', height: '300' })]
    const app = await createApp({ 'src/manifest.ts': moduleOf({ ...MANIFEST, entryPoints }) })
    const message = await messageOf(app.build())
    expect(message).toContain('2 errors in src/manifest.ts\n')
    expect(message).toMatch(/\n {2}\/entryPoints\/0\/id: .*\(entry-point-id-invalid\)\n/)
    expect(message).toMatch(/\n {2}\/entryPoints\/0\/height: .*\(height-invalid\)/)
    expect(await app.read('dist/manifest.json')).toBeUndefined()
  })

  it('with line and column if the manifest is JSON', async () => {
    const app = await createApp({ 'manifest.json': FAULTY })
    expect(await messageOf(app.build())).toContain('manifest.json:12:7 /entryPoints/0/id: ')
  })

  it('for a page that does not exist', async () => {
    const app = await createApp({ 'manifest.json': MANIFEST, 'config.html': undefined })
    const message = await messageOf(app.build())
    expect(message).toMatch(/manifest\.json:\d+:7 \/entryPoints\/0\/configUrl: The page "config\.html" does not exist/)
  })

  it('for warnings with `strict`', async () => {
    const app = await createApp({ 'manifest.json': UNKNOWN_FIELD })
    expect(await messageOf(app.build({ strict: true }))).toContain('1 warning in manifest.json')
    await app.build()
    expect(app.log.filter(({ level }) => level === 'warn')).toMatchObject([
      { text: expect.stringContaining('(unknown-field)') as string },
    ])
  })

  it('for a thousand pages that do not exist, and lists the first fifty errors', async () => {
    const strange = ['%00.html', '%2e%2e%2fetc.html', '%zz.html', '..%5cetc.html', `${'a'.repeat(5000)}.html`]
    const pages = [...strange, ...Array.from({ length: 1000 }, (_, index) => `${index}.html`)]
    const entryPoints = pages.map((url) => entryPoint({ url, configUrl: url }, crypto.randomUUID()))
    const app = await createApp({ 'manifest.json': { ...MANIFEST, entryPoints } })
    expect(await messageOf(app.build())).toMatch(/2004 errors in manifest\.json\n.*… and 1954 more/s)
  })

  it.each<[string, Record<string, string>, RegExp]>([
    ['there is no manifest', {}, /No manifest found\. Create src\/manifest\.ts/],
    ['it is not JavaScript', { 'manifest.ts': 'export default {' }, /Could not load manifest\.ts: /],
    ['it throws', { 'manifest.ts': 'throw new Error("no lunch")' }, /Could not load manifest\.ts: no lunch/],
    [
      'it throws a value that is not an error',
      { 'manifest.ts': 'throw Symbol("lunch")' },
      /Could not load manifest\.ts: Symbol/,
    ],
    ['it imports a missing file', { 'manifest.ts': 'import "./texts"' }, /Could not load manifest\.ts: .*texts/],
    [
      'it exports none',
      { 'manifest.ts': 'export const lunch = {}' },
      /manifest\.ts\n {2}The file does not export a manifest/,
    ],
    ['it exports something else', { 'manifest.ts': 'export default "lunch"' }, /The file does not export a manifest/],
    ['it is not JSON', { 'manifest.json': '{' }, /manifest\.json:1:\d: This is not JSON/],
  ])('if %s', async (_, files, message) => {
    const app = await createApp(files)
    expect(await messageOf(app.build())).toMatch(message)
  })

  it('if the configured file does not exist', async () => {
    const app = await createApp({ 'manifest.json': MANIFEST })
    expect(await messageOf(app.build({ manifest: 'manifests/lunch.ts' }))).toContain('"manifests/lunch.ts"')
  })
})

describe('a manifest as a module', () => {
  it.each<[string, Record<string, string>]>([
    ['is its default export', { 'src/manifest.ts': `export default ${JSON.stringify(MANIFEST)} as const` }],
    ['may be promised', { 'src/manifest.mjs': `export default Promise.resolve(${JSON.stringify(MANIFEST)})` }],
    [
      'may import local files, also by an alias',
      {
        'src/manifest.ts': `import type { Manifest } from '@haiilo-kit/manifest'
          import rest from './rest.json'
          import { version } from '@/version'
          export const manifest: Manifest = { ...rest, pluginVersion: version } as Manifest`,
        'src/rest.json': JSON.stringify({ ...MANIFEST, pluginVersion: undefined }),
        'src/version.ts': `enum Version { now = '1.0.0' }\nexport const version: string = Version.now`,
      },
    ],
    [
      'is resolved with the conditions of servers, not of browsers',
      {
        'manifest.ts': `import { version } from '#version'
          export const manifest = { ...${JSON.stringify(MANIFEST)}, pluginVersion: version }`,
        'package.json':
          '{ "type": "module", "imports": { "#version": { "browser": "./no.ts", "default": "./yes.ts" } } }',
        'no.ts': `export const version: string = '2.0.0'`,
        'yes.ts': `export const version: string = '1.0.0'`,
      },
    ],
  ])('%s', async (_, files) => {
    const app = await createApp(files)
    await app.build({}, { resolve: { alias: { '@': join(app.root, 'src') } } })
    expect(await manifestOf(app)).toEqual(MANIFEST)
  })

  it('can be in any folder', async () => {
    const app = await createApp({ 'app/index.html': PAGE, 'app/config.html': PAGE, 'app/main.js': '' })
    await app.write('manifests/lunch.ts', moduleOf(MANIFEST))
    await app.build({ manifest: '../manifests/lunch.ts' }, { root: join(app.root, 'app') })
    expect(JSON.parse((await app.read('app/dist/manifest.json')) ?? '')).toEqual(MANIFEST)
  })
})

describe('a manifest as JSON', () => {
  it('gets a declaration next to it, which is updated if it was generated', async () => {
    const app = await createApp({ 'src/manifest.json': MANIFEST })
    await app.build()
    expect(await app.read('src/manifest.d.json.ts')).toContain('"pluginVersion": "1.0.0"')
    await app.write('src/manifest.json', { ...MANIFEST, pluginVersion: '1.1.0' })
    await app.build()
    expect(await app.read('src/manifest.d.json.ts')).toContain('"pluginVersion": "1.1.0"')
  })

  it('keeps a hand-written declaration', async () => {
    const app = await createApp({ 'manifest.json': MANIFEST, 'manifest.d.json.ts': 'export default 1\n' })
    await app.build()
    expect(await app.read('manifest.d.json.ts')).toBe('export default 1\n')
  })

  it('gets no declaration in the public folder', async () => {
    const app = await createApp({ 'public/manifest.json': MANIFEST })
    await app.build({ manifest: 'public/manifest.json' })
    expect(await app.read('public/manifest.d.json.ts')).toBeUndefined()
    expect(await manifestOf(app)).toEqual(MANIFEST)
  })
})

describe('the early handshake', () => {
  it('is first in the head of the pages of the manifest, and matches its hash byte for byte', async () => {
    const app = await createApp({
      'manifest.json': { ...MANIFEST, entryPoints: [entryPoint({ configUrl: 'config.html' })] },
    })
    await app.write('other.html', PAGE)
    await app.build({}, { build: { rolldownOptions: { input: PAGES.map((page) => join(app.root, page)) } } })
    expect(await inlineScripts(app, 'other.html')).toEqual([])
    for (const [page, view] of [
      ['index.html', 'plugin'],
      ['config.html', 'config'],
    ] as const) {
      const [script = ''] = await inlineScripts(app, page)
      expect(script).toBe(earlyHandshake(view))
      const hash = createHash('sha256').update(script).digest('base64')
      expect(`sha256-${hash}`).toBe(await earlyHandshakeHash(view))
      const html = (await app.read(`dist/${page}`)) ?? ''
      expect(html).toMatch(/<head>\s*<script>/)
      // browsers search only the first 1024 bytes for the charset
      expect(html.slice(0, 1024)).toContain('<meta charset="utf-8" />')
    }
  })

  it('has the nonce of the project', async () => {
    const app = await createApp({ 'manifest.json': MANIFEST })
    await app.build({}, { html: { cspNonce: 'PLACEHOLDER' } })
    expect(await app.read('dist/index.html')).toContain(`<script nonce="PLACEHOLDER">${earlyHandshake()}</script>`)
  })

  it('is not added to a page that is both `url` and `configUrl`, and a note says so', async () => {
    const app = await createApp({ 'manifest.json': { ...MANIFEST, entryPoints: BOTH } })
    await app.build()
    expect(await inlineScripts(app, 'index.html')).toEqual([])
    const notes = app.log.filter(({ text }) => text.includes('gets no early handshake'))
    expect(notes).toHaveLength(1)
    expect(notes[0]?.text).toContain('/entryPoints/0/configUrl: The page "index.html"')
  })

  it('can be switched off', async () => {
    const app = await createApp({ 'manifest.json': MANIFEST })
    await app.build({ early: false })
    expect(await inlineScripts(app, 'index.html')).toEqual([])
  })
})

const PAGES = ['index.html', 'config.html', 'other.html']
const BOTH = [
  entryPoint({ url: 'index.html', configUrl: 'index.html?settings' }),
  entryPoint({ url: './', configUrl: 'index.html' }, '7c9b2f64-1d38-4e0a-8f6d-52a6c0e94b1d'),
]
