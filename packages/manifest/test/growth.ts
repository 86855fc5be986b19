/**
 * How many times longer the one takes than the other, by the processor: what other processes take does not count. Goes on until the
 * least times of both are `enough`, as one undisturbed round is proof, or until it is plain that they will not be.
 *
 * @param enough A growth that needs no better proof.
 */
export function growth(small: () => unknown, large: () => unknown, enough: number): number {
  let [short, long] = [Infinity, Infinity]
  for (let round = 0; round < 12; round++) {
    short = Math.min(short, processorTime(small))
    long = Math.min(long, processorTime(large))
    // the first round is the compiler's
    if (round > 0 && long / short < enough) break
  }
  return long / short
}

/** In milliseconds, at least one: of less, nothing can be told. */
function processorTime(run: () => unknown): number {
  const start = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(start)
  return Math.max(1, (user + system) / 1000)
}
