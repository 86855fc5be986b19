import { readFileSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import { runProgram, terminal } from '../test/run-program.js'

describe('the program', () => {
  it('prints its version', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
      version: string
    }
    expect(await runProgram(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' })
  })

  it.each([['--help'], ['validate', '--help'], ['types', '--help'], ['doctor', '--help'], ['sandbox', '--help']])(
    'prints help for %s %s',
    async (...argv) => {
      const { code, stdout, stderr } = await runProgram(argv)
      expect([code, stderr]).toEqual([0, ''])
      expect(stdout).toMatch(/^Usage: haiilo-kit/)
    },
  )

  it.each(['validate', 'types', 'doctor', 'sandbox'])(
    'prints examples and exit codes in the help of %s',
    async (command) => {
      const { stdout } = await runProgram([command, '--help'])
      expect(stdout).toMatch(new RegExp(String.raw`Examples:\n  .*haiilo-kit ${command}[^]*Exit codes: 0`))
    },
  )

  it.each(['validate', 'types', 'doctor', 'sandbox'])('has each option of %s in the README', async (command) => {
    const { stdout } = await runProgram([command, '--help'])
    const options = [...stdout.matchAll(/^ +(?:-\w, )?(--[\w-]+)/gm)].map(([, name = '']) => name)
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
    const section = readme.split(/^## /m).find((text) => text.startsWith(`\`haiilo-kit ${command} `)) ?? ''
    const missing = options.filter((name) => name !== '--help' && !section.includes(name))
    expect(missing, `Describe them in packages/cli/README.md, below "haiilo-kit ${command}".`).toEqual([])
    expect(options.length).toBeGreaterThan(1)
  })

  it.each([
    ['no command', [], 'Usage: haiilo-kit'],
    ['an unknown command', ['validat'], 'Did you mean validate?'],
    ['an unknown option', ['validate', '--strct', 'a.json'], 'Did you mean --strict?'],
    ['an unknown format', ['validate', '--format', 'xml', 'a.json'], 'human, json, sarif, github'],
    ['no source', ['validate'], 'source'],
    ['an invalid URL', ['validate', '--url', 'lunch', 'a.json'], 'http or https'],
    ['a URL with another protocol', ['validate', '--url', 'ftp://a.example/', 'a.json'], 'http or https'],
    ['a URL for two sources', ['validate', '--url', 'https://a.example/', 'a.json', 'b.json'], 'one source'],
    ['standard input twice', ['validate', '-', '-'], 'only once'],
    ['no URL for doctor', ['doctor'], "missing required argument 'url'"],
    ['a file for doctor', ['doctor', 'manifest.json'], 'run "haiilo-kit validate"'],
    ['a timeout of zero', ['doctor', 'https://a.example/', '--timeout', '0'], 'greater than 0'],
    ['no manifest for types', ['types'], 'manifest.json'],
    ['a program for types', ['types', 'manifest.ts'], 'not a .json file'],
  ])('returns 2 for %s and prints a hint', async (_, argv, hint) => {
    const { code, stdout, stderr } = await runProgram(argv)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(hint)
  })

  it('replaces control characters in its arguments', async () => {
    const { stderr } = await runProgram(['\u001B[31m\u202Evalidat'])
    expect(stderr).toContain('�[31m�validat')
  })

  it('prints styled help on a terminal only', async () => {
    vi.stubEnv('FORCE_COLOR', undefined)
    vi.stubEnv('NO_COLOR', undefined)
    const { stream, text } = terminal()
    await runProgram(['--help'], { stdout: stream })
    expect(text()).toContain('\u001B[1mUsage:')
    expect((await runProgram(['--help'])).stdout).not.toContain('\u001B')
    vi.unstubAllEnvs()
  })

  it('returns 2 if the output cannot be written', async () => {
    const { stream } = terminal()
    stream.write = () => {
      throw new Error('broken\u001B[31m')
    }
    const { code, stderr } = await runProgram(['validate', 'missing.json', '--format', 'json'], { stdout: stream })
    expect([code, stderr]).toEqual([2, expect.stringMatching(/error: broken�\[31m\.\n$/)])
  })
})
