import { expect, it } from 'vitest'
import { GOOD, SECRET, WRONG } from '../../test/manifests.js'
import { folderWith, runProgram } from '../../test/run-program.js'

it('json has a version, the sources and a summary', async () => {
  const cwd = folderWith({ 'good.json': GOOD, 'wrong.json': WRONG })
  const argv = ['validate', 'good.json', 'wrong.json', 'none.json', '--format', 'json']
  const { stdout } = await runProgram(argv, { cwd })
  expect(JSON.parse(stdout)).toEqual({
    version: 1,
    sources: [
      { source: 'good.json', kind: 'file', status: 'valid', findings: [] },
      {
        source: 'wrong.json',
        kind: 'file',
        status: 'invalid',
        findings: [
          {
            rule: 'height-invalid',
            severity: 'error',
            message: expect.stringContaining('350') as string,
            pointer: '/entryPoints/0/height',
            line: 12,
            column: 7,
            endLine: 12,
            endColumn: 22,
            help: '@haiilo-kit/manifest/docs/rules/height-invalid.md',
          },
        ],
      },
      { source: 'none.json', kind: 'file', status: 'unreadable', problem: 'The file does not exist.', findings: [] },
    ],
    summary: { sources: 3, unreadable: 1, errors: 1, warnings: 0, notes: 0 },
  })
})

it('json contains the URL of the manifest without confidential parts', async () => {
  const cwd = folderWith({ 'a.json': GOOD })
  const argv = ['validate', 'a.json', '--format', 'json', '--url', 'https://ada:secret@a.example/m.json?token=secret']
  const { stdout } = await runProgram(argv, { cwd })
  expect(JSON.parse(stdout)).toMatchObject({ sources: [{ url: 'https://a.example/m.json' }] })
})

it.each(['json', 'sarif', 'github', 'human'])(
  '%s masks secrets in file names, keys, values, output and errors',
  async (format) => {
    const files = {
      [`${SECRET}.json`]: GOOD,
      'a.json': GOOD.replace('"height"', `"${SECRET}": { "${SECRET}": "${SECRET}" }, "height"`),
      'b.mjs': `console.log('${SECRET}'); throw new Error('${SECRET}')`,
    }
    const argv = ['validate', ...Object.keys(files), `none-${SECRET}`, `https://a.example/${SECRET}`]
    const { stdout, stderr } = await runProgram([...argv, '--format', format], { cwd: folderWith(files) })
    expect(stdout + stderr).toContain('•')
    expect(stdout + stderr).not.toMatch(new RegExp(SECRET))
  },
)

it('json escapes commands of CI runners without changing values', async () => {
  const name = '##[group] ##vso[a] ##teamcity[b] ### ::.json'
  const { stdout } = await runProgram(['validate', name, '--format', 'json'], { cwd: folderWith({ [name]: GOOD }) })
  expect(stdout).not.toMatch(/##(?:vso|teamcity)?\[/)
  expect(JSON.parse(stdout)).toMatchObject({ sources: [{ source: name, status: 'valid' }] })
})

it('json escapes control characters without changing values', async () => {
  const name = '\u001B\u009B\u202E\u2028\u007F\u{E0001}.json'
  const { stdout } = await runProgram(['validate', name, '--format', 'json'], { cwd: folderWith({ [name]: GOOD }) })
  expect(stdout).not.toMatch(/(?!\n)[\p{C}\p{Zl}\p{Zp}]/u)
  expect(JSON.parse(stdout)).toMatchObject({ sources: [{ source: name, status: 'valid' }] })
})
