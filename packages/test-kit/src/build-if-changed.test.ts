import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { buildIfChanged } from '../../../scripts/lib/build-if-changed.mjs'

let repository: string
let source: string
let output: string
beforeEach(() => {
  repository = mkdtempSync(join(tmpdir(), 'build-if-changed-'))
  source = join(repository, 'src/main.ts')
  output = join(repository, 'dist')
  mkdirSync(join(repository, 'src/node_modules'), { recursive: true })
  for (const file of ['pnpm-lock.yaml', 'tsconfig.base.json', 'src/main.ts', 'src/main.test.ts'])
    writeFileSync(join(repository, file), file)
  return () => {
    rmSync(repository, { recursive: true })
  }
})

function run(options: { readonly always?: boolean; readonly build?: () => Promise<unknown> } = {}): Promise<boolean> {
  const build = (): Promise<unknown> => Promise.resolve(mkdirSync(output, { recursive: true }))
  return buildIfChanged({ name: 'it', sources: ['src/**/*'], output, build, repository, ...options })
}

describe('buildIfChanged', () => {
  it('builds once for the same sources', async () => {
    expect([await run(), await run()]).toEqual([true, false])
    expect(existsSync(output)).toBe(true)
  })

  it.each<[string, () => void]>([
    ['the content of a source', () => writeFileSync(source, 'changed')],
    ['the list of sources', () => writeFileSync(join(repository, 'src/new.ts'), '')],
    ['the lockfile', () => writeFileSync(join(repository, 'pnpm-lock.yaml'), 'changed')],
    ['the output, which is missing', () => rmSync(output, { recursive: true })],
  ])('builds again after a change of %s', async (_what, change) => {
    await run()
    change()
    expect([await run(), await run()]).toEqual([true, false])
  })

  it.each<[string, () => void]>([
    ['the time of a source', () => utimesSync(source, 1, 1)],
    ['a test', () => writeFileSync(join(repository, 'src/main.test.ts'), 'changed')],
    ['a dependency', () => writeFileSync(join(repository, 'src/node_modules/a.js'), '')],
  ])('does not build again after a change of %s', async (_what, change) => {
    await run()
    change()
    expect(await run()).toBe(false)
  })

  it('builds in any case if this is requested', async () => {
    await run()
    expect(await run({ always: true })).toBe(true)
  })

  it('does not use a build that failed', async () => {
    await run()
    writeFileSync(source, 'changed')
    await expect(run({ build: () => Promise.reject(new Error('broken')) })).rejects.toThrow('broken')
    writeFileSync(source, 'src/main.ts')
    expect(await run()).toBe(true)
  })
})
