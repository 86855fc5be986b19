import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { folderWith, runProgram, type Outcome } from '../../test/run-program.js'

const MANIFEST = JSON.stringify({
  manifestVersion: '2.0.0',
  pluginVersion: '1.0.0',
  name: { en: 'Lunch' },
  description: { en: 'Shows the menu' },
  context: ['userId'],
  entryPoints: [{ id: 'menu', url: 'index.html' }],
})

/** Prints its URL like a development server: in colour, and after a while. */
const DEV_SERVER = `
const manifest = process.argv[2] === 'serves' && require('node:fs').readFileSync('served.json')
const server = require('node:http').createServer(({ url }, response) =>
  response.end(manifest && url === '/manifest.json' ? manifest : '<!doctype html>'),
)
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address()
  console.log('\\u001b[32m  Local:\\u001b[39m   \\u001b[36mhttp://localhost:\\u001b[1m' + port + '\\u001b[22m/\\u001b[39m')
})
if (process.argv[2] === 'ends') setTimeout(() => process.exit(3), 50)
`

interface PluginAnswer {
  readonly manifest?: { readonly entryPoints: unknown }
  readonly manifestUrl?: string
  readonly findings: readonly { readonly rule: string }[]
  readonly problem?: string
}

/** Starts the command. It is stopped at the end of the test. */
function startSandbox(argv: readonly string[], cwd: string) {
  const stop = new AbortController()
  const [stdout, stderr] = [new PassThrough({ encoding: 'utf8' }), new PassThrough({ encoding: 'utf8' })]
  const texts = { stdout: '', stderr: '' }
  stdout.on('data', (chunk: string) => (texts.stdout += chunk))
  stderr.on('data', (chunk: string) => (texts.stderr += chunk))
  const running = runProgram(['sandbox', ...argv], { cwd, stdout, stderr, stop: stop.signal, env: process.env })
  const ended = running.then((outcome) => ({ ...outcome, stderr: texts.stderr }))
  const end = async (): Promise<Outcome> => {
    stop.abort()
    return ended
  }
  onTestFinished(async () => {
    await end()
  })
  return {
    ended,
    end,
    text: () => texts.stdout,
    stderr: () => texts.stderr,
    /** Waits until the page would show the expected plug-in. */
    async plugin(isExpected: (plugin: PluginAnswer) => boolean): Promise<PluginAnswer> {
      return vi.waitUntil(
        async () => {
          const port = /http:\/\/home\.localhost:(\d+)\//.exec(texts.stdout)?.[1]
          if (port === undefined) return undefined
          const answer = await fetch(`http://127.0.0.1:${port}/__sandbox/plugin.json`)
          const plugin = (await answer.json()) as PluginAnswer
          return isExpected(plugin) ? plugin : undefined
        },
        { timeout: 25_000, interval: 50 },
      )
    },
  }
}

const hasManifest = ({ manifest }: PluginAnswer): boolean => manifest !== undefined

describe('haiilo-kit sandbox', () => {
  test('serves a static folder, and shows the manifest in it', async () => {
    const cwd = folderWith({ 'dist/manifest.json': MANIFEST, 'dist/index.html': '<!doctype html><title>Lunch</title>' })
    const { plugin, end, text } = startSandbox(['dist'], cwd)
    const { manifest, manifestUrl = '' } = await plugin(hasManifest)
    expect(manifest).toEqual(JSON.parse(MANIFEST))
    const page = await fetch(new URL('index.html', manifestUrl).href.replace('localhost', '127.0.0.1'))
    expect(await page.text()).toContain('Lunch')
    expect((await end()).code).toBe(0)
    expect(text()).toMatch(/^Sandbox: {2}http:\/\/home\.localhost:\d+\/\nPlug-in: {2}http:\/\/localhost:\d+\/\n/)
  })

  test('starts a development server, and reads the manifest relative to the URL that it prints', async () => {
    const cwd = folderWith({ 'manifest.json': MANIFEST, 'server.cjs': DEV_SERVER })
    const { plugin, end, text } = startSandbox(['--', process.execPath, 'server.cjs'], cwd)
    const { manifestUrl } = await plugin(hasManifest)
    const [, address = ''] = /Local: +(http:\/\/localhost:\d+)/.exec(text()) ?? []
    expect(manifestUrl).toBe(`${address}/manifest.json`)
    await end()
    // the development server ends with the sandbox
    await vi.waitUntil(
      async () =>
        fetch(address.replace('localhost', '127.0.0.1')).then(
          () => false,
          () => true,
        ),
      { timeout: 10_000 },
    )
  })

  test('passes the address of the sandbox to the command, so that no other one starts', async () => {
    const program = 'console.log("told " + process.env.HAIILO_SANDBOX_URL)'
    const { ended, text } = startSandbox(['--', process.execPath, '--eval', program], folderWith({}))
    await ended
    const [, address] = /^Sandbox: {2}(\S+)/.exec(text()) ?? []
    expect(text()).toContain(`told ${address}\n`)
  })

  test('prefers the manifest that the development server serves', async () => {
    const served = MANIFEST.replace('Lunch', 'Served')
    const cwd = folderWith({ 'manifest.json': MANIFEST, 'served.json': served, 'server.cjs': DEV_SERVER })
    const { plugin } = startSandbox(['--', process.execPath, 'server.cjs', 'serves'], cwd)
    expect((await plugin(hasManifest)).manifest).toEqual(JSON.parse(served))
  })

  test('ends with 2 when the development server fails', async () => {
    const cwd = folderWith({ 'manifest.json': MANIFEST, 'server.cjs': DEV_SERVER })
    const { ended } = startSandbox(['--', process.execPath, 'server.cjs', 'ends'], cwd)
    expect(await ended).toMatchObject({ code: 2, stderr: 'The command ended with exit code 3.\n' })
  })

  test('reports a program that does not exist', async () => {
    const cwd = folderWith({ 'manifest.json': MANIFEST })
    const { code, stderr } = await startSandbox(['--', 'haiilo-no-such-program'], cwd).ended
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(/^error: There is no program haiilo-no-such-program\. .*`\.\n$/),
    ])
  })

  test('says how to continue if the folder has no manifest', async () => {
    const { ended, text } = startSandbox([], folderWith({}))
    const { code, stderr } = await ended
    expect([code, stderr]).toEqual([2, expect.stringContaining('manifest.json')])
    // no address of a page that is gone
    expect(text()).toBe('')
  })

  test('shows the errors of a manifest, and updates when it is repaired', async () => {
    const cwd = folderWith({ 'manifest.json': MANIFEST, 'index.html': '<!doctype html>' })
    const { plugin, text } = startSandbox([], cwd)
    await plugin(hasManifest)
    writeFileSync(join(cwd, 'manifest.json'), MANIFEST.slice(0, -20))
    const broken = await plugin(({ manifest }) => manifest === undefined)
    expect(broken.findings).not.toEqual([])
    await vi.waitUntil(() => text().includes('Manifest: manifest.json, 1 error, shown on the page\n'))
    rmSync(join(cwd, 'manifest.json'))
    expect((await plugin(({ problem }) => problem !== undefined)).problem).toContain('does not exist')
    writeFileSync(join(cwd, 'manifest.json'), MANIFEST)
    await plugin(hasManifest)
  })

  test('reads the default export of a module', async () => {
    const cwd = folderWith({ 'manifest.mjs': `export default ${MANIFEST}`, 'index.html': '' })
    const { plugin } = startSandbox([], cwd)
    expect((await plugin(hasManifest)).manifest).toEqual(JSON.parse(MANIFEST))
  })

  test('saves the set-up of the page in .haiilo/sandbox.json', async () => {
    const cwd = folderWith({ 'manifest.json': MANIFEST, 'index.html': '' })
    const { plugin, text, end } = startSandbox([], cwd)
    await plugin(hasManifest)
    const port = /:(\d+)\//.exec(text())?.[1]
    const saved = await fetch(`http://127.0.0.1:${port}/__sandbox/setup.json`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: '{"version":1}',
    })
    expect(saved.status).toBe(204)
    await end()
    expect(JSON.parse(readFileSync(join(cwd, '.haiilo/sandbox.json'), 'utf8'))).toEqual({ version: 1 })
  })

  test('ends with 2 when the port is in use', async () => {
    const cwd = folderWith({ 'manifest.json': MANIFEST, 'index.html': '' })
    const first = startSandbox([], cwd)
    await first.plugin(hasManifest)
    const port = /:(\d+)\//.exec(first.text())?.[1] ?? ''
    const { code, stderr } = await startSandbox(['--port', port], cwd).ended
    expect([code, stderr]).toEqual([2, expect.stringContaining(`Port ${port} is in use.`)])
  })

  test.each([
    ['a port that is not a number', ['--port', 'x'], '1 to 65535'],
    ['a URL of another scheme', ['--url', 'ftp://a.example/'], 'http or https'],
    ['standard input', ['-'], 'a file, a folder or a URL'],
  ])('refuses %s', async (_, argv, hint) => {
    const { ended, text } = startSandbox(argv, folderWith({}))
    const { code, stderr } = await ended
    expect([code, stderr, text()]).toEqual([2, expect.stringContaining(hint), ''])
  })
})

describe('haiilo-kit sandbox --back-end', () => {
  /** Prints its version and its variables, and runs until a signal ends it. */
  const backEnd = (version: string): string => `
const { NODE_ENV, PORT, GREETING } = process.env
console.log(JSON.stringify({ version: '${version}', pid: process.pid, NODE_ENV, PORT, GREETING }))
setInterval(() => undefined, 1000)
`

  interface Started {
    readonly version: string
    readonly pid: number
    readonly NODE_ENV?: string
    readonly PORT?: string
    readonly GREETING?: string
  }

  function startWithBackEnd(files: Readonly<Record<string, string>>) {
    const cwd = folderWith({ 'manifest.json': MANIFEST, 'index.html': '', 'server/main.mjs': backEnd('1'), ...files })
    const program = startSandbox(['--back-end', 'server/main.mjs'], cwd)
    const starts = (): Started[] =>
      program
        .text()
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .map((line) => JSON.parse(line) as Started)
    return {
      ...program,
      starts,
      write: (name: string, text: string) => writeFileSync(join(cwd, name), text),
      remove: (name: string) => rmSync(join(cwd, name)),
      started: (version: string): Promise<Started> =>
        vi.waitUntil(() => starts().findLast((each) => each.version === version), { timeout: 25_000 }),
    }
  }

  const isRunning = (pid: number): boolean => {
    try {
      return process.kill(pid, 0)
    } catch {
      return false
    }
  }

  test('starts the back end with its own settings, and ends it together with the sandbox', async () => {
    vi.stubEnv('PORT', '4200')
    onTestFinished(() => void vi.unstubAllEnvs())
    const { started, plugin, end } = startWithBackEnd({ '.env': 'GREETING=hello\n' })
    const { pid, ...settings } = await started('1')
    expect(settings).toEqual({ version: '1', NODE_ENV: 'development', GREETING: 'hello' })
    await plugin(hasManifest)
    expect((await end()).code).toBe(0)
    expect(isRunning(pid)).toBe(false)
  })

  test('starts the back end again after a change of its code, its settings, or the manifest', async () => {
    const { started, starts, plugin, write } = startWithBackEnd({ '.env': 'GREETING=1\n' })
    const { pid } = await started('1')
    await plugin(hasManifest)
    write('server/main.mjs', backEnd('2'))
    await started('2')
    expect(isRunning(pid)).toBe(false)
    write('.env', 'GREETING=2\n')
    await vi.waitUntil(() => starts().at(-1)?.GREETING === '2', { timeout: 25_000 })
    const before = starts().length
    write('manifest.json', MANIFEST.replace('Lunch', 'Dinner'))
    await vi.waitUntil(() => starts().length > before, { timeout: 25_000 })
  })

  test('does not start the back end again when its database changes', async () => {
    const writing = `
import { writeFileSync } from 'node:fs'
let count = 0
setInterval(() => {
  writeFileSync('server/data.db', String(++count))
  console.log('write ' + count)
}, 200)
`
    const { text } = startWithBackEnd({ 'server/main.mjs': writing })
    await vi.waitUntil(() => text().includes('write 5\n'), { timeout: 25_000 })
  })

  test('says that the back end has ended, and starts it again when it is fixed', async () => {
    const program = startWithBackEnd({ 'server/main.mjs': 'throw new Error("no database")' })
    await vi.waitUntil(() => program.stderr().includes('exit code 1'), { timeout: 25_000 })
    expect(program.text()).toContain('Error: no database')
    expect(program.stderr()).toBe(
      'The back end ended with exit code 1. It starts again when a file in server changes.\n',
    )
    program.write('server/main.mjs', backEnd('2'))
    await program.started('2')
  })

  test('starts the back end again when a module is removed and written again', async () => {
    const main = `import { version } from './version.mjs'\n${backEnd('').replace("''", 'version')}`
    const version = (text: string): string => `export const version = '${text}'`
    const program = startWithBackEnd({ 'server/main.mjs': main, 'server/version.mjs': version('1') })
    await program.started('1')
    program.remove('server/version.mjs')
    await vi.waitUntil(() => program.stderr().includes('exit code 1'), { timeout: 25_000 })
    program.write('server/version.mjs', version('2'))
    await program.started('2')
  })

  test('replaces a back end that does not end by itself', async () => {
    const stubborn = `process.on('SIGTERM', () => undefined)\n${backEnd('1')}`
    const { started, write } = startWithBackEnd({ 'server/main.mjs': stubborn })
    const { pid } = await started('1')
    write('server/main.mjs', backEnd('2'))
    await started('2')
    expect(isRunning(pid)).toBe(false)
  })

  test('ends with 2 when there is no such file', async () => {
    const cwd = folderWith({ 'manifest.json': MANIFEST, 'index.html': '' })
    const { code, stderr } = await startSandbox(['--back-end', 'server.ts'], cwd).ended
    expect([code, stderr]).toEqual([2, expect.stringContaining('There is no file server.ts.')])
    expect(existsSync(join(cwd, '.haiilo'))).toBe(false)
  })
})
