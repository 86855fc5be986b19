import { bundleKit, runDoctor, serveHttps, type HttpsServer, type Reply } from './support/deployed-plugin.js'
import { ONCE } from './support/examples.js'
import { expect, test as base } from './support/test.js'

const ENTRY_POINT = {
  id: '3f2b8c1e-5d4a-4b6f-9c7e-1a2b3c4d5e6f',
  url: 'index.html',
  name: { en: 'Lunch', de: 'Mittag' },
  description: { en: 'What is for lunch', de: 'Was es gibt' },
}

const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-cache',
  'content-security-policy': 'frame-ancestors https://*.coyocloud.com',
}

/** A page that connects, sends its height, and runs further lines of a script. */
function page(script = '', { trust = '', body = '<h1>Menu</h1>', connect = true } = {}): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <title>Lunch</title>
    <link rel="icon" href="data:," />
  </head>
  <body>
    <main>${body}<p></p></main>
    <script type="module">
      import { createHaiiloHost, haiiloTrust, observeHeight, onSave } from './kit-Bx3kQ9aZ.js'
      ${connect ? `const host = createHaiiloHost({ ${trust} })\n observeHeight(host, document.querySelector('main'))` : ''}
      ${connect ? "host.ready().catch((error) => (document.querySelector('p').textContent = error.code))" : ''}
      ${script}
    </script>
  </body>
</html>
`
}

interface Plugin {
  /** Serves the plug-in with other responses for some paths, and examines it. */
  readonly examine: (replies: Readonly<Record<string, Reply>>, options?: ExamineOptions) => ReturnType<typeof runDoctor>
  readonly server: () => HttpsServer
}

interface ExamineOptions {
  readonly argv?: readonly string[]
  readonly entryPoint?: object
}

const test = base.extend<{ plugin: Plugin }, { kit: string }>({
  kit: [async ({}, use) => use(await bundleKit()), { scope: 'worker' }],
  plugin: async ({ kit }, use) => {
    const servers: HttpsServer[] = []
    await use({
      server: () => servers[0]!,
      async examine(replies, { argv = [], entryPoint = {} } = {}) {
        const server = await serveHttps((path) => replies[path] ?? healthy(kit, entryPoint)[path] ?? { status: 404 })
        servers.push(server)
        return runDoctor(`https://plugins.example.com:${server.port}/manifest.json`, argv)
      },
    })
    for (const server of servers) await server.close()
  },
})

function healthy(kit: string, entryPoint: object): Readonly<Record<string, Reply>> {
  const manifest = {
    manifestVersion: '2.5.0',
    pluginVersion: '1.0.0',
    name: { en: 'Lunch', de: 'Mittag' },
    description: { en: 'What is for lunch', de: 'Was es gibt' },
    entryPoints: [{ ...ENTRY_POINT, ...entryPoint }],
  }
  const script = {
    'content-type': 'text/javascript',
    'cache-control': 'public, max-age=31536000, immutable',
    'access-control-allow-origin': '*',
  }
  return {
    '/manifest.json': { headers: { 'content-type': 'application/json' }, body: JSON.stringify(manifest) },
    '/index.html': { headers: PAGE_HEADERS, body: page() },
    '/kit-Bx3kQ9aZ.js': { headers: script, body: kit },
  }
}

const html = (body: string, headers: Readonly<Record<string, string>> = {}): Reply => ({
  headers: { ...PAGE_HEADERS, ...headers },
  body,
})

test.describe('haiilo-kit doctor --browser', { tag: ONCE }, () => {
  test('finds nothing in a plug-in with the default trust that only its tenant may frame', async ({ plugin }) => {
    const { code, rules, errors } = await plugin.examine({})
    expect({ code, rules, errors }).toEqual({ code: 0, rules: [], errors: '' })
  })
})
