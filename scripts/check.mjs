// Runs everything that CI checks and prints one verdict. Prevents a run that looks green because a runner found no test, crashed before
// it counted, or printed its failures far above the end. `node scripts/check.mjs types lint` runs only those steps.
import './lib/require-node.mjs'
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { delimiter, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromiumPath } from './lib/chromium.mjs'
import { slowestTests } from './lib/slowest-tests.mjs'
import { killGroup, onShutdown, ownGroup } from './lib/shutdown.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const reports = join(root, '.cache/check')
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/** Longer than any step takes on a busy machine. A step that hangs must not hide the results of the others. */
const STEP_LIMIT_MS = 25 * 60_000

const SLOWEST_COUNT = 20

/**
 * Each step is a script of package.json, so that it also runs alone. There are two lanes, one for each processor of the smallest machine. The
 * first lane runs browsers one after the other, because their timing suffers when they share a processor. The consumers open browsers, too,
 * and run early in the second lane, so that they are done before the end-to-end tests begin. A lane that has nothing left helps the other.
 */
const LANES = [
  [
    { name: 'server', script: 'test:server', ...orSkipped(vitest('server')) },
    { name: 'browser', script: 'test:browser', ...vitest('browser'), onlyHere: true },
    { name: 'stories', script: 'test:stories', ...vitest('stories'), onlyHere: true },
    { name: 'docs', script: 'check:docs', count: lastLine, onlyHere: true },
    { name: 'e2e', script: 'test:e2e', ...playwright('e2e'), onlyHere: true },
  ],
  [
    { name: 'packages', script: 'check:packages', count: lastLine },
    { name: 'consumers', script: 'check:consumers', count: lastLine, onlyHere: true },
    { name: 'unit', script: 'test:unit', ...vitest('unit') },
    { name: 'lint', script: 'lint', count: single },
    { name: 'types', script: 'types', count: lastLine },
    { name: 'format', script: 'format', count: single },
  ],
]

/** The steps that read the reports of the others. They run last. */
const REPORTS = [
  {
    name: 'contract',
    script: 'report:contract',
    args: ['unit', 'browser'].map((name) => join(reports, `${name}.json`)),
    count: lastLine,
  },
]

const wanted = process.argv.slice(2)
const known = [...LANES.flat(), ...REPORTS].map(({ name }) => name)
const unknown = wanted.filter((name) => !known.includes(name))
if (unknown.length > 0) {
  console.error(`No step is called ${unknown.join(', ')}. There are: ${known.join(', ')}.`)
  process.exit(2)
}

rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })
const running = new Set()
onShutdown((code) => {
  for (const child of running) killGroup(child)
  process.exit(code)
})

const started = performance.now()
const results = await runSteps(findBrowser())
printTable(results)
printSlowest()
const total = sum(results.map(({ counts }) => counts))
console.log(verdict(total))
process.exitCode = total.failed > 0 ? 1 : 0

function findBrowser() {
  try {
    return chromiumPath()
  } catch (error) {
    // steps without a browser still run; the others fail
    console.error(`${error.message}\n`)
    return undefined
  }
}

async function runSteps(browser) {
  const env = {
    ...process.env,
    PATH: [join(root, 'node_modules/.bin'), process.env['PATH']].join(delimiter),
    // no watching, no .only, no questions
    CI: '1',
    STORYBOOK_DISABLE_TELEMETRY: '1',
    ...(browser && { CHROMIUM_PATH: browser }),
    ...(process.stdout.isTTY && { FORCE_COLOR: '1' }),
  }
  const print = onePrinterAtATime()
  const done = []
  const runLane = async (own, other) => {
    const step = own.shift() ?? takeFrom(other)
    if (!step) return
    done.push(await runStep(step, env, print.open()))
    await runLane(own, other)
  }
  const [first, second, reports] = [...LANES, REPORTS].map((steps) =>
    steps.filter(({ name }) => wanted.length === 0 || wanted.includes(name)),
  )
  await Promise.all([runLane(first, second), runLane(second, first)])
  await runLane(reports, [])
  return done.toSorted((a, b) => known.indexOf(a.name) - known.indexOf(b.name))
}

/** Removes the next step that may run in another lane, and returns it. */
function takeFrom(lane) {
  const index = lane.findIndex(({ onlyHere }) => !onlyHere)
  return index < 0 ? undefined : lane.splice(index, 1)[0]
}

function runStep(step, env, out) {
  const command = [scripts[step.script], ...(step.args ?? [])].join(' ')
  out.write(`\n━━ ${step.name}: ${scripts[step.script]}\n`)
  const start = performance.now()
  return new Promise((resolve) => {
    const child = spawn(command, { cwd: root, env: { ...env, ...step.env }, shell: true, ...ownGroup })
    running.add(child)
    let output = ''
    let tooLong = false
    const timer = setTimeout(() => {
      tooLong = true
      killGroup(child, 'SIGKILL')
    }, STEP_LIMIT_MS)
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8')
      stream.on('data', (text) => {
        output += text
        out.write(text)
      })
    }
    child.on('close', (code) => {
      clearTimeout(timer)
      running.delete(child)
      const ok = code === 0
      const counts = withoutFalsePass(step.count({ ok, output }), ok, step)
      const seconds = (performance.now() - start) / 1000
      if (tooLong)
        out.write(`${step.name} was stopped because it took longer than ${STEP_LIMIT_MS / 60_000} minutes.\n`)
      out.write(`━━ ${step.name}: ${verdict(counts)} (${seconds.toFixed(1)} s)\n`)
      out.close()
      resolve({ name: step.name, counts, seconds })
    })
  })
}

/** Counts one failure for a step that failed without a failed test, or that ran no test and does not say that it was skipped. */
function withoutFalsePass(counts, ok, { maySkip = false }) {
  const ranNone = counts.passed + counts.failed + (maySkip ? counts.skipped : 0) === 0
  return counts.failed === 0 && (!ok || ranNone) ? { ...counts, failed: 1 } : counts
}

/** A tool that only passes or fails counts as one test. */
function single({ ok }) {
  return ok ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }
}

function lastLine({ output }) {
  const [, passed, failed] = /(\d+) passed, (\d+) failed\s*$/.exec(output) ?? [output, 0, 0]
  return { passed: Number(passed), failed: Number(failed), skipped: 0 }
}

function vitest(name) {
  const file = join(reports, `${name}.json`)
  return {
    args: ['--reporter=default', '--reporter=json', `--outputFile.json="${file}"`],
    count() {
      const report = readReport(file)
      const tests = report.testResults?.flatMap(({ assertionResults }) => assertionResults) ?? []
      // a file that fails to load has no tests to count
      const broken = report.testResults?.filter(
        ({ status, assertionResults }) =>
          status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
      )
      const passed = tests.filter(({ status }) => status === 'passed').length
      const failed = tests.filter(({ status }) => status === 'failed').length
      return { passed, failed: failed + (broken?.length ?? 0), skipped: tests.length - passed - failed }
    },
  }
}

/** A step that can say that it was skipped, because something is missing on the machine. */
function orSkipped(step) {
  return {
    ...step,
    maySkip: true,
    count: ({ output }) =>
      /^0 passed, 0 failed, 1 skipped$/m.test(output) ? { passed: 0, failed: 0, skipped: 1 } : step.count(),
  }
}

function playwright(name) {
  const file = join(reports, `${name}.json`)
  return {
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    args: ['--reporter=list,json'],
    count() {
      const { stats = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 }, errors = [] } = readReport(file)
      return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped }
    },
  }
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
}

/** Prints the output of the oldest running step at once, and that of the others when it is their turn. So output is never interleaved. */
function onePrinterAtATime() {
  const queue = []
  const flush = () => {
    while (queue.length > 0) {
      const [first] = queue
      process.stdout.write(first.text)
      first.text = ''
      if (!first.closed) return
      queue.shift()
    }
  }
  return {
    open() {
      const part = { text: '', closed: false }
      queue.push(part)
      return {
        write(text) {
          part.text += text
          flush()
        },
        close() {
          part.closed = true
          flush()
        },
      }
    },
  }
}

function printTable(results) {
  const width = Math.max(...known.map(({ length }) => length))
  console.log('')
  for (const { name, counts, seconds } of results) {
    const mark = counts.failed > 0 ? '✗' : '✓'
    console.log(`${mark} ${name.padEnd(width)}  ${`${seconds.toFixed(1)} s`.padStart(8)}   ${verdict(counts)}`)
  }
  console.log(`  ${'in all'.padEnd(width)}  ${`${((performance.now() - started) / 1000).toFixed(1)} s`.padStart(8)}\n`)
}

function printSlowest() {
  const files = LANES.flat().map(({ name }) => join(reports, `${name}.json`))
  const slowest = slowestTests(files.map(readReport), SLOWEST_COUNT)
  if (slowest.length === 0) return
  console.log(`The slowest ${slowest.length} tests:`)
  for (const { file, name, seconds } of slowest)
    console.log(`${`${seconds.toFixed(1)} s`.padStart(9)}  ${relative(root, resolve(root, file))} › ${name}`)
  console.log('')
}

function sum(all) {
  const add = (key) => all.reduce((total, counts) => total + counts[key], 0)
  return { passed: add('passed'), failed: add('failed'), skipped: add('skipped') }
}

function verdict({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
