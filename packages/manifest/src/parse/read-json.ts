import type { Findings } from './create-findings.js'
import { findMistake } from './find-mistake.js'
import type { JsonMistake } from './json-words.js'
import { characterAt } from './locate.js'
import { scanJson } from './scan-json.js'

/** A manifest has seven. */
const MOST_LEVELS = 64

/** The value of a text; `undefined` if there is none, and the findings then say why. */
export function readJson(text: string, findings: Findings): unknown {
  const { tooDeepAt, members } = scanJson(text, MOST_LEVELS)
  if (tooDeepAt !== undefined) {
    findings.addInText(
      'too-deep',
      characterAt(tooDeepAt),
      `More than ${MOST_LEVELS} levels are not read. Is it the right file?`,
    )
    return undefined
  }
  try {
    const value: unknown = JSON.parse(text)
    if (countMembers(value) < members) findings.addDuplicates()
    return value
  } catch {
    const { start, end, reason } = mistakeIn(text)
    findings.addInText('not-json', { start, end }, `This is not JSON: ${reason}`)
    return undefined
  }
}

function countMembers(root: unknown): number {
  let count = 0
  const open = [root]
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value !== 'object' || value === null) continue
    const members: unknown[] = Object.values(value)
    if (!Array.isArray(value)) count += members.length
    for (const member of members) open.push(member)
  }
  return count
}

function mistakeIn(text: string): JsonMistake {
  const start = text.search(/\S/)
  if (start < 0) return { ...characterAt(0), reason: 'it is empty.' }
  if (text[start] === '<') return { ...characterAt(start), reason: PAGE }
  return findMistake(text) ?? { ...characterAt(start), reason: 'it cannot be read.' }
}

const PAGE = 'it looks like a page. Is this the address of the manifest?'
