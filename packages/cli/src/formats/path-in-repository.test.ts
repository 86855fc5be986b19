import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { WRONG } from '../../test/manifests.js'
import { folderWith, runProgram } from '../../test/run-program.js'
import { pathInRepository } from './path-in-repository.js'

describe('a path in the repository', () => {
  it.each(['..hidden/a.json', '...json', 'b/..a.json', '..a', 'a b/ä.json'])('can contain dots: %s', (name) => {
    const cwd = folderWith({ [name]: WRONG })
    expect(pathInRepository(join(cwd, name), { cwd, env: {} })).toBe(name)
  })

  it('is the path of the real file if links lead to it', () => {
    const folder = folderWith({ 'repository/plugins/a.json': WRONG })
    const root = join(folder, 'repository')
    symlinkSync(root, join(folder, 'linked'))
    symlinkSync(join(root, 'plugins'), join(root, 'also'))
    symlinkSync('plugins/a.json', join(root, 'b.json'))
    for (const cwd of [root, join(folder, 'linked')]) {
      for (const path of ['plugins/a.json', 'also/a.json', 'b.json']) {
        for (const base of [root, join(folder, 'linked')]) {
          expect(pathInRepository(join(base, path), { cwd, env: {} })).toBe('plugins/a.json')
        }
      }
    }
  })

  it('is the path of the link if the real file is outside of the repository', () => {
    const folder = folderWith({ 'outside/a.json': WRONG, 'repository/b.json': WRONG })
    symlinkSync('../outside/a.json', join(folder, 'repository/a.json'))
    const cwd = join(folder, 'repository')
    expect(pathInRepository(join(cwd, 'a.json'), { cwd, env: {} })).toBe('a.json')
  })

  it('exists for a file that does not exist', () => {
    const cwd = folderWith({})
    expect(pathInRepository(join(cwd, 'none.json'), { cwd, env: {} })).toBe('none.json')
  })

  it('is undefined for a file outside of the repository', () => {
    const folder = folderWith({ 'a.json': WRONG, 'repository/b.json': WRONG, 'repository2/c.json': WRONG })
    const context = { cwd: '/', env: { GITHUB_WORKSPACE: join(folder, 'repository') } }
    for (const path of ['a.json', 'repository2/c.json'])
      expect(pathInRepository(join(folder, path), context)).toBeUndefined()
  })

  it.each(['sarif', 'github'])('is part of the output in the format %s', async (format) => {
    const folder = folderWith({})
    mkdirSync(join(folder, 'real/..hidden'), { recursive: true })
    writeFileSync(join(folder, 'real/..hidden/a.json'), WRONG)
    symlinkSync(join(folder, 'real'), join(folder, 'linked'))
    const argv = ['validate', join(folder, 'linked/..hidden/a.json'), '--format', format]
    const { stdout } = await runProgram(argv, { cwd: join(folder, 'real') })
    expect(stdout).toMatch(/(?:"uri": "|file=)\.\.hidden\/a\.json[",]/)
  })
})
