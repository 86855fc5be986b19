import { existsSync, mkdirSync, readFileSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DOUBTFUL, GOOD, WRONG } from '../../test/manifests.js'
import { openProgram } from '../../test/open-program.js'
import { folderWith, runProgram } from '../../test/run-program.js'

const FILES = { 'manifest.json': GOOD }

describe('the declaration', () => {
  it('gives TypeScript the literal types of the manifest', async () => {
    const cwd = folderWith(FILES)
    const literal = `import manifest from './manifest.json'
const version: '2.5.0' = manifest.manifestVersion
const height: 350 = manifest.entryPoints[0].height
export { version, height }`
    const errorsIn = openProgram(cwd)
    expect(errorsIn(literal)).not.toEqual([])
    expect(await runProgram(['types', 'manifest.json'], { cwd })).toEqual({
      code: 0,
      stdout: '✓ manifest.d.json.ts  written\n',
      stderr: '',
    })
    expect(errorsIn(literal)).toEqual([])
    expect(errorsIn(literal.replace('350', '351'))).toHaveLength(1)
  })

  it('is written again only after a change of the manifest', async () => {
    const cwd = folderWith(FILES)
    const target = join(cwd, 'manifest.d.json.ts')
    await runProgram(['types', 'manifest.json'], { cwd })
    utimesSync(target, 1, 1)
    const { stdout } = await runProgram(['types', 'manifest.json'], { cwd })
    expect([stdout, statSync(target).mtimeMs]).toEqual(['✓ manifest.d.json.ts  up to date\n', 1_000])
    writeFileSync(join(cwd, 'manifest.json'), GOOD.replace('350', '400'))
    await runProgram(['types', 'manifest.json'], { cwd })
    expect(readFileSync(target, 'utf8')).toContain('400')
  })

  it('is compared by --check, which writes nothing', async () => {
    const cwd = folderWith(FILES)
    const check = async (): Promise<unknown> => {
      const { code, stdout } = await runProgram(['types', 'manifest.json', '--check'], { cwd })
      return [code, stdout]
    }
    const stale = [1, '✗ manifest.d.json.ts  is missing or out of date. Run "haiilo-kit types" without --check.\n']
    expect([await check(), await check()]).toEqual([stale, stale])
    await runProgram(['types', 'manifest.json'], { cwd })
    expect(await check()).toEqual([0, '✓ manifest.d.json.ts  up to date\n'])
    writeFileSync(join(cwd, 'manifest.json'), GOOD.replace('350', '400'))
    expect(await check()).toEqual(stale)
  })

  it('is up to date with the line endings of another system', async () => {
    const cwd = folderWith(FILES)
    const target = join(cwd, 'manifest.d.json.ts')
    await runProgram(['types', 'manifest.json'], { cwd })
    writeFileSync(target, readFileSync(target, 'utf8').replaceAll('\n', '\r\n'))
    expect((await runProgram(['types', 'manifest.json', '--check'], { cwd })).code).toBe(0)
  })

  it('is written for a manifest with warnings, but not for one with errors', async () => {
    const cwd = folderWith({ 'doubtful.json': DOUBTFUL, 'wrong.json': WRONG })
    const { code, stdout } = await runProgram(['types', 'wrong.json', 'doubtful.json'], { cwd })
    expect(code).toBe(1)
    expect(stdout).toMatch(
      /^✗ wrong\.json\n\n {2}error height-invalid {2}wrong\.json:12:7\n[^]*✓ doubtful\.d\.json\.ts {2}written\n$/,
    )
    expect(() => statSync(join(cwd, 'wrong.d.json.ts'))).toThrow('ENOENT')
  })

  it('does not replace a file that was not generated', async () => {
    const cwd = folderWith({ ...FILES, 'manifest.d.json.ts': 'export {}\n' })
    const { code, stderr } = await runProgram(['types', 'manifest.json'], { cwd })
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(/^✗ manifest\.d\.json\.ts {2}This file was not generated/),
    ])
    expect(readFileSync(join(cwd, 'manifest.d.json.ts'), 'utf8')).toBe('export {}\n')
  })

  it.each([
    ['has no target', undefined],
    ['has a target', 'export {}\n'],
  ])('is not written through a link that %s', async (_, content) => {
    const cwd = folderWith({ ...FILES, ...(content !== undefined && { 'elsewhere.ts': content }) })
    symlinkSync('elsewhere.ts', join(cwd, 'manifest.d.json.ts'))
    for (const argv of [
      ['types', 'manifest.json'],
      ['types', '--check', 'manifest.json'],
    ]) {
      const { code, stderr } = await runProgram(argv, { cwd })
      expect([code, stderr]).toEqual([
        2,
        expect.stringContaining('This is a symbolic link, and links are not followed.'),
      ])
    }
    expect(existsSync(join(cwd, 'elsewhere.ts'))).toBe(content !== undefined)
  })

  it('is written although other files cannot be read or written, and the exit code is 2', async () => {
    const cwd = folderWith({ ...FILES, 'b.json': GOOD })
    mkdirSync(join(cwd, 'manifest.d.json.ts'))
    const { code, stdout, stderr } = await runProgram(['types', 'none.json', 'manifest.json', 'b.json'], { cwd })
    expect([code, stdout]).toEqual([2, '✓ b.d.json.ts  written\n'])
    expect(stderr).toBe('✗ none.json  The file does not exist.\n✗ manifest.d.json.ts  This is a folder, not a file.\n')
  })
})
