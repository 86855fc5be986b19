import { createServer, type RequestListener } from 'node:http'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { GOOD, WRONG } from '../../test/manifests.js'
import { runProgram } from '../../test/run-program.js'
import type { World } from '../io.js'
import type { JsonOutput } from '../formats/json.js'

/** A real server on this machine, for the time of a test. */
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

async function fetchOne(address: string, changes: Partial<World> = {}) {
  const { code, stdout, stderr } = await runProgram(['validate', address, '--format', 'json'], changes)
  const [source] = (JSON.parse(stdout) as JsonOutput).sources
  return { code, stderr, source: source!, rules: source!.findings.map(({ rule }) => rule) }
}

/** A `fetch` that answers for addresses of the internet. */
function internet(pages: Readonly<Record<string, () => Response>>): { fetch: World['fetch']; asked: string[] } {
  const asked: string[] = []
  return {
    asked,
    fetch: async (url) => {
      const address = String(url)
      asked.push(address)
      const page = pages[address]
      if (!page) throw new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ENOTFOUND' }) })
      return page()
    },
  }
}

const found = (): Response => new Response(GOOD)
const redirect = (location: string) => (): Response => new Response(null, { status: 302, headers: { location } })
const PUBLIC: Pick<World, 'lookup'> = { lookup: async () => ['93.184.215.14', '2606:4700::1111'] }

describe('an address', () => {
  it('is fetched, and the addresses of the manifest are resolved against it', async () => {
    const origin = await serve((_, response) => response.end(GOOD))
    const { code, source } = await fetchOne(`${origin}/lunch/manifest.json`)
    expect([code, source.status, source.url]).toEqual([0, 'valid', `${origin}/lunch/manifest.json`])
  })

  it('is followed to where it leads, and that place counts', async () => {
    const origin = await serve((request, response) => {
      if (request.url === '/a') response.writeHead(301, { location: '/b/' }).end('moved')
      else if (request.url === '/b/') response.writeHead(307, { location: 'manifest.json' }).end()
      else response.end(GOOD)
    })
    const { code, source } = await fetchOne(`${origin}/a`)
    expect([code, source.source, source.url]).toEqual([0, `${origin}/a`, `${origin}/b/manifest.json`])
  })

  it.each([
    ['404', 404, 'The server answered 404 Not Found.'],
    ['500', 500, 'The server answered 500 Internal Server Error.'],
    ['a status that nobody knows', 599, 'The server answered 599.'],
    ['a redirect to nowhere', 302, 'The server answered 302 Found.'],
  ])('ends with 2 on %s', async (_, status, problem) => {
    const origin = await serve((_, response) => response.writeHead(status, 'Said by a stranger').end(GOOD))
    const { code, source, stderr } = await fetchOne(`${origin}/manifest.json`)
    expect([code, source.problem, stderr]).toEqual([2, problem, `✗ ${origin}/manifest.json  ${problem}\n`])
  })

  it('is not followed round and round', async () => {
    let requests = 0
    const origin = await serve((_, response) => {
      requests += 1
      response.writeHead(302, { location: '/' }).end()
    })
    const { source } = await fetchOne(origin)
    expect([source.problem, requests]).toEqual(['It was redirected more than 5 times.', 6])
  })

  it('has to answer in time', async () => {
    const origin = await serve(() => undefined)
    const { code, source } = await fetchOne(origin, { timeout: 50 })
    expect([code, source.problem]).toEqual([2, 'There was no complete answer within 0.05 seconds.'])
  })

  it('has to have sent all of it in time', async () => {
    const origin = await serve((_, response) => response.write('{'))
    expect((await fetchOne(origin, { timeout: 200 })).source.problem).toMatch('no complete answer')
  })

  it('is not read further than it takes, and the connection is cut', async () => {
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

  it('may hold a page, and nothing of that is shown', async () => {
    const origin = await serve((_, response) => response.end('<html><p>Private: 4711</p></html>'))
    const { code, stdout } = await runProgram(['validate', origin])
    expect(code).toBe(1)
    expect(stdout).toContain('it looks like an HTML page')
    expect(stdout).not.toContain('4711')
  })

  it('may hold a wrong manifest, and its lines are shown', async () => {
    const origin = await serve((_, response) => response.end(WRONG))
    const { stdout } = await runProgram(['validate', origin])
    expect(stdout).toContain('12 │       "height": "350"')
  })

  it.each([
    ['http to another machine', 'http://plugins.example.com/a.json', /only https is, and http from this machine/],
    ['http to a private network', 'http://192.168.0.1/a.json', /only https is/],
    ['a host that only sounds like this machine', 'http://localhost.example.com/', /only https is/],
    ['another scheme', 'ftp://plugins.example.com/a.json', /only https is/],
    ['a file', 'file:///etc/passwd', /only https is/],
    ['what is no address', 'https://', /no address/],
    ['a name and a password', 'https://ada:enigma@plugins.example.com/a.json', /name and a password/],
  ])('is refused unasked if it is %s', async (_, address, problem) => {
    const { fetch, asked } = internet({})
    const { code, source } = await fetchOne(address, { fetch })
    expect([code, asked]).toEqual([2, []])
    expect(source.problem).toMatch(problem)
  })

  it.each([
    ['http', 'http://plugins.example.com/b.json', /only https is/],
    ['another scheme', 'data:application/json,{}', /only https is/],
    ['a name and a password', 'https://ada:enigma@plugins.example.com/', /name and a password/],
    ['this machine', 'http://127.0.0.1:1/', /private network, to http:\/\/127\.0\.0\.1:1\//],
    ['this machine, by its IPv6 address', 'http://[::1]:1/', /private network/],
    ['a private network', 'https://10.0.0.1/admin?all', /private network, to https:\/\/10\.0\.0\.1\/admin\./],
    ['the link-local network', 'https://169.254.169.254/latest', /private network/],
    ['a private network, by its IPv6 address', 'https://[fd00::1]/', /private network/],
    ['a private network, by an address in another spelling', 'https://[::ffff:10.0.0.1]/', /private network/],
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
    ['an address with a zone', 'https://[fe80::1%25eth0]/', /no address/],
  ])('is not followed to %s', async (_, location, problem) => {
    const { fetch, asked } = internet({ 'https://a.example/': redirect(location) })
    const lookup = async (host: string): Promise<string[]> => [host]
    const { code, source } = await fetchOne('https://a.example/', { fetch, lookup })
    expect([code, asked]).toEqual([2, ['https://a.example/']])
    expect(source.problem).toMatch(problem)
  })

  it('is looked up once, and no other IP addresses are connected to', async () => {
    const answers = [['93.184.215.14'], ['10.0.0.1']]
    const pages = internet({
      'https://a.example/': redirect('https://a.example/b'),
      'https://a.example/b': redirect('https://c.example/'),
      'https://c.example/': redirect('https://c.example/d'),
      'https://c.example/d': found,
    })
    const connected: (readonly string[])[] = []
    const fetch: World['fetch'] = (url, from) => {
      connected.push(from.addresses)
      return pages.fetch(url, from)
    }
    const seen = new Set<string>()
    const lookup = async (host: string): Promise<string[]> => {
      const [first = [], second = []] = answers
      if (seen.has(host)) return second
      seen.add(host)
      return first
    }
    expect((await fetchOne('https://a.example/', { fetch, lookup })).code).toBe(0)
    expect(connected).toEqual(Array.from({ length: 4 }, () => ['93.184.215.14']))
  })

  it('has to be looked up in time', async () => {
    const lookup = (): Promise<never> => new Promise(() => undefined)
    const { code, source } = await fetchOne('https://a.example/', { lookup, timeout: 50 })
    expect([code, source.problem]).toEqual([2, 'There was no complete answer within 0.05 seconds.'])
  })

  it.each(['localhost', 'lunch.localhost'])('is not looked up if it is a name of this machine: %s', async (name) => {
    const origin = await serve((_, response) => response.end(GOOD))
    const lookup = async (): Promise<string[]> => ['93.184.215.14']
    const { code } = await fetchOne(origin.replace('127.0.0.1', name), { lookup })
    expect(code).toBe(0)
  })

  it('is not followed to a host without an address', async () => {
    const { fetch, asked } = internet({ 'https://a.example/': redirect('https://b.example/') })
    expect((await fetchOne('https://a.example/', { fetch })).code).toBe(2)
    expect(asked).toEqual(['https://a.example/'])
  })

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateSync],
  ])('may be compressed: %s', async (encoding, compress) => {
    const body = compress(GOOD)
    const origin = await serve((_, response) => response.writeHead(200, { 'content-encoding': encoding }).end(body))
    expect((await fetchOne(origin)).code).toBe(0)
  })

  it.each([
    ['is cut', 'gzip', gzipSync(GOOD).subarray(0, 50)],
    ['is not compressed at all', 'br', Buffer.from(GOOD)],
  ])('cannot be read if a compressed answer %s', async (_, encoding, body) => {
    const origin = await serve((_, response) => response.writeHead(200, { 'content-encoding': encoding }).end(body))
    expect((await fetchOne(origin)).source.problem).toMatch(/^It cannot be fetched: /)
  })

  it('cannot be read if the status is not one of HTTP', async () => {
    const origin = await serve((_, { socket }) => socket?.end('HTTP/1.1 999 Lunch\r\n\r\n'))
    expect((await fetchOne(origin)).source.problem).toMatch(/^It cannot be fetched: /)
  })

  it('is not followed to a name that stands for a private network', async () => {
    const { fetch } = internet({ 'https://a.example/': redirect('https://b.example/'), 'https://b.example/': found })
    expect((await fetchOne('https://a.example/', { fetch, ...PUBLIC })).code).toBe(0)
    const lookup = async (host: string): Promise<string[]> =>
      host === 'b.example' ? ['93.184.215.14', '10.0.0.1'] : []
    expect((await fetchOne('https://a.example/', { fetch, lookup })).source.problem).toMatch('private network')
  })

  it.each([
    [
      'the host is not known',
      new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ENOTFOUND' }) }),
      'ENOTFOUND',
    ],
    ['anything else is wrong', new Error('no\u001B[31m\nsecond line'), 'no�[31m'],
    ['what is thrown is no error', 'lunch', 'something was thrown that is no error'],
  ])('says so if %s', async (_, reason, said) => {
    const fetch = vi.fn<World['fetch']>().mockRejectedValue(reason)
    const { source } = await fetchOne('https://a.example/', { fetch })
    expect(source.problem).toBe(`It cannot be fetched: ${said}.`)
  })

  it.each(['human', 'json', 'sarif', 'github'])('is printed without what may be confidential: %s', async (format) => {
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
  })
})
