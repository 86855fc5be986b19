import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DOUBTFUL, GOOD, NOTEWORTHY, SECRET, WRONG } from '../../test/manifests.js'
import { folderWith, runProgram, terminal } from '../../test/run-program.js'

async function show(files: Readonly<Record<string, string>>, ...argv: string[]): Promise<string> {
  return (await runProgram(['validate', ...Object.keys(files), ...argv], { cwd: folderWith(files) })).stdout
}

describe('the human format', () => {
  it('prints one line for a valid manifest', async () => {
    expect(await show({ 'manifest.json': GOOD })).toBe('✓ manifest.json  Lunch 1.0.0, manifest 2.5.0\n')
  })

  it('prints severity, rule, location, message, code frame and help page of a finding', async () => {
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
    ['a warning with --strict', DOUBTFUL, ['--strict'], '✗', '1 warning in 1 manifest'],
    ['a note', NOTEWORTHY, ['--strict'], '✓', '1 note in 1 manifest'],
  ])('marks and counts %s', async (_, content, argv, mark, summary) => {
    const output = await show({ 'a.json': content }, ...argv)
    expect([output[0], output.trimEnd().split('\n').at(-1)]).toEqual([mark, summary])
  })

  it.each([
    ['valid ones', { 'a.json': GOOD, 'b.json': GOOD }, [], 'no problems in 2 manifests'],
    ['all kinds', { 'a.json': WRONG, 'b.json': DOUBTFUL, 'c.json': WRONG }, [], '2 errors, 1 warning in 3 manifests'],
    ['a missing one', { 'a.json': GOOD }, ['x.json'], 'no problems in 1 manifest; 1 source could not be read'],
    ['missing ones', {}, ['x.json', 'y.json'], '2 sources could not be read'],
  ])('summarises several manifests: %s', async (_, files, argv, summary) => {
    expect((await show(files, ...argv)).trimEnd().split('\n').at(-1)).toBe(summary)
  })

  it('prints line and column for a source without a path', async () => {
    const { stdout } = await runProgram(['validate', '-'], { stdin: [Buffer.from(WRONG)].values() as never })
    expect(stdout).toContain('✗ <stdin>\n\n  error height-invalid  line 12, column 7\n')
  })

  it('replaces control characters in manifests and file names', async () => {
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
    ['an array item', GOOD.replace('"name"', `"boards": ["a", "${SECRET}"],\n  "name"`)],
    ['a value on the line after its key', GOOD.replace('"name"', `"board":\n    "${SECRET}",\n  "name"`)],
    ['a key', GOOD.replace('"name"', `"board": { "${SECRET}": 1 },\n  "name"`)],
    ['a key before a line break', GOOD.replace('"name"', `"board"\n: { "${SECRET}": 1 },\n  "name"`)],
    ['a key in an array', GOOD.replace('"name"', `"boards": [{ "${SECRET}": 1 }],\n  "name"`)],
    ['a top-level key', GOOD.replace('"name"', `"${SECRET}": 1,\n  "name"`)],
    ['a string with escaped quotes', GOOD.replace('"name"', `"password": "x\\"hidden",\n  "name"`)],
    ['a manifest in one line', JSON.stringify({ ...(JSON.parse(WRONG) as object), password: 'hidden' })],
    [
      'more secrets than the list of findings has',
      GOOD.replace('"name"', `"board": [${`"${SECRET}", `.repeat(30)}1],\n  "name"`),
    ],
  ])('does not print a secret: %s', async (_, content) => {
    const output = await show({ 'a.json': content })
    expect(output).toContain('error secret  a.json')
    expect(output).not.toMatch(new RegExp(`${SECRET}|hidden`))
  })

  it.each([
    [
      'in the first of two members with the same key',
      GOOD.replace('"name"', '"password": "hidden",\n  "password": "",\n  "name"'),
    ],
    ['in JSON without a comma', GOOD.replace('"name"', '"password": "hidden"\n  "name"')],
    ['in JSON without a quote', GOOD.replace('"name"', '"password": "hidden,\n  "name"')],
    ['in JSON without a colon', GOOD.replace('"name"', '"password" "hidden",\n  "name"')],
    ['in JSON with a comment', GOOD.replace('"name"', '"password": "hidden", // password: hidden\n  "name"')],
    ['in single quotes', GOOD.replace('"name"', `'password': 'hidden',\n  "name"`)],
    ['of a known format', GOOD.replace('"name"', `"board": "${SECRET}"\n  "name"`)],
    ['of a known format, outside of strings', GOOD.replace('"name"', `${SECRET}\n  "name"`)],
    ['in a URL', GOOD.replace('"name"', `"a": "https://ada:hidden@a.example/"\n  "name"`)],
  ])('does not print a secret in a code frame: %s', async (_, content) => {
    const output = await show({ 'a.json': content })
    expect(output).toMatch(/error (?:not-json|duplicate-json-key)/)
    expect(output).toContain(' │ ')
    expect(output).not.toMatch(new RegExp(`${SECRET}|hidden`))
  })

  it('prints the key of a masked secret', async () => {
    expect(await show({ 'a.json': GOOD.replace('"name"', '"password": "hidden",\n  "name"') })).toContain(
      '4 │   "password": "••••••",\n',
    )
  })
})

describe('the human format on a terminal', () => {
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

  it('has colours', async () => {
    expect(await showOn(100, WRONG)).toContain('\u001B[31merror\u001B[39m \u001B[1mheight-invalid\u001B[22m')
    expect(await showOn(100, DOUBTFUL)).toContain('\u001B[33mwarning\u001B[39m')
    expect(await showOn(100, GOOD)).toContain('\u001B[32m✓\u001B[39m')
  })

  it('has no colours with NO_COLOR', async () => {
    vi.stubEnv('NO_COLOR', '1')
    const { stream, text } = terminal()
    const plain = Object.assign(stream, { getColorDepth: () => 1 })
    await runProgram(['validate', 'a.json'], { cwd: folderWith({ 'a.json': WRONG }), stdout: plain })
    expect(text()).not.toContain('\u001B')
  })

  it('has colours with FORCE_COLOR also elsewhere', async () => {
    vi.stubEnv('FORCE_COLOR', '1')
    expect(await show({ 'a.json': GOOD })).toContain('\u001B[32m✓')
  })

  it.each([
    ['narrow', 60, 60],
    ['wide', 400, 134],
    ['of unknown width', 0, 100],
    ['very narrow', 5, 34],
  ])('crops lines to fit if the terminal is %s', async (_, columns, most) => {
    const output = await showOn(columns, JSON.stringify({ ...(JSON.parse(WRONG) as object), x: 'x'.repeat(500_000) }))
    const frames = output
      .replaceAll(/\u001B\[\d+m/g, '')
      .split('\n')
      .filter((line) => line.includes('│'))
    expect(frames.length).toBeGreaterThan(0)
    expect(Math.max(...frames.map((line) => line.length))).toBeLessThanOrEqual(most)
  })
})
