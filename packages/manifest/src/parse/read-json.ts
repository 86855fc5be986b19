import { parse } from '@humanwhocodes/momoa'
import type { Findings } from './create-findings.js'
import { scanJson } from './scan-json.js'

/** A manifest has seven. */
const MOST_LEVELS = 64

/** The value of a text; `undefined` if there is none, and the findings then say why. */
export function readJson(text: string, findings: Findings): unknown {
  const { tooDeepAt, controlAt, members } = scanJson(text, MOST_LEVELS)
  if (tooDeepAt !== undefined) {
    findings.addInText('too-deep', tooDeepAt, `More than ${MOST_LEVELS} levels are not read. Is it the right file?`)
    return undefined
  }
  try {
    const value: unknown = JSON.parse(text)
    if (countMembers(value) < members) findings.addDuplicates()
    return value
  } catch {
    const offset = findError(text) ?? controlAt ?? 0
    findings.addInText('not-json', offset, `This is not JSON: ${reasonAt(text, offset)}`)
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

/** What `JSON.parse` says of the place differs from engine to engine; this parser only minds no control characters in texts. */
function findError(text: string): number | undefined {
  try {
    parse(text, { mode: 'json' })
    return undefined
  } catch (error) {
    const offset = error instanceof Error && 'offset' in error ? Number(error.offset) : text.length
    return Math.min(offset, text.length)
  }
}

function reasonAt(text: string, offset: number): string {
  if (text.trim() === '') return 'it is empty.'
  if (/^\s*</.test(text)) return 'it looks like a page. Is this the address of the manifest?'
  const before = text.slice(Math.max(0, offset - 200), offset).trimEnd()
  const [here = ''] = text.slice(offset)
  if (here === '') return 'it ends too early; a bracket or a quote is not closed.'
  if (here < ' ') return 'a text holds a line break, a tab or the like. Write it as \\n or \\t.'
  if (here === '/') return 'it has no comments. Remove this one, or write the manifest in TypeScript.'
  if (here === "'") return 'texts and keys are in double quotes.'
  if (before.endsWith(',') && /[}\]]/.test(here)) return 'the comma before this bracket is one too many.'
  if (/["\d\w}\]]$/.test(before) && /["{[]/.test(here)) return 'a comma or a colon is missing here.'
  return 'something else belongs here. Keys and texts are in double quotes.'
}
