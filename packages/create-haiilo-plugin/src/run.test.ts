import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { emptyFolder, openTerminal, runProgram } from '../test/run-program.js'

const ENTER = '\r'
const DOWN = '\u001B[B'
const CTRL_C = '\u0003'

function nameIn(folder: string): string {
  return (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { name: string }).name
}

describe('without a terminal', () => {
  it('creates a project and prints the next commands', async () => {
    const cwd = emptyFolder()
    const { code, stdout, stderr } = await runProgram(['lunch', '--framework', 'vue'], { cwd })
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain('  cd lunch\n  npm install\n  npm run dev\n')
    expect(nameIn(join(cwd, 'lunch'))).toBe('lunch')
    expect(existsSync(join(cwd, 'lunch/config.html'))).toBe(true)
    expect(existsSync(join(cwd, 'lunch/src/app.test.ts'))).toBe(true)
  })

  it('leaves out settings page and tests', async () => {
    const cwd = emptyFolder()
    await runProgram(['lunch', '--framework', 'vue', '--no-config-view', '--no-tests'], { cwd })
    expect(existsSync(join(cwd, 'lunch/config.html'))).toBe(false)
    expect(existsSync(join(cwd, 'lunch/src/app.test.ts'))).toBe(false)
  })

  it('adds a back end only if it is wanted', async () => {
    const cwd = emptyFolder()
    await runProgram(['with', '--framework', 'vanilla', '--back-end'], { cwd })
    await runProgram(['without', '--framework', 'vanilla'], { cwd })
    expect(readdirSync(join(cwd, 'with/server')).toSorted()).toContain('app.test.ts')
    expect(existsSync(join(cwd, 'without/server'))).toBe(false)
  })

  it('creates the project in the current folder', async () => {
    const cwd = emptyFolder()
    const { stdout } = await runProgram(['.', '--framework', 'react', '--name', '@acme/lunch'], {
      cwd,
      env: { npm_config_user_agent: 'pnpm/12.21.0 npm/? node/v24.21.0' },
    })
    expect(stdout).toContain('Next:\n  pnpm install\n')
    expect(nameIn(cwd)).toBe('@acme/lunch')
  })

  it.each([
    ['the folder', ['--framework', 'react'], 'the folder'],
    ['the framework', ['lunch'], '--framework react|vue|angular|vanilla'],
  ])('names a missing argument: %s', async (_, argv, hint) => {
    const cwd = emptyFolder()
    const { code, stdout, stderr } = await runProgram(argv, { cwd })
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^error: Without a terminal, these arguments are needed: /)
    expect(stderr).toContain(hint)
    expect(readdirSync(cwd)).toEqual([])
  })

  it.each([
    ['an unknown framework', ['lunch', '--framework', 'svelte'], 'Allowed choices are react, vue, angular, vanilla.'],
    ['an unknown option', ['lunch', '--framwork', 'vue'], 'Did you mean --framework?'],
    ['two folders', ['lunch', 'dinner'], 'too many arguments'],
    ['an invalid name', ['My Plugin', '--framework', 'vue'], 'Add --name my-plugin.'],
    ['an invalid name as an option', ['lunch', '--framework', 'vue', '--name', 'A'], 'Add --name a.'],
  ])('returns 2 for %s and creates nothing', async (_, argv, hint) => {
    const cwd = emptyFolder()
    const { code, stderr } = await runProgram(argv, { cwd })
    expect(code).toBe(2)
    expect(stderr).toContain(hint)
    expect(readdirSync(cwd)).toEqual([])
  })

  it('refuses a folder with files', async () => {
    const cwd = emptyFolder()
    writeFileSync(join(cwd, 'notes.txt'), '')
    const { code, stderr } = await runProgram(['.', '--framework', 'vue', '--name', 'lunch'], { cwd })
    expect(code).toBe(2)
    expect(stderr).toBe(
      `error: ${cwd} already contains notes.txt. Name a folder that does not exist, or an empty one.\n`,
    )
  })

  it('creates nothing after a signal', async () => {
    const cwd = emptyFolder()
    const { code, stderr } = await runProgram(['lunch', '--framework', 'vue'], { cwd, stop: AbortSignal.abort() })
    expect([code, stderr]).toEqual([130, 'Cancelled. No file was written.\n'])
    expect(readdirSync(cwd)).toEqual([])
  })

  it('prints its version, and help with examples', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
      version: string
    }
    expect(await runProgram(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' })
    const { code, stdout } = await runProgram(['--help'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/--framework <name>[^]*--no-config-view[^]*--no-tests[^]*Examples:/)
  })
})

describe('at a terminal', () => {
  it('asks about everything that is not an argument', async () => {
    const cwd = emptyFolder()
    const { answer, outcome } = openTerminal([], cwd)
    await answer('Folder', `lunch${ENTER}`)
    await answer('Framework', `${DOWN}${ENTER}`)
    await answer('How do people configure', `${DOWN}${ENTER}`)
    await answer('Add tests', `n${ENTER}`)
    await answer('Add a back end', `y${ENTER}`)
    const { code, stdout } = await outcome
    expect([code, stdout]).toEqual([0, expect.stringContaining('npm run dev')])
    expect(readdirSync(join(cwd, 'lunch/src'))).toContain('app.vue')
    expect(existsSync(join(cwd, 'lunch/config.html'))).toBe(false)
    expect(existsSync(join(cwd, 'lunch/src/app.test.ts'))).toBe(false)
    expect(readdirSync(join(cwd, 'lunch/server'))).toContain('app.ts')
  })

  it('suggests a valid name', async () => {
    const cwd = emptyFolder()
    const { answer, outcome } = openTerminal(
      ['My Plug', '--framework', 'react', '--config-view', '--tests', '--no-back-end'],
      cwd,
    )
    await answer('npm does not accept the name "My Plug"', ENTER)
    expect((await outcome).code).toBe(0)
    expect(nameIn(join(cwd, 'My Plug'))).toBe('my-plug')
  })

  it.each([
    ['Folder', []],
    ['Framework', ['lunch']],
    ['How do people configure', ['lunch', '--framework', 'react']],
    ['Add tests', ['lunch', '--framework', 'react', '--config-view']],
    ['Add a back end', ['lunch', '--framework', 'react', '--config-view', '--tests']],
    ['npm does not accept', ['Lunch']],
  ])('creates nothing after Ctrl-C at “%s”', async (question, argv) => {
    const cwd = emptyFolder()
    const { answer, outcome } = openTerminal(argv, cwd)
    await answer(question, CTRL_C)
    const { code, stderr } = await outcome
    expect([code, stderr]).toEqual([130, 'Cancelled. No file was written.\n'])
    expect(readdirSync(cwd)).toEqual([])
  })

  it('refuses a folder with files before it asks more', async () => {
    const cwd = emptyFolder()
    writeFileSync(join(cwd, 'notes.txt'), '')
    const { outcome } = openTerminal(['.'], cwd)
    const { code, stdout } = await outcome
    expect(code).toBe(2)
    expect(stdout).not.toContain('Framework')
  })
})
