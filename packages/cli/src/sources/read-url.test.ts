import { createServer, type RequestListener } from 'node:http'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { GOOD, WRONG } from '../../test/manifests.js'
import { runProgram } from '../../test/run-program.js'
import type { Environment } from '../context.js'
import type { JsonOutput } from '../formats/json.js'

/** Starts a server on this machine. It is closed after the test. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
}

async function fetchOne(address: string, changes: Partial<Environment> = {}) {
  const { code, stdout, stderr } = await runProgram(['validate', address, '--format', 'json'], changes)
  const [source] = (JSON.parse(stdout) as JsonOutput).sources
  return { code, stderr, source: source!, rules: source!.findings.map(({ rule }) => rule) }
}

/** Creates a `fetch` that answers with pages of the internet, and records the requested URLs. */
function internet(pages: Readonly<Record<string, () => Response>>): {
  fetch: Environment['fetch']
  requested: string[]
} {
  const requested: string[] = []
  return {
    requested,
    fetch: async (url) => {
      const address = String(url)
      requested.push(address)
      const page = pages[address]
      if (!page) throw new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ENOTFOUND' }) })
      return page()
    },
  }
}

const found = (): Response => new Response(GOOD)
const redirect = (location: string) => (): Response => new Response(null, { status: 302, headers: { location } })
const PUBLIC: Pick<Environment, 'lookup'> = { lookup: async () => ['93.184.215.14', '2606:4700::1111'] }

describe('a URL', () => {
  it('is fetched, and the URLs in the manifest are resolved against it', async () => {
    const origin = await serve((_, response) => response.end(GOOD))
    const { code, source } = await fetchOne(`${origin}/lunch/manifest.json`)
    expect([code, source.status, source.url]).toEqual([0, 'valid', `${origin}/lunch/manifest.json`])
  })

  it('says what to do if its certificate is not trusted', async () => {
    const cause = Object.assign(new Error('self-signed certificate'), { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' })
    const { code, source } = await fetchOne('https://plugins.example.com/manifest.json', {
      ...PUBLIC,
      fetch: async () => Promise.reject(new TypeError('fetch failed', { cause })),
    })
    expect([code, source.problem]).toEqual([
      2,
      'The certificate of the server is not trusted: DEPTH_ZERO_SELF_SIGNED_CERT. For a certificate of your own, set NODE_EXTRA_CA_CERTS to its file.',
    ])
  })

  it('can redirect, and the URLs in the manifest are resolved against the last URL', async () => {
    const origin = await serve((request, response) => {
      if (request.url === '/a') response.writeHead(301, { location: '/b/' }).end('moved')
      else if (request.url === '/b/') response.writeHead(307, { location: 'manifest.json' }).end()
      else response.end(GOOD)
    })
    const { code, source } = await fetchOne(`${origin}/a`)
    expect([code, source.source, source.url]).toEqual([0, `${origin}/a`, `${origin}/b/manifest.json`])
  })

  it.each([
    ['404', 404, 'The server responded with 404 Not Found.'],
    ['500', 500, 'The server responded with 500 Internal Server Error.'],
    ['an unknown status', 599, 'The server responded with 599.'],
    ['a redirect without a location', 302, 'The server responded with 302 Found.'],
  ])('returns 2 for the response %s', async (_, status, problem) => {
    const origin = await serve((_, response) => response.writeHead(status, 'Text of the server').end(GOOD))
    const { code, source, stderr } = await fetchOne(`${origin}/manifest.json`)
    expect([code, source.problem, stderr]).toEqual([2, problem, `✗ ${origin}/manifest.json  ${problem}\n`])
  })

  it('can redirect at most 5 times', async () => {
    let requests = 0
    const origin = await serve((_, response) => {
      requests += 1
      response.writeHead(302, { location: '/' }).end()
    })
    const { source } = await fetchOne(origin)
    expect([source.problem, requests]).toEqual(['There were more than 5 redirects.', 6])
  })

  it('must respond within the timeout', async () => {
    const origin = await serve(() => undefined)
    const { code, source } = await fetchOne(origin, { timeout: 50 })
    expect([code, source.problem]).toEqual([2, 'There was no complete response within 0.05 seconds.'])
  })

  it('must send the complete response within the timeout', async () => {
    const origin = await serve((_, response) => response.write('{'))
    expect((await fetchOne(origin, { timeout: 200 })).source.problem).toMatch('no complete response')
  })

  it('is read up to the size limit, then the connection is closed', async () => {
    const whole = 40_000_000
    let sent = 0
    const ended = Promise.withResolvers<undefined>()
    const origin = await serve((_, response) => {
      const piece = Buffer.alloc(100_000, ' ')
      const write = (): void => {
        if (sent >= whole) return void response.end()
        sent += piece.length
        if (response.write(piece)) setImmediate(write)
        else response.once('drain', write)
      }
      response.on('close', () => ended.resolve(undefined))
      write()
    })
    const { code, rules } = await fetchOne(origin)
    await ended.promise
    expect([code, rules]).toEqual([1, ['too-large']])
    expect(sent).toBeLessThan(whole)
  })

  it('can return a page, and its content is not printed', async () => {
    const origin = await serve((_, response) => response.end('<html><p>Private: 4711</p></html>'))
    const { code, stdout } = await runProgram(['validate', origin])
    expect(code).toBe(1)
    expect(stdout).toContain('it looks like an HTML page')
    expect(stdout).not.toContain('4711')
  })

  it('can return an invalid manifest, and its lines are printed', async () => {
    const origin = await serve((_, response) => response.end(WRONG))
    const { stdout } = await runProgram(['validate', origin])
    expect(stdout).toContain('12 │       "height": "350"')
  })

  it.each([
    ['http to another machine', 'http://plugins.example.com/a.json', /Use https, or http on this machine/],
    ['http to a private network', 'http://192.168.0.1/a.json', /Use https/],
    ['a host name that starts with localhost', 'http://localhost.example.com/', /Use https/],
    ['another protocol', 'ftp://plugins.example.com/a.json', /Use https/],
    ['a file', 'file:///etc/passwd', /Use https/],
    ['an invalid URL', 'https://', /not valid/],
    ['a URL with a password', 'https://ada:enigma@plugins.example.com/a.json', /user name or password/],
  ])('is refused without a request if it is %s', async (_, address, problem) => {
    const { fetch, requested } = internet({})
    const { code, source } = await fetchOne(address, { fetch })
    expect([code, requested]).toEqual([2, []])
    expect(source.problem).toMatch(problem)
  })

  it.each([
    ['http', 'http://plugins.example.com/b.json', /Use https/],
    ['another protocol', 'data:application/json,{}', /Use https/],
    ['a URL with a password', 'https://ada:enigma@plugins.example.com/', /user name or password/],
    ['this machine', 'http://127.0.0.1:1/', /private network, to http:\/\/127\.0\.0\.1:1\//],
    ['this machine, by its IPv6 address', 'http://[::1]:1/', /private network/],
    ['a private network', 'https://10.0.0.1/admin?all', /private network, to https:\/\/10\.0\.0\.1\/admin\./],
    ['the link-local network', 'https://169.254.169.254/latest', /private network/],
    ['a private network, by its IPv6 address', 'https://[fd00::1]/', /private network/],
    ['a private network, in another notation', 'https://[::ffff:10.0.0.1]/', /private network/],
    ['a private network, through NAT64', 'https://[64:ff9b::10.0.0.1]/', /private network/],
    ['a private network, through 6to4', 'https://[2002:a00:1::]/', /private network/],
    ['a benchmark network', 'https://198.18.0.1/', /private network/],
    ['this machine, in decimal', 'https://2130706433/', /private network/],
    ['this machine, in hexadecimal', 'https://0x7f.1/', /private network/],
    ['this machine, in octal', 'https://017700000001/', /private network/],
    ['this machine, with a final dot', 'https://127.0.0.1./', /private network/],
    ['this machine, by its name', 'https://localhost/', /private network/],
    ['this machine, by its name with a final dot', 'https://LOCALHOST./', /private network/],
    ['this machine, by a name below localhost', 'https://lunch.localhost/', /private network/],
    ['an address with a zone', 'https://[fe80::1%25eth0]/', /not valid/],
  ])('must not redirect to %s', async (_, location, problem) => {
    const { fetch, requested } = internet({ 'https://a.example/': redirect(location) })
    const lookup = async (host: string): Promise<string[]> => [host]
    const { code, source } = await fetchOne('https://a.example/', { fetch, lookup })
    expect([code, requested]).toEqual([2, ['https://a.example/']])
    expect(source.problem).toMatch(problem)
  })

  it('is resolved once, and only those IP addresses are connected to', async () => {
    const answers = [['93.184.215.14'], ['10.0.0.1']]
    const pages = internet({
      'https://a.example/': redirect('https://a.example/b'),
      'https://a.example/b': redirect('https://c.example/'),
      'https://c.example/': redirect('https://c.example/d'),
      'https://c.example/d': found,
    })
    const connected: (readonly string[])[] = []
    const fetch: Environment['fetch'] = (url, from) => {
      connected.push(from.addresses)
      return pages.fetch(url, from)
    }
    const resolved = new Set<string>()
    const lookup = async (host: string): Promise<string[]> => {
      const [first = [], second = []] = answers
      if (resolved.has(host)) return second
      resolved.add(host)
      return first
    }
    expect((await fetchOne('https://a.example/', { fetch, lookup })).code).toBe(0)
    expect(connected).toEqual(Array.from({ length: 4 }, () => ['93.184.215.14']))
  })

  it('must be resolved within the timeout', async () => {
    const lookup = (): Promise<never> => new Promise(() => undefined)
    const { code, source } = await fetchOne('https://a.example/', { lookup, timeout: 50 })
    expect([code, source.problem]).toEqual([2, 'There was no complete response within 0.05 seconds.'])
  })

  it.each(['localhost', 'lunch.localhost'])('is not resolved by a name server if it is %s', async (name) => {
    const origin = await serve((_, response) => response.end(GOOD))
    const lookup = async (): Promise<string[]> => ['93.184.215.14']
    const { code } = await fetchOne(origin.replace('127.0.0.1', name), { lookup })
    expect(code).toBe(0)
  })

  it('must not redirect to a host without an IP address', async () => {
    const { fetch, requested } = internet({ 'https://a.example/': redirect('https://b.example/') })
    expect((await fetchOne('https://a.example/', { fetch })).code).toBe(2)
    expect(requested).toEqual(['https://a.example/'])
  })

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateSync],
  ])('can return a compressed response: %s', async (encoding, compress) => {
    const body = compress(GOOD)
    const origin = await serve((_, response) => response.writeHead(200, { 'content-encoding': encoding }).end(body))
    expect((await fetchOne(origin)).code).toBe(0)
  })

  it.each([
    ['is incomplete', 'gzip', gzipSync(GOOD).subarray(0, 50)],
    ['is not compressed', 'br', Buffer.from(GOOD)],
  ])('cannot be read if a compressed response %s', async (_, encoding, body) => {
    const origin = await serve((_, response) => response.writeHead(200, { 'content-encoding': encoding }).end(body))
    expect((await fetchOne(origin)).source.problem).toMatch(/^The request failed: /)
  })

  it('cannot be read if the status is out of range', async () => {
    const origin = await serve((_, { socket }) => socket?.end('HTTP/1.1 999 Lunch\r\n\r\n'))
    expect((await fetchOne(origin)).source.problem).toMatch(/^The request failed: /)
  })

  it('must not redirect to a host name with an IP address in a private network', async () => {
    const { fetch } = internet({ 'https://a.example/': redirect('https://b.example/'), 'https://b.example/': found })
    expect((await fetchOne('https://a.example/', { fetch, ...PUBLIC })).code).toBe(0)
    const lookup = async (host: string): Promise<string[]> =>
      host === 'b.example' ? ['93.184.215.14', '10.0.0.1'] : []
    expect((await fetchOne('https://a.example/', { fetch, lookup })).source.problem).toMatch('private network')
  })

  it.each([
    [
      'the host is unknown',
      new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ENOTFOUND' }) }),
      'The host name does not exist. Correct the URL (ENOTFOUND).',
    ],
    [
      'no server answers',
      Object.assign(new Error(), { code: 'ECONNREFUSED' }),
      'No server answers at this address. Start it, or correct the URL (ECONNREFUSED).',
    ],
    ['the request fails', new Error('no\u001B[31m\nsecond line'), 'The request failed: no�[31m.'],
    ['a string is thrown', 'lunch', 'The request failed: a value was thrown that is not an Error.'],
  ])('is reported with the reason if %s', async (_, reason, expected) => {
    const fetch = vi.fn<Environment['fetch']>().mockRejectedValue(reason)
    const { source } = await fetchOne('https://a.example/', { fetch })
    expect(source.problem).toBe(expected)
  })

  it.each(['human', 'json', 'sarif', 'github'])(
    'is printed without confidential parts in the format %s',
    async (format) => {
      const { fetch } = internet({ 'https://a.example/m.json?token=hidden#hidden': () => new Response(WRONG) })
      const first = await runProgram(['validate', 'https://a.example/m.json?token=hidden#hidden', '--format', format], {
        fetch,
      })
      const second = await runProgram(['validate', 'https://hidden:hidden@a.example/', '--format', format], { fetch })
      const third = await runProgram(['validate', 'https://hidden:hidden@?hidden', '--format', format], { fetch })
      for (const { code, stdout, stderr } of [first, second, third]) {
        expect(code).toBeGreaterThan(0)
        expect(stdout + stderr).not.toContain('hidden')
      }
      expect(first.stdout).toContain('https://a.example/m.json')
    },
  )
})
