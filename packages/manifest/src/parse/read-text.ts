import type { RuleId } from '../rules/catalogue.js'

/** In UTF-16 code units. The longest public manifests have about 20,000. */
const MAX_CHARACTERS = 1_000_000

/** A text, with the problems that are visible before it is parsed. */
export interface SourceText {
  readonly text?: string
  readonly problems: readonly TextProblem[]
  /** Whether the text can be parsed. */
  readonly isReadable: boolean
}

interface TextProblem {
  readonly rule: RuleId
  readonly message: string
  /** The position in UTF-16 code units. */
  readonly offset: number
}

/** Converts a source to text: decodes bytes, and converts a value to JSON. */
export function readText(source: string | Uint8Array | object): SourceText {
  if (typeof source === 'string') return checkText(source)
  return source instanceof Uint8Array ? decode(source) : stringify(source)
}

function checkText(text: string): SourceText {
  if (text.length > MAX_CHARACTERS) return unreadable('too-large', TOO_LARGE)
  if (text.startsWith('\uFEFF')) return { text: text.slice(1), problems: [BYTE_ORDER_MARK], isReadable: true }
  const offset = text.search(/[\0\uFFFD]/)
  if (offset < 0) return { text, problems: [], isReadable: true }
  return { text, problems: [{ rule: 'not-utf-8', message: NOT_UTF_8, offset }], isReadable: !text.includes('\0') }
}

function decode(bytes: Uint8Array): SourceText {
  if (bytes.length > 4 * MAX_CHARACTERS) return unreadable('too-large', TOO_LARGE)
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return unreadable('not-utf-8', 'The file is encoded as UTF-16. Save it as UTF-8 without a byte order mark.')
  }
  try {
    return checkText(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    return unreadable('not-utf-8', NOT_UTF_8)
  }
}

function stringify(value: object): SourceText {
  try {
    const text: unknown = JSON.stringify(value, null, 2)
    return typeof text === 'string' ? checkText(text) : unreadable('not-json', NO_VALUE)
  } catch {
    return unreadable('not-json', NO_VALUE)
  }
}

function unreadable(rule: RuleId, message: string): SourceText {
  return { problems: [{ rule, message, offset: 0 }], isReadable: false }
}

const TOO_LARGE = `Files with more than ${MAX_CHARACTERS} characters are not read. Is this the right file?`
const NOT_UTF_8 =
  'The text was not saved as UTF-8, or was damaged by a conversion. Save it as UTF-8 without a byte order mark.'
const NO_VALUE =
  'The value cannot be converted to JSON: it contains itself, is nested too deeply, or is not plain data.'
const BYTE_ORDER_MARK: TextProblem = {
  rule: 'byte-order-mark',
  message:
    'The text starts with a byte order mark, which JSON does not allow. Save it as UTF-8 without a byte order mark.',
  offset: 0,
}
