import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { DOUBTFUL, GOOD, NOTEWORTHY, WRONG } from '../../test/manifests.js'
import { folderWith, runProgram } from '../../test/run-program.js'

async function annotate(files: Readonly<Record<string, string>>, env = {}, below = ''): Promise<string> {
  const folder = folderWith(files)
  const changes = { cwd: join(folder, below), env: { ...env } }
  const paths = Object.keys(files).map((name) => join(folder, name))
  return (await runProgram(['validate', ...paths, '--format', 'github'], changes)).stdout
}

describe('a workflow command', () => {
  it.each([
    [
      'an error',
      WRONG,
      /^::error file=a\.json,line=12,col=7,endColumn=22,title=height-invalid::Write a height in pixels .*\(@haiilo-kit\/manifest\/docs\/rules\/height-invalid\.md\)\n$/,
    ],
    ['a warning', DOUBTFUL, /^::warning file=a\.json,line=12,col=7,endColumn=20,title=unknown-field::/],
    ['a note', NOTEWORTHY, /^::notice file=a\.json,line=4,.*title=redundant-context::/],
    ['no finding', GOOD, /^$/],
  ])('is written for %s', async (_, content, expected) => {
    expect(await annotate({ 'a.json': content })).toMatch(expected)
  })

  it('has no columns for a range with several lines', async () => {
    const content = WRONG.replace('"height": ', '"height":\n')
    expect(await annotate({ 'a.json': content })).toMatch(
      /^::error file=a\.json,line=12,endLine=13,title=height-invalid::/,
    )
  })

  it('has a path relative to the repository', async () => {
    const folder = folderWith({ 'plugins/lunch/a.json': WRONG })
    const changes = { cwd: join(folder, 'plugins'), env: { GITHUB_WORKSPACE: folder } }
    const { stdout } = await runProgram(['validate', 'lunch/a.json', '--format', 'github'], changes)
    expect(stdout).toContain('file=plugins/lunch/a.json,')
  })

  it('has an absolute path outside of the repository', async () => {
    const folder = folderWith({ 'a.json': WRONG })
    const { stdout } = await runProgram(['validate', join(folder, 'a.json'), '--format', 'github'], { cwd: '/usr' })
    expect(stdout).toContain(`file=${folder}/a.json,`)
  })

  it('cannot be changed by a manifest or a file name', async () => {
    const name = 'a,line=1::%0A\n::set-env name=X::y\r.json'
    const key = '\n::error::%25 \r'
    const output = await annotate({ [name]: GOOD.replace('"height"', `${JSON.stringify(key)}: 1, "height"`) })
    expect(output.split('\n')).toEqual([
      expect.stringMatching(/^::warning file=a%2Cline=1%3A%3A%250A�%3A%3Aset-env name=X%3A%3Ay�\.json,line=12,/),
      '',
    ])
    expect(output).toContain('has no known field "�::error::%2525 �" here')
  })

  it('describes the location in its message if there is no file with that line', async () => {
    const argv = ['validate', '-', '--format', 'github']
    const { stdout } = await runProgram(argv, { stdin: Readable.from([Buffer.from(WRONG)]) })
    expect(stdout).toMatch(/^::error title=height-invalid::.* In <stdin>, line 12, column 7\. \(/)
    expect(await annotate({ 'a.mjs': `export default ${WRONG}` })).toMatch(
      /^::error file=a\.mjs,title=height-invalid::.* At \/entryPoints\/0\/height\. \(/,
    )
  })
})
