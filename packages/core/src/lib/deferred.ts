/** A promise with its levers, marked as handled: a rejection that nobody awaits stays quiet. */
export function deferred<T>(): PromiseWithResolvers<T> {
  let resolve!: PromiseWithResolvers<T>['resolve']
  let reject!: PromiseWithResolvers<T>['reject']
  const promise = new Promise<T>((...levers) => ([resolve, reject] = levers))
  promise.catch(() => undefined)
  return { promise, resolve, reject }
}
