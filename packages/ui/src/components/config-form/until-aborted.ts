/**
 * What a promise resolves to, or `undefined` once nobody waits for it any more: what never settles holds up nobody.
 *
 * @throws What the promise rejects with.
 */
export async function untilAborted<Value>(
  signal: AbortSignal,
  promise: Value | PromiseLike<Value>,
): Promise<Value | undefined> {
  let give!: () => void
  const aborted = new Promise<undefined>((resolve) => (give = () => resolve(undefined)))
  signal.addEventListener('abort', give)
  try {
    return await Promise.race([promise, aborted])
  } finally {
    signal.removeEventListener('abort', give)
  }
}
