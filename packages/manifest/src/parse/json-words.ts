import { printable } from '@haiilo-kit/core/token'
import type { Token } from './json-token.js'

/** A mistake in a part of the text, by offsets in UTF-16 code units; the end is exclusive. */
export interface JsonMistake {
  readonly start: number
  readonly end: number
  /** For people: what is wrong and how to mend it, as the rest of a sentence. */
  readonly reason: string
}

/** What is wrong inside of a string, with its quotes. */
export function mistakeInString({ text, start }: Token): JsonMistake | undefined {
  if (text.length < 2 || !text.endsWith('"') || /(?<!\\)(?:\\\\)*\\"$/.test(text)) {
    return {
      start,
      end: start + 1,
      reason: 'this text is not closed on its line. Add the quote, or write a line break as \\n.',
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
    reason: 'this is no escape of JSON. Write a backslash as \\\\.',
  }
}

const CONTROL = 'a text holds a tab or another control character. Write it as an escape, such as \\t.'

function wrongEscape(text: string): number {
  for (const { 0: escape, index } of text.matchAll(/\\(?:u[\da-fA-F]{4}|.)/gs)) {
    if (!/^\\(?:["\\/bfnrt]|u.{4})$/s.test(escape)) return index
  }
  return -1
}

/** What is wrong with a word, unless it is a value of JSON. */
export function mistakeInWord({ text, start, end }: Token, isKey: boolean): JsonMistake | undefined {
  if (isValue(text) && !isKey) return undefined
  return { start, end, reason: reasonOf(text, isKey) }
}

function isValue(text: string): boolean {
  return /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/.test(text)
}

function reasonOf(text: string, isKey: boolean): string {
  if (/^[/#]/.test(text)) return 'it has no comments. Remove this one, or write the manifest in TypeScript.'
  if (/^['`‘’“”„«»]/.test(text)) return 'texts and keys are in double quotes ("), and in no others.'
  if (/^[\p{C}\p{Z}]/u.test(text)) return `an invisible character (${codePoint(text)}) is here. Remove it.`
  if (isKey) return 'keys are in double quotes.'
  if (/^(?:true|false|null)$/i.test(text)) return `this is written ${text.toLowerCase()}, in small letters.`
  if (/^(?:undefined|None|nil|[+-]?NaN|[+-]?Infinity)$/.test(text))
    return `it has no ${text}. Write a value, or leave the field out.`
  if (/^[-+.\d]/.test(text)) return NUMBER
  if (/^[;=]/.test(text)) return `"${printable(text)}" does not belong here. JSON uses commas and colons.`
  return 'texts are in double quotes.'
}

const NUMBER =
  'this is not a number as JSON writes it: decimal digits, without a plus, a leading zero, a unit or a final point.'

function codePoint(text: string): string {
  return `U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
