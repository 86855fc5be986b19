import { build } from 'esbuild'
import { spawn } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { GOOD, WRONG } from './manifests.js'
import { servePlugin } from './plugin-server.js'
import { folderWith } from './run-program.js'

const folder = mkdtempSync(join(tmpdir(), 'haiilo-kit-bin-'))
const program = join(folder, 'dist/haiilo-kit.js')

beforeAll(async () => {
  const packageFolder = fileURLToPath(new URL('..', import.meta.url))
  copyFileSync(join(packageFolder, 'package.json'), join(folder, 'package.json'))
  await build({
    entryPoints: [join(packageFolder, 'src/haiilo-kit.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['kit-source'],
  })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Exit {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

function start(argv: readonly string[], cwd: string, input = ''): Promise<Exit> {
  const env = { ...process.env, FORCE_COLOR: undefined, NO_COLOR: undefined, NODE_OPTIONS: undefined }
  const child = spawn(process.execPath, [program, ...argv], { cwd, env })
  const texts = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (texts.stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (texts.stderr += text))
  child.stdin.end(input)
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...texts })))
}

describe('the installed program', () => {
  it.each([
    ['valid', GOOD, 0],
    ['invalid', WRONG, 1],
  ])('exits with the code of a %s manifest', async (_, content, code) => {
    const exit = await start(['validate', 'a.json'], folderWith({ 'a.json': content }))
    expect([exit.code, exit.stderr]).toEqual([code, ''])
  })

  it('exits with 2 for wrong arguments', async () => {
    const { code, stdout, stderr } = await start(['valid'], folder)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain('Did you mean validate?')
  })

  it('checks a deployed plug-in', async () => {
    const { manifest } = await servePlugin({ 'GET /index.html': { status: 404 } })
    const { code, stdout, stderr } = await start(['doctor', manifest], folder)
    expect([code, stderr]).toEqual([1, ''])
    expect(stdout).toContain('error page-unavailable')
  })

  it('reads standard input', async () => {
    expect(await start(['validate', '-'], folder, GOOD)).toEqual({
      code: 0,
      stdout: '✓ <stdin>  Lunch 1.0.0, manifest 2.5.0\n',
      stderr: '',
    })
  })

  it('validates a manifest in TypeScript', async () => {
    const cwd = folderWith({ 'a.mts': `const manifest: object = ${GOOD}\nexport default manifest` })
    const { code, stdout } = await start(['validate', 'a.mts'], cwd)
    expect([code, stdout]).toEqual([0, '✓ a.mts  Lunch 1.0.0, manifest 2.5.0\n'])
  })

  it('reports modules that keep running, exit or hang', async () => {
    const cwd = folderWith({
      'timer.mjs': `setInterval(() => {}, 1000)\nexport default ${GOOD}`,
      'exit.mjs': 'process.exit(0)',
      'await.mjs': 'await new Promise(() => {})',
    })
    const { code, stdout, stderr } = await start(['validate', 'timer.mjs', 'exit.mjs', 'await.mjs'], cwd)
    expect([code, stdout]).toEqual([2, expect.stringContaining('✓ timer.mjs')])
    expect(stdout).toContain('2 sources could not be read')
    expect(stderr).toMatch(/^✗ exit\.mjs .*\n✗ await\.mjs .*\n$/)
  })

  it('kills the process of a manifest module when it is terminated', async () => {
    const cwd = folderWith({
      'a.mjs': `import { writeFileSync } from 'node:fs'\nwriteFileSync('pid', String(process.pid))\nfor (;;);`,
    })
    const child = spawn(process.execPath, [program, 'validate', 'a.mjs', '--timeout', '600'], { cwd })
    const exited = new Promise((resolve) => child.on('close', resolve))
    const pid = await vi.waitFor(() => Number(readFileSync(join(cwd, 'pid'), 'utf8') || expect.fail()), 60_000)
    child.kill('SIGTERM')
    expect(await exited).toBe(143)
    await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow('ESRCH'), 60_000)
  })

  it('writes a long output to a pipe completely', async () => {
    const names = Array.from({ length: 300 }, (_, index) => `${index}.json`)
    const cwd = folderWith(Object.fromEntries(names.map((name) => [name, WRONG])))
    const { stdout } = await start(['validate', ...names], cwd)
    expect(stdout.length).toBeGreaterThan(100_000)
    expect(stdout).toMatch(/300 errors in 300 manifests\n$/)
  })

  it('exits without an error when the reader closes the pipe', async () => {
    const names = Array.from({ length: 300 }, (_, index) => `${index}.json`)
    const cwd = folderWith(Object.fromEntries(names.map((name) => [name, WRONG])))
    const child = spawn(process.execPath, [program, 'validate', ...names], { cwd })
    let stderr = ''
    child.stderr.on('data', (text) => (stderr += String(text)))
    child.stdout.once('data', () => child.stdout.destroy())
    const code = await new Promise((resolve) => child.on('close', resolve))
    expect([code, stderr]).toEqual([1, ''])
  })
})
