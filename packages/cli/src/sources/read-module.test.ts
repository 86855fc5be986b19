import { describe, expect, it } from 'vitest'
import { GOOD } from '../../test/manifests.js'
import { folderWith, runProgram } from '../../test/run-program.js'
import type { JsonOutput, JsonSource } from '../formats/json.js'

const EXPORT = `export default ${GOOD}`

/** Validates modules in one run of the program, which reads them in parallel. */
async function validateModules(codes: readonly string[], seconds = 60) {
  const files = Object.fromEntries(codes.map((code, index) => [`${index}.mjs`, code]))
  const argv = ['validate', ...Object.keys(files), '--format', 'json', '--timeout', String(seconds)]
  const { code, stdout, stderr } = await runProgram(argv, { cwd: folderWith(files) })
  const { sources } = JSON.parse(stdout) as JsonOutput
  return { code, stderr, sources }
}

async function validateModule(code: string) {
  const { sources, ...outcome } = await validateModules([code])
  return { ...outcome, ...sources[0]! }
}

/** Returns a function that validates all modules of a table on its first call, and returns the exit code and the result for one of them. */
function validateTable(
  table: readonly (readonly [name: string, code: string, ...rest: unknown[]])[],
  seconds?: number,
) {
  let run: ReturnType<typeof validateModules> | undefined
  return async (name: string): Promise<{ readonly code: number; readonly source: JsonSource }> => {
    run ??= validateModules(
      table.map(([, code]) => code),
      seconds,
    )
    const { code, sources } = await run
    return { code, source: sources[table.findIndex(([each]) => each === name)]! }
  }
}

describe('a manifest module', () => {
  describe('can export its manifest', () => {
    const table: [name: string, code: string][] = [
      ['as a promise', `export default Promise.resolve(${GOOD})`],
      ['as a promise that settles later', `export default new Promise((resolve) => setTimeout(resolve, 50, ${GOOD}))`],
      ['as a promise named "manifest"', `export const manifest = Promise.resolve(${GOOD})`],
      ['with top-level await', `const load = async () => (${GOOD})\nexport default await load()`],
      ['while a timer is active', `setInterval(() => {}, 1000)\n${EXPORT}`],
      ['while a server listens', `import { createServer } from 'node:net'\ncreateServer().listen(0)\n${EXPORT}`],
      ['and set the exit code', `process.exitCode = 3\n${EXPORT}`],
      ['and exit later', `setTimeout(() => process.exit(3), 600_000)\n${EXPORT}`],
      ['and throw on exit', `process.on('exit', () => { throw new Error('late') })\n${EXPORT}`],
      ['and send messages', `process.send({ kind: 'ready' })\nprocess.send('ready')\n${EXPORT}`],
      ['and close stdout', `process.stdout.destroy()\n${EXPORT}`],
      ['and replace methods of the streams', `process.stdout.write = () => { throw new Error('no') }\n${EXPORT}`],
    ]
    const result = validateTable(table)

    it.each(table)('%s', async (name) => {
      const { code, source } = await result(name)
      expect([code, source.status, source.problem]).toEqual([0, 'valid', undefined])
    })
  })

  it('can be a CommonJS module', async () => {
    const cwd = folderWith({ 'a.cjs': `module.exports = ${GOOD}` })
    expect((await runProgram(['validate', 'a.cjs'], { cwd })).code).toBe(0)
  })

  it('cannot be read if it does not exist', async () => {
    const { code, stderr } = await runProgram(['validate', 'a.mjs'], { cwd: folderWith({}) })
    expect([code, stderr]).toEqual([2, '✗ a.mjs  The file does not exist.\n'])
  })

  describe('cannot be read if it', () => {
    const NOT_AN_ERROR = 'It cannot be loaded: a value was thrown that is not an Error.'
    const table: [name: string, code: string, problem: string | RegExp][] = [
      ['has a syntax error', 'export default {{', /^It cannot be loaded: ./],
      ['exits with 0', 'process.exit(0)', 'It exited before it exported a manifest, with exit code 0.'],
      ['exits with 3', `process.exit(3)\n${EXPORT}`, 'It exited before it exported a manifest, with exit code 3.'],
      ['exits while its export is awaited', 'export default new Promise(() => process.exit(0))', /^It exited before/],
      ['kills itself', `process.kill(process.pid, 'SIGKILL')\nfor (;;);`, /by SIGKILL/],
      ['awaits forever', `await new Promise(() => {})\n${EXPORT}`, /it waits for a promise that never settles/],
      ['exports a promise that never settles', 'export default new Promise(() => {})', /never settles/],
      ['exports a promise of undefined', 'export default Promise.resolve()', /^It exports no manifest\. Expected/],
      ['exports a function', 'export default () => ({})', /^It exports no manifest\. Expected/],
      ['has other exports only', 'export const menu = {}', /^It exports no manifest\. Expected/],
      ['exports a promise that rejects', 'export default Promise.reject(new Error("no lunch"))', /: no lunch\.$/],
      ['has an unhandled rejection', `Promise.reject(new Error('no lunch'))\n${EXPORT}`, /: no lunch\.$/],
      [
        'throws in a timer',
        'setTimeout(() => { throw new Error("no lunch") })\nawait new Promise(() => {})',
        /: no lunch\.$/,
      ],
      ['throws a string', 'throw "no lunch"', NOT_AN_ERROR],
      ['throws null', 'throw null', NOT_AN_ERROR],
      ['throws undefined', 'throw undefined', NOT_AN_ERROR],
      [
        'throws an error whose message throws',
        'throw Object.defineProperty(new Error(), "message", { get() { throw 1 } })',
        NOT_AN_ERROR,
      ],
      ['throws a control character', 'throw new Error("no \\u001B[31mlunch")', 'It cannot be loaded: no �[31mlunch.'],
      ['throws an error with a secret', `throw new Error('{ "password": "enigma" }')`, /"password": "•{6}"/],
      ['imports a missing file', 'import "./none.mjs"', /^It cannot be loaded: Cannot find module/],
    ]
    const result = validateTable(table)

    it.each(table)('%s', async (name, _, problem) => {
      const { code, source } = await result(name)
      expect([code, source.status]).toEqual([2, 'unreadable'])
      expect(source.problem).toEqual(typeof problem === 'string' ? problem : expect.stringMatching(problem))
    })
  })

  describe('is killed after the timeout if it', () => {
    const table: [name: string, code: string][] = [
      ['has an endless loop', 'for (;;);'],
      ['has an endless loop with output', 'for (;;) console.log("x".repeat(1000))'],
      ['waits with a timer', 'setInterval(() => {}, 1000)\nawait new Promise(() => {})'],
      ['has an endless loop in toJSON', 'export default { toJSON() { for (;;); } }'],
      ['ignores SIGTERM', 'process.on("SIGTERM", () => {})\nfor (;;);'],
    ]
    const result = validateTable(table, 1)

    it.each(table)('%s', async (name) => {
      const { code, source } = await result(name)
      expect([code, source.problem]).toEqual([
        2,
        'It exported no manifest within 1 second. If it needs more time, increase --timeout.',
      ])
    })
  })

  describe('has a finding if its export', () => {
    const table: [name: string, code: string, rule: string][] = [
      ['is circular', 'const a = {}; a.a = a; export default a', 'not-json'],
      ['contains a BigInt', 'export default { a: 1n }', 'not-json'],
      ['throws in toJSON', 'export default { toJSON() { throw 1 } }', 'not-json'],
      ['has too many levels', 'let a = {}; for (let i = 0; i < 1e6; i++) a = { a }; export default a', 'not-json'],
      ['is too large', 'export default { a: "x".repeat(20_000_000) }', 'too-large'],
    ]
    const result = validateTable(table)

    it.each(table)('%s', async (name, _, rule) => {
      const { code, source } = await result(name)
      expect([code, source.findings.map((finding) => finding.rule)]).toEqual([1, [rule]])
    })
  })

  it('has all its output written to stderr', async () => {
    const { code, stderr } = await validateModule(`import { writeSync } from 'node:fs'
console.log('one')
console.error('two')
process.stdout.write('three\\n')
writeSync(1, 'four\\n')
${EXPORT}`)
    expect([code, stderr.split('\n').toSorted()]).toEqual([0, ['', 'four', 'one', 'three', 'two']])
  })

  it('cannot write commands for a terminal or a CI runner', async () => {
    const code = `console.log('::set-output name=a::b\\n##[group]\\u001B[31m\\r::error::x')\n${EXPORT}`
    expect((await validateModule(code)).stderr).toBe('�:set-output name=a::b\n#�[group]�[31m�::error::x\n')
  })

  it('has a long output truncated', async () => {
    const { code, stderr } = await validateModule(`console.log('x'.repeat(10_000_000))\n${EXPORT}`)
    expect([code, stderr.length]).toEqual([0, expect.toSatisfy((length: number) => length < 65_000)])
    expect(stderr).toMatch(/x\n… The output was truncated\.\n$/)
  })

  it('does not affect other sources', async () => {
    const cwd = folderWith({
      'good.json': GOOD,
      'exits.mjs': 'process.exit(0)',
      'hangs.mjs': 'await new Promise(() => {})',
      'loops.mjs': 'for (;;);',
      'good.mjs': EXPORT,
    })
    const names = ['exits.mjs', 'good.json', 'hangs.mjs', 'loops.mjs', 'good.mjs']
    const { code, stdout } = await runProgram(['validate', ...names, '--format', 'json', '--timeout', '5'], { cwd })
    const { sources } = JSON.parse(stdout) as JsonOutput
    expect([code, sources.map(({ source, status }) => [source, status])]).toEqual([
      2,
      [
        ['exits.mjs', 'unreadable'],
        ['good.json', 'valid'],
        ['hangs.mjs', 'unreadable'],
        ['loops.mjs', 'unreadable'],
        ['good.mjs', 'valid'],
      ],
    ])
  })

  it.each(['0', '-1', 'x', '3601', 'NaN'])('cannot have the timeout %s', async (seconds) => {
    const { code, stderr } = await runProgram(['validate', 'a.mjs', '--timeout', seconds])
    expect([code, stderr]).toEqual([2, expect.stringContaining('Expected a number of seconds')])
  })
})
