/**
 * Waits for real work, signing for instance, while the timers of the test stand still.
 *
 * @throws {Error} It did not happen within 4 seconds.
 */
export async function until(condition: () => boolean): Promise<void> {
  const end = performance.now() + 4_000
  while (!condition()) {
    if (performance.now() > end) throw new Error(`it did not happen: ${String(condition)}`)
    await new Promise((resolve) => setImmediate(resolve))
  }
}
