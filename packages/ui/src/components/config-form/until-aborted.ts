/**
 * What a promise resolves to, or `undefined` once nobody waits for it any more: what never settles holds up nobody.
 *
 * @throws What the promise rejects with.
 */
export async function untilAborted<Value>(
  signal: AbortSignal,
  promise: Value | PromiseLike<Value>,
): Promise<Value | undefined> {
  const { promise: aborted, resolve } = Promise.withResolvers<undefined>()
  const give = (): void => resolve(undefined)
  signal.addEventListener('abort', give)
  try {
    return await Promise.race([promise, aborted])
  } finally {
    signal.removeEventListener('abort', give)
  }
}
