import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { ask } from '../../test/vite-app/ask.js'
import { addressOf, createApp, MANIFEST, moduleOf } from '../../test/vite-app/create-app.js'
import { loadModule, type LoadedModule } from './load-module.js'

const LATER = 'await new Promise((resolve) => setTimeout(resolve, 60_000))'
const EXIT = 'it ended its process before it exported a manifest'

describe('a module', () => {
  it.each<[what: string, code: string, reason: string]>([
    ['ends its process', 'process.exit()', `${EXIT}, with exit code 0.`],
    ['ends its process with a code', 'process.exit(3)', `${EXIT}, with exit code 3.`],
    ['ends its process and catches everything', 'try { process.exit(3) } catch {}', `${EXIT}, with exit code 3.`],
    ['ends its process later', `setTimeout(() => process.exit(3)); ${LATER}`, `${EXIT}, with exit code 3.`],
    [
      'ends its process when something fails',
      `void Promise.reject(1).catch(() => process.exit(3)); ${LATER}`,
      `${EXIT}, with exit code 3.`,
    ],
    [
      'ends its process when it is printed',
      'export default { toJSON() { process.exit(3) } }',
      `${EXIT}, with exit code 3.`,
    ],
    ['ends its process by an import', 'import "./exit"', `${EXIT}, with exit code 4.`],
    [
      'ends its process by a promise',
      'export default new Promise(() => process.exit(3))',
      `${EXIT}, with exit code 3.`,
    ],
    ['kills its process', `process.kill(process.pid, 'SIGKILL'); ${LATER}`, `${EXIT}, by SIGKILL.`],
    ['crashes its process', 'process.abort()', `${EXIT}, by SIGABRT.`],
    ['leaves its parent', `process.disconnect(); ${LATER}`, EXIT],
    ['throws later', `setTimeout(() => { throw new Error('a cook is ill') }); ${LATER}`, 'a cook is ill'],
    [
      'rejects a promise that no code awaits',
      `void Promise.reject(new Error('a cook is ill')); ${LATER}`,
      'a cook is ill',
    ],
    ['waits for nothing', 'await new Promise(() => {})', 'it waits for a promise that never settles.'],
    [
      'exports a promise of nothing',
      'export default new Promise(() => {})',
      'it waits for a promise that never settles.',
    ],
  ])('that %s is reported, and ends neither the server nor the build', async (_, code, reason) => {
    const app = await createApp({ 'manifest.ts': `${code}\nexport const manifest = {}`, 'exit.ts': 'process.exit(4)' })
    const server = await app.dev()
    const address = `${addressOf(server)}manifest.json`
    expect((await ask(address)).status).toBe(500)
    expect(app.log.map(({ text }) => text).join('\n')).toContain(`Could not load manifest.ts: ${reason}`)
    await expect(app.build()).rejects.toThrow(`Could not load manifest.ts: ${reason}`)
    await app.write('manifest.ts', moduleOf(MANIFEST))
    await vi.waitFor(async () => expect((await ask(address)).status).toBe(200), { timeout: 15_000 })
  })

  it.each([
    ['runs in circles', 'for (;;);'],
    ['runs in circles when it is printed', 'export default { toJSON() { for (;;); } }'],
    ['waits too long', LATER],
  ])('that %s is stopped after the timeout', async (_, code) => {
    const { outcome } = await load(`${code}\nexport const manifest = {}`, 1_000)
    expect(outcome).toEqual({ kind: 'failed', reason: 'it exported no manifest within 1 second.' })
  })

  it.each([
    ['keeps a timer running', 'setInterval(() => {}, 1_000)'],
    [
      'sends messages of its own',
      'process.send({ kind: "failed" }); process.send("a"); process.send({ kind: "request" })',
    ],
    ['receives the messages to its process', 'process.on("message", () => {})'],
    ['changes what it is run by', 'process.send = () => {}; process.stdout.write = () => {}'],
    ['ends its process after the export', 'process.on("exit", () => process.exit(3))'],
  ])('that %s is loaded', async (_, code) => {
    const { outcome } = await load(`${code}\nexport const manifest = { name: 'Lunch' }`)
    expect(outcome).toEqual({ kind: 'json', text: JSON.stringify({ name: 'Lunch' }, null, 2) })
  })

  it('knows its own path and resolves imports of the project', async () => {
    const { outcome, files } = await load(
      `import { readFileSync } from 'node:fs'
import { name } from './name'
const text = readFileSync(new URL('./name.ts', import.meta.url), 'utf8').length
export default { name, text, folder: import.meta.dirname.split(/[\\\\/]/).at(-1).slice(0, 4), env: import.meta.env.MODE }`,
    )
    expect(outcome).toEqual({
      kind: 'json',
      text: JSON.stringify({ name: 'Lunch', text: 29, folder: 'app-', env: 'test' }, null, 2),
    })
    expect(files.map((file) => file.split('/').at(-1))).toEqual(['manifest.ts', 'name.ts'])
  })
})

async function load(code: string, timeout?: number): Promise<LoadedModule> {
  const { root } = await createApp({ 'manifest.ts': code, 'name.ts': "export const name = 'Lunch'\n\n" })
  const settings = {
    root,
    mode: 'test',
    base: '/',
    resolve: {},
    envDir: false,
    envPrefix: 'VITE_',
    define: {},
  } as const
  return loadModule(join(root, 'manifest.ts'), { ...settings, ...(timeout !== undefined && { timeout }) })
}
