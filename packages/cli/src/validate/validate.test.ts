import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { DOUBTFUL, GOOD, NOTEWORTHY, WRONG } from '../../test/manifests.js'
import { folderWith, runProgram, type Outcome } from '../../test/run-program.js'
import type { JsonOutput } from '../formats/json.js'

const FILES = {
  'good.json': GOOD,
  'wrong.json': WRONG,
  'doubtful.json': DOUBTFUL,
  'noteworthy.json': NOTEWORTHY,
}

/** What `validate` says of files, as one object. */
async function validateFiles(files: Readonly<Record<string, string | Uint8Array>>, ...argv: string[]) {
  const outcome = await runProgram(['validate', '--format', 'json', ...argv], { cwd: folderWith(files) })
  return { ...outcome, ...read(outcome) }
}

function read({ stdout }: Outcome): JsonOutput {
  return JSON.parse(stdout) as JsonOutput
}

function rulesOf({ sources }: JsonOutput): readonly (readonly string[])[] {
  return sources.map(({ findings }) => findings.map(({ rule }) => rule))
}

describe('the exit code', () => {
  it.each([
    ['no finding', 0, ['good.json']],
    ['an error', 1, ['wrong.json']],
    ['a warning', 0, ['doubtful.json']],
    ['a warning, strictly', 1, ['doubtful.json', '--strict']],
    ['a note', 0, ['noteworthy.json']],
    ['a note, strictly', 0, ['noteworthy.json', '--strict']],
    ['an error among others', 1, ['good.json', 'wrong.json', 'doubtful.json']],
    ['a source that cannot be read', 2, ['missing.json']],
    ['the worst of several', 2, ['wrong.json', 'missing.json', 'good.json']],
  ])('of %s is %i', async (_, code, argv) => {
    expect((await validateFiles(FILES, ...argv)).code).toBe(code)
  })
})

describe('files', () => {
  it('are told of in the order that they were named in, also the ones after one that cannot be read', async () => {
    const { sources, summary } = await validateFiles(FILES, 'wrong.json', 'missing.json', 'doubtful.json', 'good.json')
    expect(sources.map(({ source, status }) => [source, status])).toEqual([
      ['wrong.json', 'invalid'],
      ['missing.json', 'unreadable'],
      ['doubtful.json', 'valid'],
      ['good.json', 'valid'],
    ])
    expect(summary).toEqual({ sources: 4, unreadable: 1, errors: 1, warnings: 1, notes: 0 })
  })

  it('may be many', async () => {
    const names = Array.from({ length: 100 }, (_, index) => `${index}.json`)
    const { sources } = await validateFiles(Object.fromEntries(names.map((name) => [name, GOOD])), ...names)
    expect(sources.map(({ source }) => source)).toEqual(names)
  })

  it('are found by absolute paths, too', async () => {
    const cwd = folderWith(FILES)
    expect((await runProgram(['validate', join(cwd, 'good.json')])).code).toBe(0)
  })

  it.each([
    ['is not there', 'missing.json', 'There is no such file.'],
    ['lies below a file', 'good.json/manifest.json', 'There is no such file.'],
    ['is a folder', 'folder', 'This is a folder, not a file.'],
    ['has a name that no file can have', 'a\0.json', 'The file cannot be read: ERR_INVALID_ARG_VALUE.'],
  ])('say on stderr why: one that %s', async (_, name, problem) => {
    const cwd = folderWith(FILES)
    mkdirSync(join(cwd, 'folder'))
    const { code, stdout, stderr } = await runProgram(['validate', name], { cwd })
    expect({ code, stdout, stderr }).toEqual({
      code: 2,
      stdout: '',
      stderr: `✗ ${name.replace('\0', '�')}  ${problem}\n`,
    })
  })

  it.each([
    ['empty', '', ['not-json']],
    ['UTF-16', Buffer.from(`\uFEFF${GOOD}`, 'utf16le'), ['not-utf-8']],
    ['Latin-1', Buffer.from(GOOD.replace('Mittag', 'Menü'), 'latin1'), ['not-utf-8']],
    ['with a byte order mark', `\uFEFF${GOOD}`, ['byte-order-mark']],
    ['of 10 MB', GOOD.padEnd(10_000_000), ['too-large']],
    ['of 2 MB', GOOD.padEnd(2_000_000), ['too-large']],
  ])('are judged by their bytes: one that is %s', async (_, content, rules) => {
    const output = await validateFiles({ 'a.json': content }, 'a.json')
    expect([output.code, ...rulesOf(output)]).toEqual([1, rules])
  })
})

describe('standard input', () => {
  it.each([
    ['bytes', [Buffer.from(GOOD)], 0],
    [
      'bytes in pieces that cut a character',
      [...Buffer.from(GOOD.replace('Mittag', 'Menü'))].map((byte) => Buffer.of(byte)),
      0,
    ],
    ['texts', [GOOD.slice(0, 20), GOOD.slice(20)], 0],
    ['nothing', [], 1],
  ])('is read: %s', async (_, chunks, code) => {
    expect((await runProgram(['validate', '-'], { stdin: Readable.from(chunks) })).code).toBe(code)
  })

  it('is not read further than it takes', async () => {
    let pieces = 0
    const stdin = (async function* () {
      while (pieces < 20) {
        pieces += 1
        yield Buffer.alloc(1_000_000, ' ')
      }
    })()
    const output = read(await runProgram(['validate', '-', '--format', 'json'], { stdin }))
    expect([rulesOf(output), pieces]).toEqual([[['too-large']], 5])
  })

  it('may fail', async () => {
    const stdin = new Readable({ read: () => stdin.destroy(Object.assign(new Error('no'), { code: 'EIO' })) })
    const { code, stderr } = await runProgram(['validate', '-'], { stdin })
    expect([code, stderr]).toEqual([2, '✗ <stdin>  Standard input cannot be read: EIO.\n'])
  })
})

describe('programs', () => {
  const manifest = (code: string): string => `const manifest = ${GOOD}\n${code}\n`

  it.each([
    ['the default export of a .mjs file', 'a.mjs', manifest('export default manifest')],
    ['the export "manifest" of a .mjs file', 'a.mjs', manifest('export { manifest }')],
    ['the default export of a .ts file', 'a.ts', manifest('export default manifest satisfies object')],
    ['the default export of a .mts file', 'a.mts', manifest('export default manifest as object')],
    ['the default export of a .js file', 'a.js', manifest('export default manifest')],
  ])('are run: %s', async (_, name, code) => {
    const cwd = folderWith({ [name]: code, 'package.json': '{ "type": "module" }' })
    const { stdout, stderr } = await runProgram(['validate', name], { cwd })
    expect([stdout, stderr]).toEqual([`✓ ${name}  Lunch 1.0.0, manifest 2.5.0\n`, ''])
  })

  it.each([
    ['is not there', undefined, 'There is no such file.'],
    ['does not load', 'export default {{', /^It cannot be loaded: ./],
    ['throws', 'throw new Error("no \\u001B[31mlunch")', 'It cannot be loaded: no �[31mlunch.'],
    ['throws what is no error', 'throw null', 'It cannot be loaded: something was thrown that is no error.'],
    ['exports something else', 'export const menu = {}', /^It exports no manifest/],
    ['exports a function', 'export default () => ({})', /^It exports no manifest/],
  ])('end with 2 if one %s', async (_, code, problem) => {
    const cwd = folderWith(code === undefined ? {} : { 'a.mjs': code })
    const outcome = await runProgram(['validate', 'a.mjs', '--format', 'json'], { cwd })
    expect(outcome.code).toBe(2)
    expect(read(outcome).sources[0]?.problem).toEqual(
      typeof problem === 'string' ? problem : expect.stringMatching(problem),
    )
  })

  it.each([
    ['contains itself', 'const a = {}; a.a = a; export default a'],
    ['throws when it is printed', 'export default { toJSON() { throw 1 } }'],
  ])('have a finding if the export %s', async (_, code) => {
    const output = await validateFiles({ 'a.mjs': code }, 'a.mjs')
    expect([output.code, ...rulesOf(output)]).toEqual([1, ['not-json']])
  })

  it('have the positions of the manifest as JSON, and the output says so', async () => {
    const cwd = folderWith({ 'a.mjs': `export default ${JSON.stringify(JSON.parse(WRONG))}` })
    const { stdout } = await runProgram(['validate', 'a.mjs'], { cwd })
    expect(stdout).toContain('printed as JSON')
    expect(stdout).toContain('error height  line 24, column 7')
    expect(stdout).toContain('24 │       "height": "350"')
  })
})

describe('--url', () => {
  it.each([
    ['resolves the addresses of the manifest', 'http://plugins.example.com/lunch/manifest.json', ['url-not-https']],
    ['is content with https', 'https://plugins.example.com/lunch/manifest.json', []],
  ])('%s', async (_, url, rules) => {
    const output = await validateFiles(FILES, 'good.json', '--url', url)
    expect([...new Set(rulesOf(output)[0])]).toEqual(rules)
    expect(output.sources[0]?.url).toBe(url)
  })
})
