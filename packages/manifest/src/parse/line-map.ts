/** The line and the column of an offset. Both start at 1. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** Returns a function that converts offsets in a text to lines and columns. */
export function createLineMap(text: string): (offset: number) => Position {
  const starts = [0]
  for (const { index, 0: ending } of text.matchAll(/\r\n?|\n/g)) starts.push(index + ending.length)
  return (offset) => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
  }
}
