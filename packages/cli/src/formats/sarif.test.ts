import { manifestRules } from '@haiilo-kit/manifest'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { Log, Run } from 'sarif'
import { describe, expect, it } from 'vitest'
import { GOOD, NOTEWORTHY, WRONG } from '../../test/manifests.js'
import { folderWith, runProgram } from '../../test/run-program.js'

const LINE_12 = { startLine: 12, startColumn: 7, endLine: 12, endColumn: 22 }

async function runSarif(argv: readonly string[], changes: Parameters<typeof runProgram>[1]): Promise<Run> {
  const { stdout } = await runProgram(['validate', ...argv, '--format', 'sarif'], changes)
  const log = JSON.parse(stdout) as Log
  expect(log.version).toBe('2.1.0')
  expect(log.runs).toHaveLength(1)
  return log.runs[0]!
}

describe('the sarif format', () => {
  it('has a result for each finding', async () => {
    const files = { 'a b.json': WRONG, 'noteworthy.json': NOTEWORTHY, 'good.json': GOOD }
    const run = await runSarif(Object.keys(files), { cwd: folderWith(files) })
    expect(run.columnKind).toBe('utf16CodeUnits')
    expect(run.invocations).toEqual([{ executionSuccessful: true, toolExecutionNotifications: [] }])
    expect(run.results?.map(({ ruleId, level }) => [ruleId, level])).toEqual([
      ['height-invalid', 'error'],
      ['redundant-context', 'note'],
    ])
    expect(run.results?.[0]).toEqual({
      ruleId: 'height-invalid',
      ruleIndex: Object.keys(manifestRules).indexOf('height-invalid'),
      level: 'error',
      message: { text: expect.stringMatching(/^Write a height in pixels/) as string },
      locations: [
        {
          physicalLocation: { artifactLocation: { uri: 'a%20b.json' }, region: LINE_12 },
          logicalLocations: [{ fullyQualifiedName: '/entryPoints/0/height' }],
        },
      ],
    })
  })

  it('contains all rules, in the order to which results refer', async () => {
    const { driver } = (await runSarif(['a.json'], { cwd: folderWith({ 'a.json': GOOD }) })).tool
    expect(driver).toMatchObject({ name: 'haiilo-kit', version: expect.stringMatching(/^\d+\.\d+\.\d+/) as string })
    expect(driver.rules?.map(({ id }) => id)).toEqual(Object.keys(manifestRules))
    expect(driver.rules?.find(({ id }) => id === 'height-invalid')).toEqual({
      id: 'height-invalid',
      shortDescription: { text: manifestRules['height-invalid'].summary },
      help: { text: expect.stringContaining('@haiilo-kit/manifest/docs/rules/height-invalid.md') as string },
      defaultConfiguration: { level: 'error' },
    })
  })

  it('has a notification for a source that cannot be read', async () => {
    const run = await runSarif(['none.json'], { cwd: folderWith({}) })
    expect(run.results).toEqual([])
    expect(run.invocations).toEqual([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          {
            level: 'error',
            message: { text: 'The file does not exist.' },
            locations: [{ physicalLocation: { artifactLocation: { uri: 'none.json' } } }],
          },
        ],
      },
    ])
  })

  it('has paths relative to the repository, and file URLs outside of it', async () => {
    const folder = folderWith({ 'plugins/a.json': WRONG })
    const uriOf = async (argv: string, changes: object): Promise<unknown> =>
      (await runSarif([argv], changes)).results?.[0]?.locations?.[0]?.physicalLocation?.artifactLocation?.uri
    const env = { GITHUB_WORKSPACE: folder }
    expect(await uriOf('a.json', { cwd: join(folder, 'plugins'), env })).toBe('plugins/a.json')
    expect(await uriOf(join(folder, 'plugins/a.json'), { cwd: '/usr' })).toBe(`file://${folder}/plugins/a.json`)
    expect(await uriOf('-', { stdin: Readable.from([Buffer.from(WRONG)]) })).toBe('stdin')
  })

  it('has no line numbers for a program, because findings are in its export', async () => {
    const run = await runSarif(['a.mjs'], { cwd: folderWith({ 'a.mjs': `export default ${WRONG}` }) })
    expect(run.results?.[0]?.locations).toEqual([
      {
        physicalLocation: { artifactLocation: { uri: 'a.mjs' } },
        logicalLocations: [{ fullyQualifiedName: '/entryPoints/0/height' }],
      },
    ])
  })
})
