/** A promise with its levers, marked as handled: a rejection that nobody awaits stays quiet. */
export function deferred<T>(): PromiseWithResolvers<T> {
  const levers = Promise.withResolvers<T>()
  levers.promise.catch(() => undefined)
  return levers
}
