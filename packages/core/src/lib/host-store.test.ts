import { createSimulatedHost } from '@haiilo-kit/simulator'
import { build } from 'esbuild'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type * as binding from '../binding/index.js'
import type * as core from '../index.js'
import { stored, withStore } from './host-store.js'

type Copy = typeof core & typeof binding

describe('the store of a host', () => {
  it('creates a value once per name', () => {
    const host = withStore({})
    let made = 0
    const make = (): number => (made += 1)
    expect([stored(host, 'a', make), stored(host, 'a', make), stored(host, 'b', make)]).toEqual([1, 1, 2])
  })

  it('works although the host was frozen', () => {
    const host = Object.freeze(withStore({}))
    expect(stored(host, 'a', () => 1)).toBe(1)
    expect(stored(host, 'a', () => 2)).toBe(1)
  })

  it('is not shared with a copy of the host', () => {
    const host = withStore({ send: () => undefined })
    stored(host, 'a', () => 1)
    expect(stored({ ...host }, 'a', () => 2)).toBe(2)
    expect(Object.keys(host)).toEqual(['send'])
  })
})

describe('two copies of the kit in one page', () => {
  let folder: string
  const copies: Copy[] = []

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'copies-'))
    const source = (path: string): string => JSON.stringify(fileURLToPath(new URL(path, import.meta.url)))
    for (const name of ['one.mjs', 'two.mjs']) {
      const outfile = join(folder, name)
      await build({
        stdin: {
          contents: `export * from ${source('../index.ts')}; export * from ${source('../binding/index.ts')}`,
          resolveDir: fileURLToPath(new URL('.', import.meta.url)),
        },
        bundle: true,
        format: 'esm',
        conditions: ['kit-source'],
        outfile,
      })
      copies.push((await import(pathToFileURL(outfile).href)) as Copy)
    }
  }, 60_000)
  afterAll(() => rm(folder, { recursive: true }))

  it('run the save handlers of both: one false prevents saving', async (test) => {
    const [one, two] = copies as readonly Copy[] as readonly [Copy, Copy]
    const home = createSimulatedHost()
    const host = one.createHaiiloHost(home.connect('config'))
    test.onTestFinished(() => {
      host.close()
      home.close()
    })
    await host.ready()
    const called: string[] = []
    one.onSave(host, () => (called.push('one'), { city: 'Bern' }))
    two.onSave(host, () => (called.push('two'), false))
    expect(await home.save()).toBe(false)
    expect(called).toEqual(['one', 'two'])
  })

  it('warn once about another host', () => {
    const [one, two] = copies as readonly Copy[] as readonly [Copy, Copy]
    const warnings: string[] = []
    const [first, other] = [
      one.createHaiiloHost({ onWarning: ({ code }) => warnings.push(code) }),
      one.createHaiiloHost(),
    ]
    one.reportOtherHost(first, other, 'Create it once.')
    two.reportOtherHost(first, other, 'Create it once.')
    expect(warnings).toEqual(['ERR_HOST_CHANGED'])
  })
})
