/** Like `Promise.withResolvers()`, but a rejection without a handler is not reported. */
export function deferred<T>(): PromiseWithResolvers<T> {
  let resolve!: PromiseWithResolvers<T>['resolve']
  let reject!: PromiseWithResolvers<T>['reject']
  const promise = new Promise<T>((...resolvers) => ([resolve, reject] = resolvers))
  promise.catch(() => undefined)
  return { promise, resolve, reject }
}
