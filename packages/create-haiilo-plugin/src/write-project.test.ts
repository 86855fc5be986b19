import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { emptyFolder } from '../test/run-program.js'
import { writeProject } from './write-project.js'

const FILES = new Map([
  ['package.json', '{}'],
  ['src/main.ts', '// main'],
])

const RUNNING = new AbortController().signal

/** Stops after a number of files. */
function stopAfter(count: number): AbortSignal {
  let checks = 0
  const controller = new AbortController()
  const { signal } = controller
  const check = signal.throwIfAborted.bind(signal)
  signal.throwIfAborted = () => {
    if (checks++ === count) controller.abort()
    check()
  }
  return signal
}

describe('writeProject', () => {
  it('writes all files into a new folder', async () => {
    const parent = emptyFolder()
    await writeProject(join(parent, 'a/b'), FILES, RUNNING)
    expect(readFileSync(join(parent, 'a/b/src/main.ts'), 'utf8')).toBe('// main')
    expect(readdirSync(join(parent, 'a'))).toEqual(['b'])
  })

  it('writes into an empty folder, which may be a repository', async () => {
    const folder = emptyFolder()
    mkdirSync(join(folder, '.git'))
    await writeProject(folder, FILES, RUNNING)
    expect(readdirSync(folder).toSorted()).toEqual(['.git', 'package.json', 'src'])
  })

  it('refuses a folder with files and changes nothing', async () => {
    const folder = emptyFolder()
    writeFileSync(join(folder, 'package.json'), 'mine')
    await expect(writeProject(folder, FILES, RUNNING)).rejects.toThrow(`${folder} already contains package.json.`)
    expect(readFileSync(join(folder, 'package.json'), 'utf8')).toBe('mine')
    expect(readdirSync(folder)).toEqual(['package.json'])
  })

  it.each(['', 'inner'])('refuses a file in place of the folder (path in it: "%s")', async (inner) => {
    const file = join(emptyFolder(), 'notes.txt')
    writeFileSync(file, 'mine')
    await expect(writeProject(join(file, inner), FILES, RUNNING)).rejects.toThrow('is a file')
  })

  it.each([0, 1, 2])('leaves nothing of a new folder when it is stopped after %d files', async (count) => {
    const parent = emptyFolder()
    await expect(writeProject(join(parent, 'a/b/c'), FILES, stopAfter(count))).rejects.toThrow()
    expect(readdirSync(parent)).toEqual([])
  })

  it.each([0, 1, 2])('leaves an existing folder as it was when it is stopped after %d files', async (count) => {
    const folder = emptyFolder()
    mkdirSync(join(folder, '.git'))
    await expect(writeProject(folder, FILES, stopAfter(count))).rejects.toThrow()
    expect(readdirSync(folder)).toEqual(['.git'])
  })

  it('leaves nothing after a failure', async () => {
    const parent = emptyFolder()
    const files = new Map([...FILES, ['package.json/inside', 'a file cannot contain another one']])
    await expect(writeProject(join(parent, 'new'), files, RUNNING)).rejects.toThrow()
    expect(readdirSync(parent)).toEqual([])
  })

  it('does not overwrite what appears while it writes', async () => {
    const parent = emptyFolder()
    const signal = new AbortController().signal
    let checks = 0
    signal.throwIfAborted = () => {
      if (checks++ > 0) return
      mkdirSync(join(parent, 'new'))
      writeFileSync(join(parent, 'new/mine'), '')
    }
    await expect(writeProject(join(parent, 'new'), FILES, signal)).rejects.toThrow()
    expect(readdirSync(join(parent, 'new'))).toEqual(['mine'])
    expect(readdirSync(parent)).toEqual(['new'])
  })
})
