import { printable } from '@haiilo-kit/core/token'
import type { Token } from './json-token.js'

/** A syntax error with its position as offsets in UTF-16 code units; the end is exclusive. */
export interface JsonSyntaxError {
  readonly start: number
  readonly end: number
  /** For people: the problem and the fix. Continues the sentence "This is not JSON: …". */
  readonly reason: string
}

/** The syntax error in a string token, if there is one. */
export function errorInString({ text, start }: Token): JsonSyntaxError | undefined {
  if (text.length < 2 || !text.endsWith('"') || /(?<!\\)(?:\\\\)*\\"$/.test(text)) {
    return {
      start,
      end: start + 1,
      reason: 'this text has no closing quote on its line. Add the quote, or write a line break as \\n.',
    }
  }
  const control = text.search(/[\0-\x1f]/)
  const escape = wrongEscape(text)
  if (control >= 0 && (escape < 0 || control < escape)) {
    return { start: start + control, end: start + control + 1, reason: CONTROL }
  }
  if (escape < 0) return undefined
  return {
    start: start + escape,
    end: start + escape + 2,
    reason: 'this is not a valid escape sequence. Write a backslash as \\\\.',
  }
}

const CONTROL = 'a text contains a tab or another control character. Write it as an escape sequence, such as \\t.'

function wrongEscape(text: string): number {
  for (const { 0: escape, index } of text.matchAll(/\\(?:u[\da-fA-F]{4}|.)/gs)) {
    if (!/^\\(?:["\\/bfnrt]|u.{4})$/s.test(escape)) return index
  }
  return -1
}

/** The syntax error in a word token; `undefined` if the word is a valid value. */
export function errorInWord({ text, start, end }: Token, isKey: boolean): JsonSyntaxError | undefined {
  if (isValue(text) && !isKey) return undefined
  return { start, end, reason: wordReason(text, isKey) }
}

function isValue(text: string): boolean {
  return /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/.test(text)
}

function wordReason(text: string, isKey: boolean): string {
  if (/^[/#]/.test(text)) return 'JSON does not support comments. Remove this one, or write the manifest in TypeScript.'
  if (/^['`‘’“”„«»]/.test(text)) return 'texts and keys need double quotes (").'
  if (/^[\p{C}\p{Z}]/u.test(text)) return `this is an invisible character (${codePoint(text)}). Remove it.`
  if (isKey) return 'keys need double quotes.'
  if (/^(?:true|false|null)$/i.test(text)) return `write ${text.toLowerCase()}, in lower case.`
  if (/^(?:undefined|None|nil|[+-]?NaN|[+-]?Infinity)$/.test(text))
    return `JSON does not support ${text}. Write a value, or remove the field.`
  if (/^[-+.\d]/.test(text)) return NUMBER
  if (/^[;=]/.test(text)) return `"${printable(text)}" does not belong here. JSON uses commas and colons.`
  return 'texts need double quotes.'
}

const NUMBER =
  'this is not a valid JSON number. Use decimal digits without a plus sign, a leading zero, a unit or a trailing point.'

function codePoint(text: string): string {
  return `U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
