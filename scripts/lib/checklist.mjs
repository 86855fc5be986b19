// Prints one line for each check, with its time, and counts them.
import { cpus } from 'node:os'

const tally = { passed: 0, failed: 0 }

/** Runs one check, prints it and returns whether it passed. */
export async function check(name, action) {
  const result = await outcome(action)
  report(name, result)
  return !result.error
}

/** Runs checks in parallel, one for each processor, at most four, and prints them in their order. */
export async function together(checks) {
  const results = checks.map(() => Promise.withResolvers())
  const queue = [...checks.entries()]
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [index, [, action]] = next
      results[index].resolve(await outcome(action))
    }
  }
  const workers = cpus().slice(0, 4).map(worker)
  for (const [index, [name]] of checks.entries()) report(name, await results[index].promise)
  await Promise.all(workers)
}

/** Prints the verdict, the last line of a run, and sets the exit code. */
export function conclude() {
  console.log(`${tally.passed} passed, ${tally.failed} failed`)
  process.exitCode = tally.failed > 0 ? 1 : 0
}

async function outcome(action) {
  const start = performance.now()
  try {
    await action()
    return { seconds: (performance.now() - start) / 1000 }
  } catch (error) {
    return { error, seconds: (performance.now() - start) / 1000 }
  }
}

function report(name, { error, seconds }) {
  tally[error ? 'failed' : 'passed']++
  console.log(`${error ? '✗' : '✓'} ${name} (${seconds.toFixed(1)} s)`)
  if (error) console.log(error.message.trimEnd().replace(/^/gm, '    '))
}
