import { createServer, type Server } from 'node:http'
import { createHaiiloHost } from '@haiilo-kit/core'
import { decodeProtectedHeader } from 'jose'
import { afterEach, expect, it } from 'vitest'
import { createSimulatedHost } from '../host/create-simulated-host.js'

let server: Server | undefined

afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

/** Starts a key server with scripted answers. */
async function serve(...answers: { status: number; body: string }[]): Promise<{ url: string; bodies: string[] }> {
  const bodies: string[] = []
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      bodies.push(body)
      const answer = answers[Math.min(bodies.length, answers.length) - 1]
      response.writeHead(answer?.status ?? 500).end(answer?.body)
    })
  })
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('no port')
  return { url: `http://127.0.0.1:${address.port}/keys?token=t`, bodies }
}

it('publishes the public key once, before the first signature, and puts the returned jku into the header', async () => {
  const { url, bodies } = await serve({ status: 200, body: '{"jku":"https://keys.haiilo.test/1.jwk.json"}' })
  const home = createSimulatedHost({ keyServer: url })
  const host = createHaiiloHost(home.connect())
  const { token } = await host.ready()
  const other = createHaiiloHost(home.connect())
  await other.ready()
  expect(decodeProtectedHeader(token).jku).toBe('https://keys.haiilo.test/1.jwk.json')
  expect(bodies.map((body) => JSON.parse(body) as unknown)).toEqual([(await home.keyDocument()).key])
  for (const each of [host, other, home]) each.close()
})

it.each([
  ['refuses the key', { status: 403, body: '' }, 'The key server refused the key: 403.'],
  ['returns no URL', { status: 200, body: '{}' }, 'The key server did not return the URL of the key document.'],
])(
  'drops the answer if the key server %s, logs the reason, and publishes again with the next answer',
  async (_, answer, reason) => {
    const { url } = await serve(answer, { status: 200, body: '{"jku":"https://keys.haiilo.test/1.jwk.json"}' })
    const home = createSimulatedHost({ keyServer: url })
    const host = createHaiiloHost(home.connect())
    const dropped = new Promise<void>((resolve) => {
      home.subscribe(() => {
        if (home.log.at(-1)?.verdict === 'dropped') resolve()
      })
    })
    host.ready().catch(() => undefined)
    await dropped
    expect(home.log.at(-1)).toMatchObject({ subject: 'init', reason })
    const next = createHaiiloHost(home.connect())
    expect((await next.ready()).context.userName).toBe('Ada')
    for (const each of [host, next, home]) each.close()
  },
)
