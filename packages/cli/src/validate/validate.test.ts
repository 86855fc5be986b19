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

/** Validates files and returns the JSON output. */
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
    ['a warning with --strict', 1, ['doubtful.json', '--strict']],
    ['a note', 0, ['noteworthy.json']],
    ['a note with --strict', 0, ['noteworthy.json', '--strict']],
    ['an error and a warning', 1, ['good.json', 'wrong.json', 'doubtful.json']],
    ['a source that cannot be read', 2, ['missing.json']],
    ['an error and a source that cannot be read', 2, ['wrong.json', 'missing.json', 'good.json']],
  ])('for %s is %i', async (_, code, argv) => {
    expect((await validateFiles(FILES, ...argv)).code).toBe(code)
  })
})

describe('files', () => {
  it('are reported in the order of the arguments, also after one that cannot be read', async () => {
    const { sources, summary } = await validateFiles(FILES, 'wrong.json', 'missing.json', 'doubtful.json', 'good.json')
    expect(sources.map(({ source, status }) => [source, status])).toEqual([
      ['wrong.json', 'invalid'],
      ['missing.json', 'unreadable'],
      ['doubtful.json', 'valid'],
      ['good.json', 'valid'],
    ])
    expect(summary).toEqual({ sources: 4, unreadable: 1, errors: 1, warnings: 1, notes: 0 })
  })

  it('can be many', async () => {
    const names = Array.from({ length: 100 }, (_, index) => `${index}.json`)
    const { sources } = await validateFiles(Object.fromEntries(names.map((name) => [name, GOOD])), ...names)
    expect(sources.map(({ source }) => source)).toEqual(names)
  })

  it('can have absolute paths', async () => {
    const cwd = folderWith(FILES)
    expect((await runProgram(['validate', join(cwd, 'good.json')])).code).toBe(0)
  })

  it.each([
    ['does not exist', 'missing.json', 'The file does not exist.'],
    ['has a path below a file', 'good.json/manifest.json', 'The file does not exist.'],
    ['is a folder', 'folder', 'This is a folder, not a file.'],
    ['has an impossible name', 'a\0.json', 'The file cannot be read: ERR_INVALID_ARG_VALUE.'],
  ])('are reported on stderr if one %s', async (_, name, problem) => {
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
  ])('are decoded strictly: one that is %s', async (_, content, rules) => {
    const output = await validateFiles({ 'a.json': content }, 'a.json')
    expect([output.code, ...rulesOf(output)]).toEqual([1, rules])
  })
})

describe('standard input', () => {
  it.each([
    ['bytes', [Buffer.from(GOOD)], 0],
    [
      'chunks that split a character',
      [...Buffer.from(GOOD.replace('Mittag', 'Menü'))].map((byte) => Buffer.of(byte)),
      0,
    ],
    ['strings', [GOOD.slice(0, 20), GOOD.slice(20)], 0],
    ['no input', [], 1],
  ])('is read: %s', async (_, chunks, code) => {
    expect((await runProgram(['validate', '-'], { stdin: Readable.from(chunks) })).code).toBe(code)
  })

  it('is read up to the size limit', async () => {
    let chunks = 0
    const stdin = (async function* () {
      while (chunks < 20) {
        chunks += 1
        yield Buffer.alloc(1_000_000, ' ')
      }
    })()
    const output = read(await runProgram(['validate', '-', '--format', 'json'], { stdin }))
    expect([rulesOf(output), chunks]).toEqual([[['too-large']], 5])
  })

  it('is reported if it cannot be read', async () => {
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
  ])('can export the manifest: %s', async (_, name, code) => {
    const cwd = folderWith({ [name]: code, 'package.json': '{ "type": "module" }' })
    const { stdout, stderr } = await runProgram(['validate', name], { cwd })
    expect([stdout, stderr]).toEqual([`✓ ${name}  Lunch 1.0.0, manifest 2.5.0\n`, ''])
  })

  it('have positions in the manifest printed as JSON, and the output says so', async () => {
    const cwd = folderWith({ 'a.mjs': `export default ${JSON.stringify(JSON.parse(WRONG))}` })
    const { stdout } = await runProgram(['validate', 'a.mjs'], { cwd })
    expect(stdout).toContain('printed as JSON')
    expect(stdout).toContain('error height-invalid  line 24, column 7')
    expect(stdout).toContain('24 │       "height": "350"')
  })
})

describe('--url', () => {
  it.each([
    ['resolves the URLs of the manifest', 'http://plugins.example.com/lunch/manifest.json', ['url-not-https']],
    ['has no finding for https', 'https://plugins.example.com/lunch/manifest.json', []],
  ])('%s', async (_, url, rules) => {
    const output = await validateFiles(FILES, 'good.json', '--url', url)
    expect([...new Set(rulesOf(output)[0])]).toEqual(rules)
    expect(output.sources[0]?.url).toBe(url)
  })
})
