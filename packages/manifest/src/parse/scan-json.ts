/** What a text of JSON has, seen without reading it. */
export interface JsonScan {
  /** Where lists and objects are first nested deeper than the limit. */
  readonly tooDeepAt: number | undefined
  /** How many members its objects have, the same key twice counted twice. */
  readonly members: number
}

/** Walks through a text once, in linear time and without recursion, before anything that recurses may look at it. */
export function scanJson(text: string, limit: number): JsonScan {
  let depth = 0
  let members = 0
  let tooDeepAt: number | undefined
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index]
    if (character === '"') index = endOfString(text, index)
    else if (character === '{' || character === '[') {
      depth += 1
      if (depth > limit) tooDeepAt ??= index
    } else if (character === '}' || character === ']') depth -= 1
    else if (character === ':') members += 1
  }
  return { tooDeepAt, members }
}

function endOfString(text: string, start: number): number {
  for (let index = start + 1; index < text.length; index += 1) {
    if (text[index] === '"') return index
    if (text[index] === '\\') index += 1
  }
  return text.length
}
