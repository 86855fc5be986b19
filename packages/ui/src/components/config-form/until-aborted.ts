/**
 * Waits for a promise, or for `signal`, so that a promise that never settles blocks nothing.
 *
 * @returns What the promise resolves to, or `undefined` after an abort.
 *
 * @throws What the promise rejects with.
 */
export async function untilAborted<Value>(
  signal: AbortSignal,
  promise: Value | PromiseLike<Value>,
): Promise<Value | undefined> {
  let resolveAborted!: () => void
  const aborted = new Promise<undefined>((resolve) => (resolveAborted = () => resolve(undefined)))
  signal.addEventListener('abort', resolveAborted)
  try {
    return await Promise.race([promise, aborted])
  } finally {
    signal.removeEventListener('abort', resolveAborted)
  }
}
