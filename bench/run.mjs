// Compares the kit with the theoretical best and with existing clients, and prints one table. Ratios come from one run in which both sides
// take turns, so that they are comparable across machines. Exceeded limits do not fail the run, because a machine may be slow for a moment.
//
//   pnpm bench                    everything
//   pnpm bench size start         only these
//   pnpm bench --readme           writes docs/benchmarks.md and the figures of the README
//   pnpm bench --json             for programs
import '../scripts/lib/require-node.mjs'
import { openStage } from './lib/stage.mjs'
import { isWithinLimit, textTable } from './lib/table.mjs'
import { writeTables } from './lib/write-tables.mjs'
import { early } from './early.mjs'
import { heights } from './heights.mjs'
import { junkFlood } from './junk-flood.mjs'
import { largeMessage } from './large-message.mjs'
import { listener } from './listener.mjs'
import { memory } from './memory.mjs'
import { sandbox } from './sandbox.mjs'
import { size } from './size.mjs'
import { start } from './start.mjs'
import { validate } from './validate.mjs'
import { verify } from './verify.mjs'

const BENCHMARKS = {
  size,
  start,
  early,
  verify,
  listener,
  'junk-flood': junkFlood,
  heights,
  'large-message': largeMessage,
  memory,
  sandbox,
  validate,
}

const args = process.argv.slice(2)
const wanted = args.filter((argument) => !argument.startsWith('--'))
const unknown = wanted.filter((name) => !(name in BENCHMARKS))
if (unknown.length) {
  console.error(`Unknown benchmark "${unknown[0]}". Benchmarks: ${Object.keys(BENCHMARKS).join(', ')}.`)
  process.exit(1)
}

if (wanted.length > 0 && args.includes('--readme')) {
  console.error('--readme writes all figures. Leave out the names of benchmarks.')
  process.exit(1)
}

let stage
const rows = []
for (const [name, measure] of Object.entries(BENCHMARKS)) {
  if (!wanted.length || wanted.includes(name)) rows.push(...(await collect(name, measure)))
}
await (await stage)?.close()
if (args.includes('--readme')) await writeTables(rows)
console.log(print(rows))

async function collect(name, measure) {
  const collected = []
  process.stderr.write(`measuring ${name} …\n`)
  try {
    for await (const row of measure(() => (stage ??= openStage()))) collected.push(row)
  } catch (error) {
    process.exitCode = 1
    console.error(error)
    collected.push({ name, note: 'failed, see above' })
  }
  return collected
}

function print(all) {
  if (args.includes('--json'))
    return JSON.stringify(
      all.map((row) => ({ ...row, isWithinLimit: isWithinLimit(row) })),
      undefined,
      2,
    )
  return textTable(all)
}
