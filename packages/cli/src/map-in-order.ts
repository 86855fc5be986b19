/** Maps items in parallel and yields the results in order. At most `maxParallel` results are pending or not yet taken. */
export async function* mapInOrder<Item, Result>(
  items: readonly Item[],
  maxParallel: number,
  map: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const pending: Promise<Result>[] = []
  for (const item of items) {
    const result = map(item)
    // without a handler, a rejection before its turn would be unhandled
    result.catch(() => undefined)
    pending.push(result)
    const next = pending.length === maxParallel ? pending.shift() : undefined
    if (next) yield await next
  }
  for (const result of pending) yield await result
}
