import { Session } from 'node:inspector'
import { setFlagsFromString } from 'node:v8'

/**
 * Starts to count how many blocks of JavaScript are executed: function bodies, branches, rounds of loops. Unlike time, the count is the same
 * on every machine and under every load, so a small input is enough to see quadratic growth. Work inside built-in functions, such as
 * `RegExp.exec` and `Array.includes`, is not counted.
 *
 * V8 counts the blocks of functions that it compiles after the start, so import the code under test afterwards, with `await import()`.
 *
 * @returns Runs a function and returns the number of executed blocks.
 */
export function startStepCounter(): (run: () => unknown) => number {
  // optimised code does not update the counters; each test file has its own process, so others keep the optimiser
  setFlagsFromString('--no-opt')
  setFlagsFromString('--no-maglev')
  const session = new Session()
  session.connect()
  session.post('Profiler.enable')
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  return (run) => {
    takeSteps(session)
    run()
    return takeSteps(session)
  }
}

/** The steps since the last call. */
function takeSteps(session: Session): number {
  let steps = 0
  session.post('Profiler.takePreciseCoverage', (error, { result }) => {
    if (error) throw error
    for (const { functions } of result)
      for (const { ranges } of functions) for (const { count } of ranges) steps += count
  })
  return steps
}
