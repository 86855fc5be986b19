/**
 * Returns how many times longer `large` takes than `small`. Measures processor time, so other processes do not count. Repeats both until the
 * ratio of their shortest times is less than `enough`, at most 12 times.
 *
 * @param enough A ratio that passes the test, so that measuring can stop.
 */
export function growth(small: () => unknown, large: () => unknown, enough: number): number {
  let [short, long] = [Infinity, Infinity]
  for (let round = 0; round < 12; round++) {
    short = Math.min(short, processorTime(small))
    long = Math.min(long, processorTime(large))
    // the first round includes compilation
    if (round > 0 && long / short < enough) break
  }
  return long / short
}

/** In milliseconds, at least 1: shorter times are too inaccurate. */
function processorTime(run: () => unknown): number {
  const start = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(start)
  return Math.max(1, (user + system) / 1000)
}
