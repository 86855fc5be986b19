import { describe, expect, it } from 'vitest'
import { GOOD } from '../../test/manifests.js'
import { folderWith, runProgram } from '../../test/run-program.js'
import type { JsonOutput } from '../formats/json.js'

const EXPORT = `export default ${GOOD}`

/** What comes of one module, and whether stdout is JSON and nothing else. */
async function validateModule(code: string, { name = 'a.mjs', seconds = 60 } = {}) {
  const cwd = folderWith({ [name]: code })
  const argv = ['validate', name, '--format', 'json', '--timeout', String(seconds)]
  const outcome = await runProgram(argv, { cwd })
  const [source] = (JSON.parse(outcome.stdout) as JsonOutput).sources
  return { ...outcome, ...source! }
}

describe('a manifest module', () => {
  it.each([
    ['a promise', `export default Promise.resolve(${GOOD})`],
    ['a promise that takes its time', `export default new Promise((resolve) => setTimeout(resolve, 50, ${GOOD}))`],
    ['a promise under the name "manifest"', `export const manifest = Promise.resolve(${GOOD})`],
    ['what an awaited call has', `const load = async () => (${GOOD})\nexport default await load()`],
    ['while a timer runs on', `setInterval(() => {}, 1000)\n${EXPORT}`],
    ['while a server listens', `import { createServer } from 'node:net'\ncreateServer().listen(0)\n${EXPORT}`],
    ['and sets the exit code', `process.exitCode = 3\n${EXPORT}`],
    ['and ends later on', `setTimeout(() => process.exit(3), 600_000)\n${EXPORT}`],
    ['and fails when it ends', `process.on('exit', () => { throw new Error('late') })\n${EXPORT}`],
    ['and sends messages', `process.send({ kind: 'ready' })\nprocess.send('ready')\n${EXPORT}`],
    ['and closes stdout', `process.stdout.destroy()\n${EXPORT}`],
    ['and replaces the streams', `process.stdout.write = () => { throw new Error('no') }\n${EXPORT}`],
  ])('may export its manifest as or with: %s', async (_, code) => {
    const { code: exitCode, status, problem } = await validateModule(code)
    expect([exitCode, status, problem]).toEqual([0, 'valid', undefined])
  })

  it('may be a CommonJS module', async () => {
    expect((await validateModule(`module.exports = ${GOOD}`, { name: 'a.cjs' })).code).toBe(0)
  })

  it.each([
    ['ends with 0', 'process.exit(0)', 'It ended before it exported a manifest, with exit code 0.'],
    ['ends with 3', `process.exit(3)\n${EXPORT}`, 'It ended before it exported a manifest, with exit code 3.'],
    ['ends while it is awaited', 'export default new Promise(() => process.exit(0))', /^It ended before/],
    ['kills itself', `process.kill(process.pid, 'SIGKILL')\nfor (;;);`, /by SIGKILL/],
    ['awaits for ever', `await new Promise(() => {})\n${EXPORT}`, /it waits for a promise that is never settled/],
    ['exports a promise that is never settled', 'export default new Promise(() => {})', /never settled/],
    ['exports a promise of nothing', 'export default Promise.resolve()', /^It exports no manifest: expected/],
    ['exports a function', 'export default () => ({})', /^It exports no manifest: expected/],
    ['exports a promise that is rejected', 'export default Promise.reject(new Error("no lunch"))', /: no lunch\.$/],
    ['leaves a rejection unhandled', `Promise.reject(new Error('no lunch'))\n${EXPORT}`, /: no lunch\.$/],
    [
      'throws in a timer',
      'setTimeout(() => { throw new Error("no lunch") })\nawait new Promise(() => {})',
      /: no lunch\.$/,
    ],
    ['throws a text', 'throw "no lunch"', /something was thrown that is no error/],
    ['throws nothing', 'throw undefined', /something was thrown that is no error/],
    [
      'throws an error that throws',
      'throw Object.defineProperty(new Error(), "message", { get() { throw 1 } })',
      /something was thrown that is no error/,
    ],
    ['throws an error with a secret', `throw new Error('{ "password": "enigma" }')`, /"password": "•{6}"/],
    ['imports what is not there', 'import "./none.mjs"', /^It cannot be loaded: Cannot find module/],
  ])('cannot be read if it %s', async (_, code, problem) => {
    const outcome = await validateModule(code)
    expect([outcome.code, outcome.status]).toEqual([2, 'unreadable'])
    expect(outcome.problem).toEqual(typeof problem === 'string' ? problem : expect.stringMatching(problem))
  })

  it.each([
    ['runs in circles', 'for (;;);'],
    ['runs in circles and writes', 'for (;;) console.log("x".repeat(1000))'],
    ['waits with a timer', 'setInterval(() => {}, 1000)\nawait new Promise(() => {})'],
    ['runs in circles when it is written as JSON', 'export default { toJSON() { for (;;); } }'],
    ['holds on to the process', 'process.on("SIGTERM", () => {})\nfor (;;);'],
  ])('is ended after a while if it %s', async (_, code) => {
    const { code: exitCode, problem } = await validateModule(code, { seconds: 1 })
    expect([exitCode, problem]).toEqual([
      2,
      'It exported no manifest within 1 seconds. If it needs longer, set --timeout.',
    ])
  })

  it.each([
    ['contains itself', 'const a = {}; a.a = a; export default a'],
    ['holds a BigInt', 'export default { a: 1n }'],
    ['throws when it is written', 'export default { toJSON() { throw 1 } }'],
    ['goes too deep', 'let a = {}; for (let i = 0; i < 1e6; i++) a = { a }; export default a'],
  ])('has a finding if its export %s', async (_, code) => {
    const { code: exitCode, findings } = await validateModule(code)
    expect([exitCode, findings.map(({ rule }) => rule)]).toEqual([1, ['not-json']])
  })

  it('has a finding if its export is too large', async () => {
    const { findings } = await validateModule('export default { a: "x".repeat(20_000_000) }')
    expect(findings.map(({ rule }) => rule)).toEqual(['too-large'])
  })

  it('writes to stderr, whatever it writes to', async () => {
    const code = `import { writeSync } from 'node:fs'
console.log('one')
console.error('two')
process.stdout.write('three\\n')
writeSync(1, 'four\\n')
${EXPORT}`
    const { code: exitCode, stderr } = await validateModule(code)
    expect([exitCode, stderr.split('\n').toSorted()]).toEqual([0, ['', 'four', 'one', 'three', 'two']])
  })

  it('gives no command to a terminal or a CI runner', async () => {
    const code = `console.log('::set-output name=a::b\\n##[group]\\u001B[31m\\r::error::x')\n${EXPORT}`
    expect((await validateModule(code)).stderr).toBe('�:set-output name=a::b\n#�[group]�[31m�::error::x\n')
  })

  it('writes only so much', async () => {
    const { code, stderr } = await validateModule(`console.log('x'.repeat(10_000_000))\n${EXPORT}`)
    expect([code, stderr.length]).toEqual([0, expect.toSatisfy((length: number) => length < 65_000)])
    expect(stderr).toMatch(/x\n… and more, which is left out\.\n$/)
  })

  it('takes no other source along', async () => {
    const cwd = folderWith({
      'good.json': GOOD,
      'exits.mjs': 'process.exit(0)',
      'hangs.mjs': 'await new Promise(() => {})',
      'circles.mjs': 'for (;;);',
      'good.mjs': EXPORT,
    })
    const names = ['exits.mjs', 'good.json', 'hangs.mjs', 'circles.mjs', 'good.mjs']
    const { code, stdout } = await runProgram(['validate', ...names, '--format', 'json', '--timeout', '5'], { cwd })
    const { sources } = JSON.parse(stdout) as JsonOutput
    expect([code, sources.map(({ source, status }) => [source, status])]).toEqual([
      2,
      [
        ['exits.mjs', 'unreadable'],
        ['good.json', 'valid'],
        ['hangs.mjs', 'unreadable'],
        ['circles.mjs', 'unreadable'],
        ['good.mjs', 'valid'],
      ],
    ])
  })

  it.each(['0', '-1', 'x', '3601', 'NaN'])('gets no time that is none: %s', async (seconds) => {
    const { code, stderr } = await runProgram(['validate', 'a.mjs', '--timeout', seconds])
    expect([code, stderr]).toEqual([2, expect.stringContaining('Expected seconds')])
  })
})
