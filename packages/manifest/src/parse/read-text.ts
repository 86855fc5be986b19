import type { RuleId } from '../rules/catalogue.js'

/** In UTF-16 code units. The longest public manifests have some 20,000. */
const MOST_CHARACTERS = 1_000_000

/** A text, and what is wrong with it before anything in it is understood. */
export interface SourceText {
  readonly text?: string
  readonly problems: readonly TextProblem[]
  /** Whether it is worth reading on. */
  readonly isReadable: boolean
}

interface TextProblem {
  readonly rule: RuleId
  readonly message: string
  /** In UTF-16 code units. */
  readonly offset: number
}

/** Makes a text of what a caller has: text, the bytes of a file, or a value that is printed as it would be published. */
export function readText(source: string | Uint8Array | object): SourceText {
  if (typeof source === 'string') return checkText(source)
  return source instanceof Uint8Array ? decode(source) : print(source)
}

function checkText(text: string): SourceText {
  if (text.length > MOST_CHARACTERS) return refuse('too-large', TOO_LARGE)
  if (text.startsWith('\uFEFF')) return { text: text.slice(1), problems: [BYTE_ORDER_MARK], isReadable: true }
  const offset = text.search(/[\0\uFFFD]/)
  if (offset < 0) return { text, problems: [], isReadable: true }
  return { text, problems: [{ rule: 'not-utf-8', message: NOT_UTF_8, offset }], isReadable: !text.includes('\0') }
}

function decode(bytes: Uint8Array): SourceText {
  if (bytes.length > 4 * MOST_CHARACTERS) return refuse('too-large', TOO_LARGE)
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return refuse('not-utf-8', 'The file is encoded as UTF-16. Save it as UTF-8 without BOM.')
  }
  try {
    return checkText(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    return refuse('not-utf-8', NOT_UTF_8)
  }
}

function print(value: object): SourceText {
  try {
    const text: unknown = JSON.stringify(value, null, 2)
    return typeof text === 'string' ? checkText(text) : refuse('not-json', NO_VALUE)
  } catch {
    return refuse('not-json', NO_VALUE)
  }
}

function refuse(rule: RuleId, message: string): SourceText {
  return { problems: [{ rule, message, offset: 0 }], isReadable: false }
}

const TOO_LARGE = `More than ${MOST_CHARACTERS} characters are not read. Is it the right file?`
const NOT_UTF_8 = 'The text was not saved as UTF-8, or lost characters on its way here. Save it as UTF-8 without BOM.'
const NO_VALUE = 'The value cannot be written as JSON: it contains itself, goes too deep, or is no plain data.'
const BYTE_ORDER_MARK: TextProblem = {
  rule: 'byte-order-mark',
  message: 'The text begins with a byte order mark, which JSON must not. Save it as UTF-8 without BOM.',
  offset: 0,
}
