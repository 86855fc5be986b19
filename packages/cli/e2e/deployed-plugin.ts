import { createHash, X509Certificate } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { PassThrough, Readable } from 'node:stream'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { auditAccessibility, simulateTenant } from '@haiilo-kit/sandbox/playwright'
import { chromium } from '@playwright/test'
import { generate } from 'selfsigned'
import { build } from 'vite'

import type { JsonOutput } from '../src/formats/json.js'
import { run } from '../src/run.js'
import { fetchFromAddresses } from '../src/sources/fetch-from-addresses.js'
import { isDeploymentFinding } from '../src/validate/report.js'
import { CHROMIUM_FLAGS, headlessShellPath } from '../../../scripts/lib/chromium.mjs'

/** A response of a server. */
export interface Reply {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
}

/** An https server on this machine, with its own certificate. Names of the internet lead to it. */
export interface HttpsServer {
  readonly port: number
  /** Method, host and path of each request. */
  readonly requests: readonly string[]
  /** How many connections were opened. */
  readonly connections: () => number
  readonly close: () => Promise<void>
}

const certificate = await createCertificate(['plugins.example.com', 'plugins.localhost', 'acme.localhost'])

/** Starts a server. */
export async function serveHttps(answer: (path: string, request: IncomingMessage) => Reply): Promise<HttpsServer> {
  const requests: string[] = []
  let connections = 0
  const server = createServer({ key: certificate.private, cert: certificate.cert }, (request, response) => {
    const path = (request.url ?? '').split('?', 1).join('')
    requests.push(`${request.method} ${request.headers.host} ${path}`)
    const { status = 200, headers = {}, body = '' } = answer(path, request)
    response.writeHead(status, headers).end(body)
  })
  server.on('connection', () => (connections += 1))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    connections: () => connections,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function createCertificate(names: readonly string[]) {
  const created = await generate([{ name: 'commonName', value: 'Test' }], {
    keySize: 2048,
    algorithm: 'sha256',
    extensions: [{ name: 'subjectAltName', altNames: names.map((value) => ({ type: 2 as const, value })) }],
  })
  setDefaultCACertificates([...getCACertificates('default'), created.cert])
  return created
}

/** The browser of the tests. It accepts the certificate of {@link serveHttps}, and no other unknown one. */
const testBrowser: Pick<typeof chromium, 'launch'> = {
  launch: (options) => {
    const { publicKey } = new X509Certificate(certificate.cert)
    const pin = createHash('sha256')
      .update(publicKey.export({ type: 'spki', format: 'der' }))
      .digest('base64')
    const args = [...(options?.args ?? []), ...CHROMIUM_FLAGS, `--ignore-certificate-errors-spki-list=${pin}`]
    return chromium.launch({ ...options, args })
  },
}

export interface DoctorOptions {
  readonly argv?: readonly string[]
  /** Seconds. The doctor waits that long only for a page that stays silent. Default: enough for a busy machine. */
  readonly timeout?: number
}

/** Runs `haiilo-kit doctor --browser` in this process. All names of the internet lead to this machine. */
export async function runDoctor(url: string, { argv = [], timeout = 30 }: DoctorOptions = {}) {
  const [stdout, stderr] = [new PassThrough({ encoding: 'utf8' }), new PassThrough({ encoding: 'utf8' })]
  const code = await run(['doctor', url, '--browser', '--format', 'json', '--timeout', String(timeout), ...argv], {
    stdin: Readable.from([]),
    ...{ stdout, stderr, cwd: '/', timeout: 10_000 },
    env: { CHROMIUM_PATH: headlessShellPath() },
    fetch: fetchFromAddresses,
    lookup: async () => ['127.0.0.1'],
    loadPlaywright: async () => ({ chromium: testBrowser, auditAccessibility, simulateTenant }),
    stop: new AbortController().signal,
  })
  const [text, errors] = [String(stdout.read() ?? ''), String(stderr.read() ?? '')]
  if (code === 2) throw new Error(`The doctor has failed: ${errors}`)
  const findings = text === '' ? [] : (JSON.parse(text) as JsonOutput).sources.flatMap((source) => source.findings)
  return {
    code,
    errors,
    rules: findings.map(({ rule }) => rule),
    findings: findings.filter(isDeploymentFinding),
  }
}

/** Bundles the kit as one module, like a plug-in that is built for production. */
export async function bundleKit(): Promise<string> {
  const output = await build({
    root: import.meta.dirname,
    configFile: false,
    logLevel: 'error',
    resolve: { conditions: ['kit-source', 'module', 'browser', 'production'] },
    build: {
      write: false,
      lib: { entry: new URL('kit.ts', import.meta.url).pathname, formats: ['es'] },
    },
  })
  const [first] = (Array.isArray(output) ? output : [output]).flatMap((each) => ('output' in each ? each.output : []))
  return first?.type === 'chunk' ? first.code : ''
}
