import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect, createServer, type AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'

const POSTGRES_PORT = 5432
const url = new URL(process.env['POSTGRES_URL'] ?? 'postgres://127.0.0.1:1/none')

/** Forwards a free port to the server of these tests, and counts the connections. */
async function forwardPort() {
  let connections = 0
  const server = createServer((socket) => {
    connections++
    const target = connect(Number(url.port || POSTGRES_PORT), url.hostname)
    socket.pipe(target).pipe(socket)
    for (const [each, other] of [
      [socket, target],
      [target, socket],
    ] as const)
      each.on('error', () => other.destroy())
  })
  onTestFinished(() => void server.close())
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { port: (server.address() as AddressInfo).port, connections: () => connections }
}

/** Runs `pnpm test:server` with one test. */
async function runOneTest(postgresUrl: string): Promise<{ readonly code: unknown; readonly output: string }> {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST'))
  const child = spawn(
    process.execPath,
    ['scripts/check/server.mjs', 'postgres-store', '-t', 'creates its schema once'],
    {
      cwd: fileURLToPath(new URL('../../..', import.meta.url)),
      env: { ...Object.fromEntries(own), POSTGRES_URL: postgresUrl, NO_COLOR: '1' },
    },
  )
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text))
  const [code] = (await once(child, 'close')) as [unknown]
  return { code, output }
}

it('the tests use the server of POSTGRES_URL, on any port', async () => {
  const { port, connections } = await forwardPort()
  expect(port).not.toBe(POSTGRES_PORT)
  const other = new URL(url)
  other.hostname = '127.0.0.1'
  other.port = String(port)
  const { code, output } = await runOneTest(other.href)
  expect(output).toMatch(/Tests +1 passed/)
  expect(code).toBe(0)
  expect(connections()).toBeGreaterThan(1)
})
