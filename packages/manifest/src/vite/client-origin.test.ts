import { describe, expect, it } from 'vitest'
import { addressOf, createApp, entryPoint, MANIFEST } from '../../test/vite-app/create-app.js'
import { ask } from '../../test/vite-app/ask.js'

type Headers = Record<string, string>

const TUNNEL = 'lunch-5173.app.github.dev'
const LOCAL = 'http://localhost:5173'

/** The origin of the pages in the manifest that a server sends, and the warnings that it printed. */
async function originOf(headers: Headers, allowedHosts?: true | string[]): Promise<{ origin: string; log: string[] }> {
  const app = await createApp({ 'manifest.json': { ...MANIFEST, entryPoints: [entryPoint({})] } })
  const server = await app.dev({}, { server: { ...(allowedHosts && { allowedHosts }) } })
  const own = `${addressOf(server)}manifest.json`
  // twice: a warning is to come once
  await ask(own, { headers: { host: 'localhost:5173', ...headers } })
  const { text } = await ask(own, { headers: { host: 'localhost:5173', ...headers } })
  const { entryPoints } = JSON.parse(text) as { entryPoints: { url: string }[] }
  const log = app.log.filter(({ level }) => level !== 'info').map((entry) => entry.text)
  return { origin: (entryPoints[0]?.url ?? '').replace(/\/index\.html$/, ''), log }
}

describe('the origin of the pages in the served manifest is', () => {
  it.each<[what: string, headers: Headers, origin: string]>([
    ['the host of the request', {}, LOCAL],
    ['the forwarded scheme', { 'x-forwarded-proto': 'https' }, 'https://localhost:5173'],
    ['the first scheme of a list', { 'x-forwarded-proto': 'https,http' }, 'https://localhost:5173'],
    ['the first scheme, in capitals', { 'x-forwarded-proto': ' HTTPS , http' }, 'https://localhost:5173'],
    ['the scheme of Forwarded', { forwarded: 'proto=https' }, 'https://localhost:5173'],
    ['the forwarded host', { 'x-forwarded-host': TUNNEL, 'x-forwarded-proto': 'https' }, `https://${TUNNEL}`],
    ['the forwarded host alone', { 'x-forwarded-host': TUNNEL }, `http://${TUNNEL}`],
    ['the forwarded host in capitals', { 'x-forwarded-host': TUNNEL.toUpperCase() }, `http://${TUNNEL}`],
    ['its port', { 'x-forwarded-host': `${TUNNEL}:8443`, 'x-forwarded-proto': 'https' }, `https://${TUNNEL}:8443`],
    [
      'the first of several hosts',
      { 'x-forwarded-host': `${TUNNEL}, inner.example`, 'x-forwarded-proto': 'https, http' },
      `https://${TUNNEL}`,
    ],
    ['a host of this machine', { 'x-forwarded-host': 'lunch.localhost:8080' }, 'http://lunch.localhost:8080'],
    ['an IP address', { 'x-forwarded-host': '192.168.0.7:8080' }, 'http://192.168.0.7:8080'],
    ['an IPv6 address', { forwarded: 'host="[::1]:8080"' }, 'http://[::1]:8080'],
    ['Forwarded', { forwarded: `for=192.0.2.1;host=${TUNNEL};proto=https` }, `https://${TUNNEL}`],
    [
      'the first element of Forwarded',
      { forwarded: `FOR="[2001:db8::1]:4711"; Proto=https;Host="${TUNNEL}:8443", for=b;host=inner.example;proto=http` },
      `https://${TUNNEL}:8443`,
    ],
    ['escapes in Forwarded', { forwarded: `for="a,b;\\"c";host="${TUNNEL.replace('l', '\\l')}"` }, `http://${TUNNEL}`],
    [
      'Forwarded before X-Forwarded-Host',
      { forwarded: `host=${TUNNEL};proto=https`, 'x-forwarded-host': 'b.example', 'x-forwarded-proto': 'http' },
      `https://${TUNNEL}`,
    ],
    ['both together', { forwarded: 'for=a;proto=https', 'x-forwarded-host': TUNNEL }, `https://${TUNNEL}`],
  ])('%s', async (_, headers, origin) => {
    expect(await originOf(headers, ['.app.github.dev'])).toEqual({ origin, log: [] })
  })

  it('any forwarded host if all hosts are allowed', async () => {
    const headers = { 'x-forwarded-host': 'a.example', 'x-forwarded-proto': 'https' }
    expect(await originOf(headers, true)).toEqual({ origin: 'https://a.example', log: [] })
  })

  it.each<[what: string, headers: Headers]>([
    ['no scheme of the web', { 'x-forwarded-proto': 'javascript' }],
    ['text beside the scheme', { 'x-forwarded-proto': 'https://a.example/?' }],
    ['a path', { 'x-forwarded-host': 'localhost/a.example' }],
    ['a name before the host', { 'x-forwarded-host': 'localhost@a.example' }],
    ['a name before an allowed host', { 'x-forwarded-host': `a.example@${TUNNEL}` }],
    ['a backslash', { 'x-forwarded-host': 'a.example\\.app.github.dev' }],
    ['a query', { 'x-forwarded-host': 'a.example?.app.github.dev' }],
    ['a fragment', { 'x-forwarded-host': 'a.example#.app.github.dev' }],
    ['markup', { 'x-forwarded-host': '"><script>alert(1)</script>.app.github.dev' }],
    ['no port', { 'x-forwarded-host': `${TUNNEL}:a` }],
    ['a port that is too high', { 'x-forwarded-host': `${TUNNEL}:70000` }],
    ['nothing', { 'x-forwarded-host': '', 'x-forwarded-proto': '', forwarded: '' }],
    ['an empty first item', { 'x-forwarded-host': `, ${TUNNEL}` }],
    ['a quote that is not closed', { forwarded: `host="${TUNNEL};proto=https` }],
    ['10,000 characters', { 'x-forwarded-host': `${'a'.repeat(10_000)}.app.github.dev` }],
  ])('not from forwarded headers with %s', async (_, headers) => {
    expect(await originOf(headers, ['.app.github.dev'])).toEqual({ origin: LOCAL, log: [] })
  })

  it.each<[what: string, headers: Headers, host: string]>([
    ['a foreign host', { 'x-forwarded-host': 'a.example', 'x-forwarded-proto': 'https' }, 'a.example'],
    ['a foreign host in Forwarded', { forwarded: 'host=a.example;proto=https' }, 'a.example'],
    ['a host with the same ending', { 'x-forwarded-host': 'evil-app.github.dev' }, 'evil-app.github.dev'],
    ['a host that contains an allowed one', { 'x-forwarded-host': `${TUNNEL}.a.example` }, `${TUNNEL}.a.example`],
    ['a foreign host before an allowed one', { 'x-forwarded-host': `a.example, ${TUNNEL}` }, 'a.example'],
  ])('not from %s, and the terminal says so once', async (_, headers, host) => {
    const { origin, log } = await originOf(headers, ['.app.github.dev'])
    expect([origin, log.length]).toEqual([LOCAL, 1])
    expect(log[0]).toContain(`"${host}"`)
    expect(log[0]).toContain('add it to server.allowedHosts')
  })
})
