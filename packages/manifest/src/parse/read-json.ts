import type { Findings } from './create-findings.js'
import { findSyntaxError } from './find-syntax-error.js'
import { characterAt } from './locate.js'
import { scanJson } from './scan-json.js'
import type { JsonSyntaxError } from './token-errors.js'

/** Levels of nested objects and lists. A valid manifest has at most seven. */
const MAX_DEPTH = 64

/** Parses a text. If that fails, adds a finding and returns `undefined`. */
export function readJson(text: string, findings: Findings): unknown {
  const { tooDeepAt, members } = scanJson(text, MAX_DEPTH)
  if (tooDeepAt !== undefined) {
    findings.addInText(
      'too-deep',
      characterAt(tooDeepAt),
      `Files with more than ${MAX_DEPTH} nested levels are not read. Is this the right file?`,
    )
    return undefined
  }
  try {
    const value: unknown = JSON.parse(text)
    // of duplicate keys, the parser keeps only the last one
    if (countMembers(value) < members) findings.addDuplicates()
    return value
  } catch {
    const { start, end, reason } = syntaxErrorIn(text)
    findings.addInText('not-json', { start, end }, `This is not JSON: ${reason}`)
    return undefined
  }
}

/** Counts the members of all objects. Without recursion, because the text decides how deep the nesting is. */
function countMembers(root: unknown): number {
  let count = 0
  const stack = [root]
  for (let value = stack.pop(); value !== undefined; value = stack.pop()) {
    if (typeof value !== 'object' || value === null) continue
    const members: unknown[] = Object.values(value)
    if (!Array.isArray(value)) count += members.length
    for (const member of members) stack.push(member)
  }
  return count
}

function syntaxErrorIn(text: string): JsonSyntaxError {
  const start = text.search(/\S/)
  if (start < 0) return { ...characterAt(0), reason: 'the text is empty.' }
  if (text[start] === '<') return { ...characterAt(start), reason: LOOKS_LIKE_HTML }
  return findSyntaxError(text) ?? { ...characterAt(start), reason: 'it cannot be parsed.' }
}

const LOOKS_LIKE_HTML = 'it looks like an HTML page. Is this the address of the manifest?'
