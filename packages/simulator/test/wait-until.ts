/**
 * Waits for real work, such as signing, while the test uses fake timers.
 *
 * @throws {Error} The condition is still false after 4 seconds.
 */
export async function waitUntil(condition: () => boolean): Promise<void> {
  const end = performance.now() + 4_000
  while (!condition()) {
    if (performance.now() > end) throw new Error(`The condition is still false: ${String(condition)}`)
    await new Promise((resolve) => setImmediate(resolve))
  }
}
