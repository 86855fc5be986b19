// Prints the results of the binding contract as a table: one row for each behaviour, one column for each framework. Prevents a binding that
// looks complete because a case was never run for it. A behaviour that one binding has and another does not have is a failure, unless
// `EXCEPTIONS` explains it. Reads the Vitest reports that are passed as arguments, or runs the contract if one of them is missing.
import '../lib/require-node.mjs'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root, run } from '../lib/commands.mjs'

/** The columns of the table, all required, in this order. */
const FRAMEWORKS = [
  /^core$/,
  /^React 18\./,
  /^React 19\./,
  /^Vue 3\./,
  /^Angular \d+\.[\d.]+$/,
  /^Angular .* with zone\.js$/,
]

/** Behaviours that a framework cannot have. */
const EXCEPTIONS = [
  {
    framework: /^core$/,
    behaviour: /provider|ERR_HOST_NOT_READY|error handler/i,
    why: 'has no provider and no boundary',
  },
  { framework: /^core$/, behaviour: /server/, why: 'renders nothing, also on a server' },
  {
    framework: /^(core|React 18|Angular)/,
    behaviour: /visible/,
    why: 'has nothing like <Activity> or <KeepAlive>, which hide a part of the page and keep its state',
  },
  {
    framework: /^React 18/,
    behaviour: /height of the observed elements/,
    why: 'is tested without a layout: its tests run only in Node',
  },
]

const files = process.argv.slice(2)
const cells = readCells(files.length > 0 && files.every(existsSync) ? files : [await runContract()])
const names = [...cells.keys()]
const columns = FRAMEWORKS.map((framework) => names.find((name) => framework.test(name)) ?? String(framework))
const behaviours = [...new Set(names.flatMap((name) => [...cells.get(name).keys()]))]
const failures = []
let passes = 0
printTable()
for (const failure of failures) console.log(`✗ ${failure}`)
console.log(`${passes} passed, ${failures.length} failed`)
process.exitCode = failures.length > 0 || passes === 0 ? 1 : 0

async function runContract() {
  const folder = join(root, '.cache')
  const report = join(folder, 'contract.json')
  mkdirSync(folder, { recursive: true })
  rmSync(report, { force: true })
  const tests = ['binding-contract', 'react-18.dom', 'core.dom', 'core.browser']
  // a failed test is visible in the table
  await run('vitest', ['run', ...tests, '--reporter=json', `--outputFile=${report}`]).catch((error) => {
    console.error(error.message)
  })
  return report
}

/** For each framework and behaviour: whether it passed in every run. */
function readCells(reports) {
  const cells = new Map()
  for (const { ancestorTitles, title, status } of reports.flatMap(readTests)) {
    const framework = /^the binding contract: (.*)$/.exec(ancestorTitles[0] ?? '')?.[1]
    if (!framework) continue
    if (!cells.has(framework)) cells.set(framework, new Map())
    const passed = cells.get(framework).get(title) ?? true
    cells.get(framework).set(title, passed && status === 'passed')
  }
  return cells
}

function readTests(report) {
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'))
  return testResults.flatMap(({ assertionResults }) => assertionResults)
}

function printTable() {
  const notes = []
  const width = Math.max(...behaviours.map(({ length }) => length))
  const line = (first, rest) =>
    `${first.padEnd(width)}  ${rest.map((cell, index) => cell.padEnd(columns[index].length)).join('  ')}`.trimEnd()
  console.log(line('', columns))
  for (const behaviour of behaviours) {
    console.log(
      line(
        behaviour,
        columns.map((framework) => cellOf(framework, behaviour, notes)),
      ),
    )
  }
  notes.forEach((note, index) => console.log(`${index + 1}  ${note}`))
}

function cellOf(framework, behaviour, notes) {
  const passed = cells.get(framework)?.get(behaviour)
  const exception = EXCEPTIONS.find((each) => each.framework.test(framework) && each.behaviour.test(behaviour))
  if (passed === undefined && exception) {
    if (!notes.includes(exception.why)) notes.push(exception.why)
    return `– ${notes.indexOf(exception.why) + 1}`
  }
  if (passed === undefined) failures.push(`${framework} has no case: ${behaviour}`)
  if (passed === false) failures.push(`${framework} fails: ${behaviour}`)
  if (passed) passes++
  return passed ? '✓' : '✗'
}
