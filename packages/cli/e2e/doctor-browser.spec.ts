import { readFileSync } from 'node:fs'
import { expect, test as base } from '@playwright/test'

import { deploymentChecks, type DeploymentCheck } from '../src/doctor/catalogue.js'
import {
  bundleKit,
  runDoctor,
  serveHttps,
  type DoctorOptions,
  type HttpsServer,
  type Reply,
} from './deployed-plugin.js'

const ENTRY_POINT = {
  id: '3f2b8c1e-5d4a-4b6f-9c7e-1a2b3c4d5e6f',
  url: 'index.html',
  name: { en: 'Lunch', de: 'Mittag' },
  description: { en: 'What is for lunch', de: 'Mittagessen' },
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

interface ExamineOptions extends DoctorOptions {
  readonly entryPoint?: object
  readonly hostname?: string
}

const test = base.extend<{ plugin: Plugin }, { kit: string }>({
  kit: [async ({}, use) => use(await bundleKit()), { scope: 'worker' }],
  plugin: async ({ kit }, use) => {
    const servers: HttpsServer[] = []
    await use({
      server: () => servers[0]!,
      async examine(replies, { entryPoint = {}, hostname = 'plugins.example.com', ...options } = {}) {
        const server = await serveHttps((path) => replies[path] ?? healthy(kit, entryPoint)[path] ?? { status: 404 })
        servers.push(server)
        return runDoctor(`https://${hostname}:${server.port}/manifest.json`, options)
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
    description: { en: 'What is for lunch', de: 'Mittagessen' },
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

/** For pages that stay silent: the doctor waits until the end. In seconds. */
const SILENT = { timeout: 8 }

/** One row for each fault: the page, the entry point, and what the doctor finds. */
const FAULTS: readonly (readonly [fault: string, reply: Reply, rule: string, text: string])[] = [
  [
    'sends a message that the host refuses',
    html(page("parent.postMessage({ iss: 'someone', sub: 'init', jti: '1' }, '*')", { connect: false })),
    'handshake-missing',
    'The host refused its message: ',
  ],
  ['throws an error', html(page("throw new RangeError('no menu')")), 'script-error', 'RangeError: no menu'],
  ['writes an error', html(page("console.error('menu', 7)")), 'script-error', 'menu 7'],
  [
    'writes its token',
    html(page("console.error('token', (await host.ready()).token ?? await host.getToken())")),
    'script-error',
    'token [token]',
  ],
  [
    'requests what CORS forbids',
    html(page("fetch('/manifest.json').catch(() => {})")),
    'request-failed',
    'The browser reports net::ERR_FAILED',
  ],
  ['loads a missing picture', html(page("new Image().src = './menu.png'")), 'request-failed', 'status 404'],
]

/** The checks that need a browser. The others are tested without one. */
const CHECKS = Object.entries<DeploymentCheck>(deploymentChecks).filter(([, { inBrowser }]) => inBrowser)

/** Reads an example of the page about a check: HTML, or a response without a body. */
function exampleOf(id: string, part: 'Right' | 'Wrong'): Reply {
  const text = readFileSync(new URL(`../../../docs/checks/${id}.md`, import.meta.url), 'utf8')
  const [, language, code = ''] =
    new RegExp(`^## ${part}\\n\\n\`\`\`(html|http)\\n(.*?)\\n\`\`\`$`, 'ms').exec(text) ?? []
  if (language === 'html')
    return html(code.replace('@haiilo-kit/core', './kit-Bx3kQ9aZ.js').replace('kit.js', 'kit-Bx3kQ9aZ.js'))
  const headers = [...code.matchAll(/^([\w-]+): (.*)$/gm)].map(([, name = '', value = '']) => [
    name.toLowerCase(),
    value,
  ])
  return html(page(), Object.fromEntries(headers) as Record<string, string>)
}

test.describe('haiilo-kit doctor --browser', () => {
  test('finds nothing in a plug-in with the default trust that only its tenant may frame', async ({ plugin }) => {
    const { code, rules, errors } = await plugin.examine({})
    expect({ code, rules, errors }).toEqual({ code: 0, rules: [], errors: '' })
  })

  for (const [id, { severity }] of CHECKS) {
    test(`finds the wrong example of its page, and nothing in the right one: ${id}`, async ({ plugin }) => {
      const options = ['handshake-missing', 'height-missing'].includes(id) ? SILENT : {}
      // at the same time, because the doctor may wait for the wrong one
      const [wrong, right] = await Promise.all([
        plugin.examine({ '/index.html': exampleOf(id, 'Wrong') }, options),
        plugin.examine({ '/index.html': exampleOf(id, 'Right') }),
      ])
      // the browser also writes to the console what it blocks
      expect(wrong.rules.filter((rule) => rule === id || rule !== 'script-error')).toEqual([id])
      expect(wrong.code).toBe(severity === 'error' ? 1 : 0)
      expect(right.rules).toEqual([])
    })
  }

  for (const [fault, reply, rule, text] of FAULTS) {
    test(`finds a page that ${fault}`, async ({ plugin }) => {
      const { findings, code } = await plugin.examine(
        { '/index.html': reply },
        rule === 'handshake-missing' ? SILENT : {},
      )
      const found = findings.find((finding) => finding.rule === rule)
      expect(`${found?.message} ${found?.url}`, JSON.stringify(findings)).toContain(text)
      expect(code).toBe(found?.severity === 'error' ? 1 : 0)
    })
  }

  test('needs no height from a page whose height is in the manifest', async ({ plugin }) => {
    const silent = html(page('createHaiiloHost().ready()', { connect: false }))
    const { rules } = await plugin.examine({ '/index.html': silent }, { entryPoint: { height: 300 } })
    expect(rules).toEqual([])
  })

  test('does not open a page that no host may frame', async ({ plugin }) => {
    const headers = { 'content-security-policy': "frame-ancestors 'none'" }
    const { rules } = await plugin.examine({ '/index.html': html(page(), headers) })
    expect(rules).toEqual(['frame-refused'])
    expect(plugin.server().requests.filter((request) => request.endsWith('/index.html'))).toHaveLength(1)
  })

  test('simulates a tenant that the plug-in names in its trust', async ({ plugin }) => {
    const reply = html(page('', { trust: "trust: haiiloTrust({ tenants: ['https://acme.coyocloud.com'] })" }))
    const other = await plugin.examine({ '/index.html': reply })
    expect(other.findings).toEqual([
      expect.objectContaining({
        rule: 'handshake-refused',
        message: expect.stringContaining('https://haiilo-kit-doctor.coyocloud.com (ERR_TOKEN_ISSUER)'),
        fix: 'Pass `--tenant` with one of your tenants.',
      }),
    ])
    const own = await plugin.examine({ '/index.html': reply }, { argv: ['--tenant', 'https://acme.coyocloud.com'] })
    expect(own.rules).toEqual([])
  })

  test('opens the configuration view, and reports it by its own address', async ({ plugin }) => {
    const reply = html(page('', { connect: false }))
    const settings = html(page('onSave(host, () => true)', { trust: "view: 'config'" }))
    const entryPoint = { configUrl: 'settings.html' }
    const [healthySettings, { findings }] = await Promise.all([
      plugin.examine({ '/settings.html': settings }, { entryPoint }),
      plugin.examine({ '/settings.html': reply }, { entryPoint, ...SILENT }),
    ])
    expect(healthySettings.rules).toEqual([])
    expect(findings.map(({ rule, url }) => [rule, new URL(url).pathname])).toEqual([
      ['handshake-missing', '/settings.html'],
    ])
  })

  test('sends nothing to the tenant, although the plug-in tries it in ten ways', async ({ plugin }) => {
    const tenant = await serveHttps(() => ({ headers: { 'access-control-allow-origin': '*' } }))
    // both on this machine: the rules for private networks alone would let the connections through
    const origin = `https://acme.localhost:${tenant.port}`
    const attempts = `
      document.head.insertAdjacentHTML('beforeend', '<link rel="preconnect" href="${origin}">')
      document.head.insertAdjacentHTML('beforeend', '<link rel="prefetch" href="${origin}/prefetch">')
      document.body.insertAdjacentHTML('beforeend', '<iframe title="tenant" src="${origin}/frame"></iframe>')
      new Image().src = '${origin}/image'
      navigator.sendBeacon('${origin}/beacon', 'x')
      window.open('${origin}/window')
      const socket = new WebSocket('wss://acme.localhost:${tenant.port}/socket')
      const over = new Promise((resolve) => socket.addEventListener('close', resolve))
      await Promise.allSettled([over, ...['${origin}/fetch', './redirect', './redirect-in-capitals'].map((url) => fetch(url))])
      document.title = 'tried'
      fetch('./tried.json')
    `
    const redirect = (location: string): Reply => ({
      status: 302,
      headers: { location, 'access-control-allow-origin': '*' },
    })
    await plugin.examine(
      {
        '/index.html': html(page(attempts), {
          'content-security-policy': `frame-ancestors ${origin}; report-uri ${origin}/report; img-src 'self'`,
        }),
        '/redirect': redirect(`${origin}/redirected`),
        '/redirect-in-capitals': redirect(`https://ACME.localhost:${tenant.port}/other`),
      },
      { argv: ['--tenant', origin], hostname: 'plugins.localhost', ...SILENT },
    )
    const paths = plugin.server().requests.map((request) => request.split(' ').at(-1))
    expect(paths).toEqual(expect.arrayContaining(['/redirect', '/redirect-in-capitals', '/tried.json']))
    expect([tenant.connections(), tenant.requests]).toEqual([0, []])
    await tenant.close()
  })

  test('refuses addresses in a private network', async ({ plugin }) => {
    const { findings } = await plugin.examine({
      '/index.html': html(page("fetch('https://10.0.0.1/').catch(() => {})")),
    })
    expect(findings).toEqual([
      expect.objectContaining({
        rule: 'request-failed',
        url: 'https://10.0.0.1/',
        message: expect.stringContaining('private network'),
      }),
    ])
  })
})
