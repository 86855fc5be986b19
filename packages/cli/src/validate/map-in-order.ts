/**
 * Does work on each item, on some at the same time, and gives the results in the order of the items, each as soon as it is its turn. Of
 * what is done and not yet taken there are never more than `atOnce`.
 */
export async function* mapInOrder<Item, Result>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const underway: Promise<Result>[] = []
  for (const item of items) {
    const result = work(item)
    // its turn may come late: until then a failure is not unhandled
    result.catch(() => undefined)
    underway.push(result)
    const next = underway.length === atOnce ? underway.shift() : undefined
    if (next) yield await next
  }
  for (const result of underway) yield await result
}
