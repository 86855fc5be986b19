import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import {
  FULL_MANIFEST,
  PAGE,
  PAGE_HEADERS,
  SCRIPT_HEADERS,
  servePlugin,
  STYLE_HEADERS,
  type Replies,
  type Reply,
} from '../../test/plugin-server.js'
import { runProgram } from '../../test/run-program.js'
import type { Environment } from '../context.js'
import type { JsonOutput } from '../formats/json.js'
import { deploymentChecks, type CheckId, type DeploymentCheck } from './catalogue.js'
import { isDeploymentFinding } from '../validate/report.js'

/** Checks a plug-in with faults. */
async function examine(faults: Replies = {}, argv: readonly string[] = [], changes: Partial<Environment> = {}) {
  const server = await servePlugin(faults)
  return { ...server, ...(await examineUrl(server.manifest, argv, changes)) }
}

async function examineUrl(url: string, argv: readonly string[], changes: Partial<Environment> = {}) {
  const outcome = await runProgram(['doctor', url, '--format', 'json', ...argv], changes)
  const source = (JSON.parse(outcome.stdout) as JsonOutput).sources[0]!
  const findings = source.findings.filter(isDeploymentFinding)
  return { ...outcome, source, findings, rules: source.findings.map(({ rule }) => rule) }
}

const page = (body: string): Reply => ({ headers: PAGE_HEADERS, body })
const pageHeaders = (headers: NonNullable<Reply['headers']>): Reply => ({
  headers: { ...PAGE_HEADERS, ...headers },
  body: PAGE,
})
const script = (headers: NonNullable<Reply['headers']>): Reply => ({
  headers: { ...SCRIPT_HEADERS, ...headers },
  body: 'export {}',
})
const style = (headers: NonNullable<Reply['headers']>): Reply => ({
  headers: { ...STYLE_HEADERS, ...headers },
  body: 'p {}',
})
const without = (headers: Readonly<Record<string, string>>, name: string): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name))

const INDEX = 'GET /index.html'
const SCRIPT = 'GET /assets/main-Bx3kQ9aZ.js'
const STYLE = 'GET /assets/main-C8nU1w2f.css'
const WEBHOOK = 'POST /lifecycle/install'
const large = 'x'.repeat(40_000)

describe('a plug-in without a fault', () => {
  it('has no findings', async () => {
    const { code, rules, stderr } = await examine({}, ['--webhook', '--strict'])
    expect([code, rules, stderr]).toEqual([0, [], ''])
  })

  it('is requested as the host and a sandboxed frame do', async () => {
    const { requests } = await examine()
    const received = requests.map(({ method, url, headers }) => [
      method,
      url,
      headers['sec-fetch-dest'],
      headers.origin,
    ])
    expect(received).toEqual(
      expect.arrayContaining([
        ['GET', '/index.html?src=haiilo-kit-doctor', 'iframe', undefined],
        ['GET', '/settings.html?src=haiilo-kit-doctor', 'iframe', undefined],
        ['GET', '/assets/main-Bx3kQ9aZ.js', 'script', 'null'],
        ['GET', '/assets/main-C8nU1w2f.css', 'style', undefined],
      ]),
    )
  })

  it.each([
    [
      'pages that are compressed',
      { [INDEX]: { headers: { ...PAGE_HEADERS, 'content-encoding': 'gzip' }, body: gzipSync(PAGE + large) } },
    ],
    ['X-Frame-Options, which frame-ancestors overrides', { [INDEX]: pageHeaders({ 'x-frame-options': 'DENY' }) }],
    [
      'a redirect that keeps the query',
      { [INDEX]: redirect('/b.html?src=haiilo-kit-doctor'), 'GET /b.html': page(PAGE) },
    ],
    ['a page that is kept for an hour', { [INDEX]: pageHeaders({ 'cache-control': 'max-age=3600' }) }],
    [
      'a data block',
      { [INDEX]: page(PAGE.replace('</head>', '<script type="application/json" src="/none.json"></script></head>')) },
    ],
    [
      'a script in a template',
      { [INDEX]: page(PAGE.replace('</head>', '<template><script src="/none.js"></script></template></head>')) },
    ],
    [
      'a script in a comment',
      { [INDEX]: page(PAGE.replace('</head>', '<!-- <script src="/none.js"></script> --></head>')) },
    ],
    ['a base', { [INDEX]: page(PAGE.replace('<meta', '<base href="/assets/" /><meta').replaceAll('./assets/', '')) }],
    ['a module for every origin by its name', { [SCRIPT]: script({ 'access-control-allow-origin': 'null' }) }],
  ] satisfies [string, Replies][])('can have %s', async (_, faults) => {
    expect((await examine(faults, ['--webhook'])).rules).toEqual([])
  })
})

function redirect(location: string): Reply {
  return { status: 302, headers: { location } }
}

/** One row for each way to fail. */
const FAULTS: readonly (readonly [name: string, rule: CheckId, faults: Replies])[] = [
  ['a page that does not exist', 'page-unavailable', { [INDEX]: { status: 404 } }],
  ['a settings page that does not exist', 'page-unavailable', { 'GET /settings.html': { status: 500 } }],
  ['a page that closes the connection', 'page-unavailable', { [INDEX]: ({ socket }) => socket.destroy() }],
  [
    'a page with a terminal command in a header',
    'page-unavailable',
    { [INDEX]: ({ socket }) => socket.end('HTTP/1.1 200 OK\r\nX-A: \u001B[2J\r\n\r\n') },
  ],
  ['a page that redirects in a circle', 'page-unavailable', { [INDEX]: redirect('/index.html?src=haiilo-kit-doctor') }],
  ['a page that redirects to http', 'page-unavailable', { [INDEX]: redirect('http://plugins.example.com/') }],
  ['a page that redirects into a private network', 'page-unavailable', { [INDEX]: redirect('https://10.0.0.1/') }],
  ['a page that is sent as text', 'page-not-html', { [INDEX]: pageHeaders({ 'content-type': 'text/plain' }) }],
  [
    'a page without a type',
    'page-not-html',
    { [INDEX]: { headers: without(PAGE_HEADERS, 'content-type'), body: PAGE } },
  ],
  [
    'frame-ancestors none',
    'frame-refused',
    { [INDEX]: pageHeaders({ 'content-security-policy': "frame-ancestors 'none'" }) },
  ],
  [
    'frame-ancestors self',
    'frame-refused',
    { [INDEX]: pageHeaders({ 'content-security-policy': "default-src *; frame-ancestors 'self'" }) },
  ],
  [
    'frame-ancestors of this machine',
    'frame-refused',
    { [INDEX]: pageHeaders({ 'content-security-policy': 'frame-ancestors http://localhost:*' }) },
  ],
  [
    'frame-ancestors without a source',
    'frame-refused',
    { [INDEX]: pageHeaders({ 'content-security-policy': 'frame-ancestors' }) },
  ],
  [
    'a second policy',
    'frame-refused',
    { [INDEX]: pageHeaders({ 'content-security-policy': ['frame-ancestors *', "frame-ancestors 'none'"] }) },
  ],
  [
    'X-Frame-Options: DENY',
    'frame-refused',
    {
      [INDEX]: {
        headers: { ...without(PAGE_HEADERS, 'content-security-policy'), 'x-frame-options': 'DENY' },
        body: PAGE,
      },
    },
  ],
  [
    'X-Frame-Options: SAMEORIGIN',
    'frame-refused',
    {
      [INDEX]: {
        headers: { ...without(PAGE_HEADERS, 'content-security-policy'), 'x-frame-options': 'SameOrigin' },
        body: PAGE,
      },
    },
  ],
  ['a redirect without src', 'src-lost', { [INDEX]: redirect('/b.html'), 'GET /b.html': page(PAGE) }],
  ['a redirect with another src', 'src-lost', { [INDEX]: redirect('/b.html?src=a'), 'GET /b.html': page(PAGE) }],
  ['no title', 'title-missing', { [INDEX]: page(PAGE.replace('<title>Lunch</title>', '')) }],
  ['an empty title', 'title-missing', { [INDEX]: page(PAGE.replace('Lunch', '  ')) }],
  [
    'a title in an image only',
    'title-missing',
    {
      [INDEX]: page(PAGE.replace('<title>Lunch</title>', '').replace('<body>', '<body><svg><title>Icon</title></svg>')),
    },
  ],
  ['no language', 'language-missing', { [INDEX]: page(PAGE.replace(' lang="en"', '')) }],
  ['a module that does not exist', 'asset-unavailable', { [SCRIPT]: { status: 404 } }],
  ['a stylesheet that does not exist', 'asset-unavailable', { [STYLE]: { status: 410 } }],
  ['a script that is the start page', 'asset-wrong-type', { [SCRIPT]: script({ 'content-type': 'text/html' }) }],
  ['a stylesheet that is text', 'asset-wrong-type', { [STYLE]: style({ 'content-type': 'text/plain' }) }],
  [
    'a module without CORS',
    'cors-missing',
    { [SCRIPT]: { headers: without(SCRIPT_HEADERS, 'access-control-allow-origin'), body: '' } },
  ],
  [
    'a module for one origin',
    'cors-missing',
    { [SCRIPT]: script({ 'access-control-allow-origin': 'https://plugins.example.com' }) },
  ],
  [
    'a preloaded module without CORS',
    'cors-missing',
    {
      [INDEX]: page(PAGE.replace('</head>', '<link rel="modulepreload" href="/lib.js" /></head>')),
      'GET /lib.js': { headers: { 'content-type': 'text/javascript', 'cache-control': 'no-cache' } },
    },
  ],
  [
    'a stylesheet with crossorigin, without CORS',
    'cors-missing',
    {
      [INDEX]: page(PAGE.replace('rel="stylesheet"', 'rel="stylesheet" crossorigin')),
      [STYLE]: { headers: without(STYLE_HEADERS, 'access-control-allow-origin'), body: '' },
    },
  ],
  [
    'a module with cookies',
    'cors-missing',
    { [INDEX]: page(PAGE.replace(' crossorigin', ' crossorigin="use-credentials"')) },
  ],
  [
    'a stylesheet for its own origin',
    'resource-policy',
    { [STYLE]: style({ 'cross-origin-resource-policy': 'same-origin' }) },
  ],
  [
    'a page that sets a cookie',
    'cookie-set',
    { [INDEX]: pageHeaders({ 'set-cookie': ['session=1; HttpOnly', 'b=2'] }) },
  ],
  ['a script that sets a cookie', 'cookie-set', { [SCRIPT]: script({ 'set-cookie': 'a=1' }) }],
  ['a page that is kept for a day', 'page-cached', { [INDEX]: pageHeaders({ 'cache-control': 'max-age=86400' }) }],
  [
    'a page that is old and has no rule',
    'page-cached',
    {
      [INDEX]: {
        headers: { ...without(PAGE_HEADERS, 'cache-control'), 'last-modified': 'Mon, 01 Jan 2024 00:00:00 GMT' },
        body: PAGE,
      },
    },
  ],
  [
    'a script without a hash that is kept',
    'asset-cached',
    { [INDEX]: page(PAGE.replace('main-Bx3kQ9aZ.js', 'main.js')), 'GET /assets/main.js': script({}) },
  ],
  ['a script with a hash that is not kept', 'asset-not-cached', { [SCRIPT]: script({ 'cache-control': 'no-cache' }) }],
  ['a large page without compression', 'not-compressed', { [INDEX]: page(PAGE + large) }],
  ['a large script without compression', 'not-compressed', { [SCRIPT]: { headers: SCRIPT_HEADERS, body: large } }],
  ['a thumbnail that does not exist', 'thumbnail-unavailable', { 'GET /icon.svg': { status: 404 } }],
  ['a thumbnail that is a page', 'thumbnail-unavailable', { 'GET /icon.svg': page(PAGE) }],
  ['a webhook that accepts everything', 'lifecycle-forged-token', { [WEBHOOK]: { status: 201 } }],
  ['a webhook that does not exist', 'lifecycle-status', { [WEBHOOK]: { status: 404 } }],
  ['a webhook that fails', 'lifecycle-status', { [WEBHOOK]: { status: 500 } }],
  ['a webhook that redirects', 'lifecycle-status', { [WEBHOOK]: redirect('/') }],
]

describe('a plug-in has a finding for', () => {
  it.each(FAULTS)('%s: %s', async (_, rule, faults) => {
    const { rules, code } = await examine(faults, ['--webhook'])
    expect([...new Set(rules)]).toEqual([rule])
    expect(code).toBe(deploymentChecks[rule].severity === 'error' ? 1 : 0)
  })

  it('what it transfers in total', async () => {
    const body = gzipSync(Buffer.from(Array.from({ length: 2_000_000 }, () => Math.floor(Math.random() * 256))))
    const { findings } = await examine({
      [SCRIPT]: { headers: { ...SCRIPT_HEADERS, 'content-encoding': 'gzip' }, body },
    })
    const [heavy] = findings.filter(({ rule }) => rule === 'page-heavy')
    expect(heavy?.message).toContain('2.0 MB')
  })

  it('mixed content on an https page', async () => {
    const insecure = PAGE.replace('</body>', '<img src="http://cdn.example/a.png"></body>').replace(
      /<script.*|<link.*/g,
      '',
    )
    const { rules } = await examineUrl('https://plugins.example.com/manifest.json', [], {
      lookup: async () => ['93.184.215.14'],
      fetch: async (url) =>
        url.pathname === '/manifest.json'
          ? new Response(FULL_MANIFEST.replace(/"(?:thumbnail|lifecycle)".*\n/g, ''))
          : new Response(insecure, { headers: PAGE_HEADERS }),
    })
    expect([...new Set(rules)]).toEqual(['mixed-content'])
  })

  it('mistakes in the manifest, and still for the rest', async () => {
    const body = FULL_MANIFEST.replace('"height": 350', '"height": "350"')
    const { rules, source } = await examine({ 'GET /manifest.json': { body }, [INDEX]: { status: 404 } }, ['--webhook'])
    expect([source.status, rules]).toEqual(['invalid', ['height-invalid', 'page-unavailable']])
  })

  it('each problem once, even if two pages share a file', async () => {
    const { rules, requests } = await examine({ [SCRIPT]: { status: 404 } }, ['--webhook'])
    expect(rules).toEqual(['asset-unavailable'])
    expect(requests.filter(({ url }) => url.startsWith('/assets/'))).toHaveLength(2)
  })

  it('says what is wrong and what to change, without the query of an address', async () => {
    const body = FULL_MANIFEST.replace('index.html', 'index.html?key=4711')
    const { findings, stdout, origin } = await examine({ 'GET /manifest.json': { body }, [INDEX]: { status: 404 } })
    expect(findings[0]).toEqual({
      rule: 'page-unavailable',
      severity: 'error',
      message: 'The page cannot be loaded. The server responded with 404 Not Found.',
      fix: 'Deploy the page at this address, or correct the address in the manifest.',
      url: `${origin}/index.html`,
      help: '@haiilo-kit/cli/docs/checks/page-unavailable.md',
    })
    expect(stdout).not.toContain('4711')
  })
})

it('every check has a fault above or a test of its own', () => {
  const own = ['page-heavy', 'mixed-content', 'lifecycle-not-checked', 'limit-reached']
  const withoutBrowser = Object.entries<DeploymentCheck>(deploymentChecks).filter(([, { inBrowser }]) => !inBrowser)
  expect(withoutBrowser.map(([rule]) => rule).toSorted(), 'Add the check to FAULTS.').toEqual(
    [...new Set([...own, ...FAULTS.map(([, rule]) => rule)])].toSorted(),
  )
})

describe('the tenant of --tenant', () => {
  it.each([
    ['https://acme.coyocloud.com', 'frame-ancestors https://*.coyocloud.com', []],
    ['https://acme.coyocloud.com/home', 'frame-ancestors https://acme.coyocloud.com', []],
    ['https://acme.coyocloud.com', 'frame-ancestors https:', []],
    ['https://acme.coyocloud.com', 'frame-ancestors http://acme.coyocloud.com', []],
    ['https://acme.coyocloud.com', 'frame-ancestors acme.coyocloud.com', []],
    ['https://coyocloud.com', 'frame-ancestors https://*.coyocloud.com', ['frame-refused']],
    ['https://acme.coyocloud.com:8443', 'frame-ancestors https://acme.coyocloud.com', ['frame-refused']],
    ['https://acme.coyocloud.com:8443', 'frame-ancestors https://acme.coyocloud.com:*', []],
    ['http://localhost:4400', 'frame-ancestors https:', ['frame-refused']],
  ])('%s is compared with %s', async (host, policy, expected) => {
    const { rules } = await examine(
      {
        [INDEX]: pageHeaders({ 'content-security-policy': policy }),
        'GET /settings.html': pageHeaders({ 'content-security-policy': policy }),
      },
      ['--webhook', '--tenant', host],
    )
    expect([...new Set(rules)]).toEqual(expected)
  })
})

describe('the webhook', () => {
  it('is not called without --webhook, and a note says so', async () => {
    const { code, rules, requests } = await examine({}, ['--strict'])
    expect([code, rules]).toEqual([0, ['lifecycle-not-checked']])
    expect(requests.filter(({ method }) => method !== 'GET')).toEqual([])
  })

  it('is called with a forged token of an issuer that does not exist', async () => {
    const { requests } = await examine({}, ['--webhook'])
    const [call] = requests.filter(({ method }) => method === 'POST')
    expect(call?.headers['content-type']).toBe('application/x-www-form-urlencoded')
    const [, claims = ''] = (new URLSearchParams(call?.body).get('token') ?? '').split('.')
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
      sub: 'install',
      iss: 'https://haiilo-kit-doctor.invalid',
    })
  })

  it.each([
    ['on another server', '"lifecycle/"', '"https://other.example/lifecycle/"', ['lifecycle-not-checked']],
    ['for events that remove something only', '["install", "uninstall"]', '["uninstall"]', ['lifecycle-not-checked']],
  ])('is never called %s', async (_, text, replacement, expected) => {
    const { rules, requests } = await examine(
      { 'GET /manifest.json': { body: FULL_MANIFEST.replace(text, replacement) } },
      ['--webhook'],
    )
    expect([rules, requests.filter(({ method }) => method !== 'GET')]).toEqual([expected, []])
  })
})

describe('a run is limited', () => {
  it('in its number of requests', async () => {
    const scripts = Array.from({ length: 300 }, (_, index) => `<script src="/a.js?${index}"></script>`).join('')
    const faults = { [INDEX]: page(PAGE.replace('</head>', `${scripts}</head>`)), 'GET /a.js': script({}) }
    const { rules, requests } = await examine(faults, ['--webhook'])
    // the manifest is one more
    expect([requests.length, rules]).toEqual([101, ['limit-reached']])
  })

  it('in the time for each response', async () => {
    const { findings } = await examine({ [INDEX]: (_, response) => response.write('<') }, [
      '--timeout',
      '1',
      '--webhook',
    ])
    expect(findings.map(({ rule, message }) => [rule, message])).toEqual([
      ['page-unavailable', 'The page cannot be loaded. There was no complete response within 1 second.'],
    ])
  })

  it('in its total time', async () => {
    const body = FULL_MANIFEST.replace(/"entryPoints": \[([^]*)\]\n\}/, (_, one: string) => {
      const points = Array.from({ length: 20 }, (_, index) =>
        one.replace('index.html', `slow/${index}`).replace('5e6f', `5e${10 + index}`),
      )
      return `"entryPoints": [${points.join(',')}]\n}`
    })
    const slow = Object.fromEntries(
      Array.from({ length: 20 }, (_, index) => [`GET /slow/${index}`, (): void => undefined]),
    )
    const { rules } = await examine({ 'GET /manifest.json': { body }, ...slow }, ['--timeout', '0.5', '--webhook'])
    expect(rules.at(-1)).toBe('limit-reached')
    expect(rules.filter((rule) => rule === 'page-unavailable').length).toBeLessThan(20)
  })

  it('in the size of each body', async () => {
    let sent = 0
    const closed = Promise.withResolvers<undefined>()
    const { rules } = await examine({
      [SCRIPT](_, response) {
        for (const [name, value] of Object.entries(SCRIPT_HEADERS)) response.setHeader(name, value)
        const piece = Buffer.alloc(100_000, ' ')
        const write = (): void => {
          if (sent >= 60_000_000) return void response.end()
          sent += piece.length
          if (response.write(piece)) setImmediate(write)
          else response.once('drain', write)
        }
        response.on('close', () => closed.resolve(undefined))
        write()
      },
    })
    await closed.promise
    expect(rules).toContain('page-heavy')
    expect(sent).toBeLessThan(60_000_000)
  })

  it('in its time for a page that nests too deeply', async () => {
    const started = performance.now()
    await examine({ [INDEX]: page('<a>'.repeat(600_000) + '</b>'.repeat(400_000)) })
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})

describe('a manifest', () => {
  it.each([
    ['does not exist', { 'GET /manifest.json': { status: 404 } }, 'The server responded with 404 Not Found.'],
    ['never answers', { 'GET /manifest.json': () => undefined }, 'There was no complete response within 1 second.'],
  ] satisfies [string, Replies, string][])('that %s returns 2', async (_, faults, problem) => {
    const { code, source, stderr, manifest } = await examine(faults, ['--timeout', '1'])
    expect([code, source.problem, stderr]).toEqual([2, problem, `✗ ${manifest}  ${problem}\n`])
  })

  it('that is not JSON is reported, and nothing else is requested', async () => {
    const { code, rules, requests } = await examine({ 'GET /manifest.json': page(PAGE) })
    expect([code, rules, requests.length]).toEqual([1, ['not-json'], 1])
  })

  it.each([['a.json'], ['ftp://a.example/'], ['-']])('must have an http or https URL: %s', async (argument) => {
    const { code, stderr } = await runProgram(['doctor', argument])
    expect([code, stderr]).toEqual([2, expect.stringContaining('Expected an http or https URL.')])
  })

  it('on the internet cannot name addresses in a private network', async () => {
    const requested: string[] = []
    const { findings } = await examineUrl('https://plugins.example.com/manifest.json', [], {
      lookup: async (host) => (host === 'plugins.example.com' ? ['93.184.215.14'] : ['10.0.0.1']),
      fetch: async (url) => {
        requested.push(url.hostname)
        const body = FULL_MANIFEST.replace('index.html', 'https://intranet.example/').replace(
          'settings.html',
          'http://localhost:9/',
        )
        return new Response(url.pathname === '/manifest.json' ? body : null, {
          headers: { 'content-type': 'image/png' },
        })
      },
    })
    expect(new Set(requested)).toEqual(new Set(['plugins.example.com']))
    expect(findings.map(({ message }) => message).join('\n')).toContain('private network')
  })
})

describe('--strict', () => {
  it.each([
    [[], 0],
    [['--strict'], 1],
  ])('decides whether warnings fail: %j returns %i', async (argv, code) => {
    expect((await examine({ [INDEX]: pageHeaders({ 'set-cookie': 'a=1' }) }, argv)).code).toBe(code)
  })
})
