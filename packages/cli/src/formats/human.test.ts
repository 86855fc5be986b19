import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DOUBTFUL, GOOD, NOTEWORTHY, SECRET, WRONG } from '../../test/manifests.js'
import { folderWith, runProgram, terminal } from '../../test/run-program.js'

async function show(files: Readonly<Record<string, string>>, ...argv: string[]): Promise<string> {
  return (await runProgram(['validate', ...Object.keys(files), ...argv], { cwd: folderWith(files) })).stdout
}

describe('for people', () => {
  it('good is good', async () => {
    expect(await show({ 'manifest.json': GOOD })).toBe('✓ manifest.json  Lunch 1.0.0, manifest 2.5.0\n')
  })

  it('a finding has its place, its rule, the fix, the lines around it and its page', async () => {
    expect(await show({ 'lunch/manifest.json': WRONG })).toBe(`✗ lunch/manifest.json

  error height-invalid  lunch/manifest.json:12:7
  Write a height in pixels as a number, without quotes or a unit: "height": 350.
    10 │       "name": { "en": "Lunch", "de": "Mittag" },
    11 │       "description": { "en": "What is for lunch", "de": "Was es gibt" },
    12 │       "height": "350"
       │       ^^^^^^^^^^^^^^^
    13 │     }
  @haiilo-kit/manifest/docs/rules/height-invalid.md

1 error in 1 manifest
`)
  })

  it.each([
    ['an error', WRONG, [], '✗', '1 error in 1 manifest'],
    ['a warning', DOUBTFUL, [], '!', '1 warning in 1 manifest'],
    ['a warning, strictly', DOUBTFUL, ['--strict'], '✗', '1 warning in 1 manifest'],
    ['a note', NOTEWORTHY, ['--strict'], '✓', '1 note in 1 manifest'],
  ])('%s is marked and counted', async (_, content, argv, mark, summary) => {
    const output = await show({ 'a.json': content }, ...argv)
    expect([output[0], output.trimEnd().split('\n').at(-1)]).toEqual([mark, summary])
  })

  it.each([
    ['good ones', { 'a.json': GOOD, 'b.json': GOOD }, [], 'no problems in 2 manifests'],
    ['all kinds', { 'a.json': WRONG, 'b.json': DOUBTFUL, 'c.json': WRONG }, [], '2 errors, 1 warning in 3 manifests'],
    ['a missing one', { 'a.json': GOOD }, ['x.json'], 'no problems in 1 manifest; 1 source could not be read'],
    ['missing ones', {}, ['x.json', 'y.json'], '2 sources could not be read'],
  ])('several are summed up: %s', async (_, files, argv, summary) => {
    expect((await show(files, ...argv)).trimEnd().split('\n').at(-1)).toBe(summary)
  })

  it('what has no path says line and column', async () => {
    const { stdout } = await runProgram(['validate', '-'], { stdin: [Buffer.from(WRONG)].values() as never })
    expect(stdout).toContain('✗ <stdin>\n\n  error height-invalid  line 12, column 7\n')
  })

  it('no character of a manifest or of a file name commands the terminal', async () => {
    const evil = '\u001B]0;owned\u0007\u009B31m\u202E\u2066\u2028\u200B\u007F'
    const files = {
      [`${evil}.json`]: GOOD.replace('"Lunch"', JSON.stringify(evil)),
      'key.json': GOOD.replace('"height"', `${JSON.stringify(evil)}: 1, "height"`),
      'raw.json': GOOD.replace('"Lunch"', `"${evil}"`),
    }
    const { stdout, stderr } = await runProgram(['validate', ...Object.keys(files), `missing${evil}`], {
      cwd: folderWith(files),
    })
    expect(stdout + stderr).toContain('owned')
    expect(stdout + stderr).not.toMatch(/(?!\n)[\p{C}\p{Zl}\p{Zp}]/u)
  })

  it.each([
    ['a value', GOOD.replace('"name"', `"board": "${SECRET}",\n  "name"`)],
    ['an item of a list', GOOD.replace('"name"', `"boards": ["a", "${SECRET}"],\n  "name"`)],
    ['a value below its key', GOOD.replace('"name"', `"board":\n    "${SECRET}",\n  "name"`)],
    ['a key', GOOD.replace('"name"', `"board": { "${SECRET}": 1 },\n  "name"`)],
    ['a key, with the colon below', GOOD.replace('"name"', `"board"\n: { "${SECRET}": 1 },\n  "name"`)],
    ['a key in a list', GOOD.replace('"name"', `"boards": [{ "${SECRET}": 1 }],\n  "name"`)],
    ['a key of the manifest itself', GOOD.replace('"name"', `"${SECRET}": 1,\n  "name"`)],
    ['a text with quotes in it', GOOD.replace('"name"', `"password": "x\\"hidden",\n  "name"`)],
    ['all on one line', JSON.stringify({ ...(JSON.parse(WRONG) as object), password: 'hidden' })],
    ['more than are listed', GOOD.replace('"name"', `"board": [${`"${SECRET}", `.repeat(30)}1],\n  "name"`)],
  ])('a secret is not shown: %s', async (_, content) => {
    const output = await show({ 'a.json': content })
    expect(output).toContain('error secret  a.json')
    expect(output).not.toMatch(new RegExp(`${SECRET}|hidden`))
  })

  it.each([
    [
      'in the first of two members with one key',
      GOOD.replace('"name"', '"password": "hidden",\n  "password": "",\n  "name"'),
    ],
    ['in JSON without a comma', GOOD.replace('"name"', '"password": "hidden"\n  "name"')],
    ['in JSON without a quote', GOOD.replace('"name"', '"password": "hidden,\n  "name"')],
    ['in JSON without a colon', GOOD.replace('"name"', '"password" "hidden",\n  "name"')],
    ['in JSON with a comment', GOOD.replace('"name"', '"password": "hidden", // password: hidden\n  "name"')],
    ['in quotes that JSON does not have', GOOD.replace('"name"', `'password': 'hidden',\n  "name"`)],
    ['of a known form', GOOD.replace('"name"', `"board": "${SECRET}"\n  "name"`)],
    ['of a known form, outside of texts', GOOD.replace('"name"', `${SECRET}\n  "name"`)],
    ['in an address', GOOD.replace('"name"', `"a": "https://ada:hidden@a.example/"\n  "name"`)],
  ])('a secret is not shown in a frame: %s', async (_, content) => {
    const output = await show({ 'a.json': content })
    expect(output).toMatch(/error (?:not-json|duplicate-json-key)/)
    expect(output).toContain(' │ ')
    expect(output).not.toMatch(new RegExp(`${SECRET}|hidden`))
  })

  it('the key of a secret is', async () => {
    expect(await show({ 'a.json': GOOD.replace('"name"', '"password": "hidden",\n  "name"') })).toContain(
      '4 │   "password": "••••••",\n',
    )
  })
})

describe('on a terminal', () => {
  beforeEach(() => {
    vi.stubEnv('FORCE_COLOR', undefined)
    vi.stubEnv('NO_COLOR', undefined)
  })
  afterEach(() => vi.unstubAllEnvs())

  async function showOn(columns: number, content: string): Promise<string> {
    const { stream, text } = terminal(columns)
    await runProgram(['validate', 'a.json'], { cwd: folderWith({ 'a.json': content }), stdout: stream })
    return text()
  }

  it('there are colours', async () => {
    expect(await showOn(100, WRONG)).toContain('\u001B[31merror\u001B[39m \u001B[1mheight-invalid\u001B[22m')
    expect(await showOn(100, DOUBTFUL)).toContain('\u001B[33mwarning\u001B[39m')
    expect(await showOn(100, GOOD)).toContain('\u001B[32m✓\u001B[39m')
  })

  it('there are none if NO_COLOR says so', async () => {
    vi.stubEnv('NO_COLOR', '1')
    const { stream, text } = terminal()
    const plain = Object.assign(stream, { getColorDepth: () => 1 })
    await runProgram(['validate', 'a.json'], { cwd: folderWith({ 'a.json': WRONG }), stdout: plain })
    expect(text()).not.toContain('\u001B')
  })

  it('and elsewhere if FORCE_COLOR says so', async () => {
    vi.stubEnv('FORCE_COLOR', '1')
    expect(await show({ 'a.json': GOOD })).toContain('\u001B[32m✓')
  })

  it.each([
    ['narrow', 60, 60],
    ['wide', 400, 134],
    ['of unknown width', 0, 100],
    ['hardly there', 5, 34],
  ])('lines of a manifest fit, if it is %s', async (_, columns, most) => {
    const output = await showOn(columns, JSON.stringify({ ...(JSON.parse(WRONG) as object), x: 'x'.repeat(500_000) }))
    const frames = output
      .replaceAll(/\u001B\[\d+m/g, '')
      .split('\n')
      .filter((line) => line.includes('│'))
    expect(frames.length).toBeGreaterThan(0)
    expect(Math.max(...frames.map((line) => line.length))).toBeLessThanOrEqual(most)
  })
})
