/** Facts about a JSON text that do not need a parser. */
export interface JsonScan {
  /** The offset of the first bracket that is nested too deeply. */
  readonly tooDeepAt: number | undefined
  /** The number of members in all objects. Duplicate keys count twice. */
  readonly members: number
}

/**
 * Scans a text in linear time and without recursion, before a recursive parser reads it.
 *
 * @param maxDepth How many brackets may be open at the same time.
 */
export function scanJson(text: string, maxDepth: number): JsonScan {
  let depth = 0
  let members = 0
  let tooDeepAt: number | undefined
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index]
    if (character === '"') index = endOfString(text, index)
    else if (character === '{' || character === '[') {
      depth += 1
      if (depth > maxDepth) tooDeepAt ??= index
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
