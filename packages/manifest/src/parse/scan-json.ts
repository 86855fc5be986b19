/** What a text of JSON has, seen without reading it. */
export interface JsonScan {
  /** Where lists and objects are first nested deeper than the limit. */
  readonly tooDeepAt: number | undefined
  /** Where a text in it holds a control character, such as a line break, as none may. */
  readonly controlAt: number | undefined
  /** How many members its objects have, the same key twice counted twice. */
  readonly members: number
}

/** Walks through a text once, in linear time and without recursion, before anything that recurses may look at it. */
export function scanJson(text: string, limit: number): JsonScan {
  let depth = 0
  let members = 0
  let tooDeepAt: number | undefined
  let controlAt: number | undefined
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index]
    if (character === '"') {
      const end = endOfString(text, index)
      controlAt ??= end.controlAt
      index = end.index
    } else if (character === '{' || character === '[') {
      depth += 1
      if (depth > limit) tooDeepAt ??= index
    } else if (character === '}' || character === ']') depth -= 1
    else if (character === ':') members += 1
  }
  return { tooDeepAt, controlAt, members }
}

function endOfString(text: string, start: number): { index: number; controlAt: number | undefined } {
  let controlAt: number | undefined
  for (let index = start + 1; index < text.length; index += 1) {
    const character = text[index] ?? ''
    if (character === '"') return { index, controlAt }
    if (character < ' ') controlAt ??= index
    if (character === '\\') index += 1
  }
  return { index: text.length, controlAt }
}
