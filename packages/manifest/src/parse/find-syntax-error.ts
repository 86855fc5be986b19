import { quote } from '../rules/quote.js'
import { tokenAt, type Token } from './json-token.js'
import { errorInString, errorInWord, type JsonSyntaxError } from './token-errors.js'

/** What is expected next. After `first-…`, a closing bracket is also allowed. */
type State = 'first-value' | 'value' | 'first-key' | 'key' | 'colon' | 'end'

/** The state of reading a text. Keeps each token that an error may originate from. */
interface Reader {
  state: State
  /** The open brackets. */
  readonly open: Token[]
  /** The key of the current value. */
  key: Token | undefined
  /** The previous token. */
  last: Token | undefined
}

/**
 * Finds the cause of the first syntax error: `{ "a": }` becomes invalid at the bracket, but the cause is the key without a value. Takes
 * linear time and does not recurse. `undefined` if the text is valid JSON.
 */
export function findSyntaxError(text: string): JsonSyntaxError | undefined {
  const reader: Reader = { state: 'value', open: [], key: undefined, last: undefined }
  for (let token = tokenAt(text, 0); ; token = tokenAt(text, token.end)) {
    const error = READ[reader.state](reader, token, text)
    if (error) return error
    if (token.kind === 'end') return undefined
    reader.last = token
  }
}

type Read = (reader: Reader, token: Token, text: string) => JsonSyntaxError | undefined

const READ: Readonly<Record<State, Read>> = {
  'first-value': (reader, token, text) => (token.text === ']' ? close(reader) : readValue(reader, token, text)),
  value: readValue,
  'first-key': (reader, token, text) => (token.text === '}' ? close(reader) : readKey(reader, token, text)),
  key: readKey,
  colon: readColon,
  end: readEnd,
}

function readValue(reader: Reader, token: Token, text: string): JsonSyntaxError | undefined {
  const { open, key, last } = reader
  if (token.text === '{' || token.text === '[') {
    open.push(token)
    reader.key = undefined
    reader.state = token.text === '{' ? 'first-key' : 'first-value'
    return undefined
  }
  if (token.kind === 'string' || token.kind === 'word') {
    reader.state = 'end'
    return token.kind === 'string' ? errorInText(token, text) : errorInWord(token, false)
  }
  if (key && token.text !== ':') return withoutValue(key)
  if (token.kind === 'end') return notClosed(open, token)
  if (last?.text === ',' && token.text === ']') return at(last, 'this comma is superfluous. Remove it.')
  if (token.text === ',') return at(token, 'this comma is superfluous. Remove it.')
  if (token.text === '}' && open.length > 0) return notClosed(open, token)
  return at(token, 'expected a value here.')
}

function readKey(reader: Reader, token: Token, text: string): JsonSyntaxError | undefined {
  const { open, last } = reader
  if (token.kind === 'string') {
    reader.key = token
    reader.state = 'colon'
    return errorInText(token, text)
  }
  if (token.kind === 'word') return errorInWord(token, true)
  if (token.kind === 'end') return notClosed(open, token)
  if (last?.text === ',' && token.text === '}') return at(last, 'this comma is superfluous. Remove it.')
  if (token.text === ',') return at(token, 'this comma is superfluous. Remove it.')
  if (token.text === ']') return notClosed(open, token)
  return at(token, 'a key is missing before this.')
}

function readColon(reader: Reader, token: Token, text: string): JsonSyntaxError | undefined {
  const { key = token } = reader
  if (token.text === ':') {
    reader.state = 'value'
    return undefined
  }
  const isKey = token.kind === 'string' && tokenAt(text, token.end).text === ':'
  if (isKey || token.kind === 'end' || [',', '}', ']'].includes(token.text)) return withoutValue(key)
  return invalidWord(token) ?? after(key, 'a colon is missing')
}

function readEnd(reader: Reader, token: Token): JsonSyntaxError | undefined {
  const { open, key, last = token } = reader
  const inner = open.at(-1)
  if (!inner)
    return token.kind === 'end'
      ? undefined
      : (invalidWord(token) ?? at(token, 'the manifest already ended before this. Remove it.'))
  if (token.kind === 'end' || token.text === mismatch(inner)) return notClosed(open, token)
  if (token.text === CLOSING[inner.text]) return close(reader)
  if (token.text === ',') {
    reader.key = undefined
    reader.state = inner.text === '{' ? 'key' : 'value'
    return undefined
  }
  if (token.text === ':') {
    if (inner.text === '[') return at(last, 'a list has no keys. Put braces around the keys and their values.')
    return key && last.kind === 'string' ? withoutValue(key) : at(token, 'this colon is superfluous. Remove it.')
  }
  return invalidWord(token) ?? after(last, 'a comma is missing')
}

function close(reader: Reader): undefined {
  reader.open.pop()
  reader.key = undefined
  reader.state = 'end'
}

/** Also reports a string that is directly followed by a word: a quote is missing or superfluous. */
function errorInText(token: Token, text: string): JsonSyntaxError | undefined {
  const error = errorInString(token)
  if (error) return error
  const next = tokenAt(text, token.end)
  if (next.start > token.end || next.kind !== 'word' || !/^[\p{L}\p{N}]/u.test(next.text)) return undefined
  return at(token, 'this text has no closing quote, or contains a quote. Write a quote inside a text as \\".')
}

/** A word that is never valid in JSON: the error is the word itself, not something missing before it. */
function invalidWord(token: Token): JsonSyntaxError | undefined {
  return token.kind === 'word' && !/^[\w.+-]/.test(token.text) ? errorInWord(token, false) : undefined
}

function withoutValue(key: Token): JsonSyntaxError {
  return at(key, `the key ${quote(key.text.slice(1, -1))} has no value.`)
}

function notClosed(open: readonly Token[], before: Token): JsonSyntaxError {
  const bracket = open.at(-1)
  if (!bracket) return at(before, 'the text is empty.')
  const place = before.kind === 'end' ? 'at the end of the text' : `before "${before.text}"`
  return at(bracket, `this bracket is not closed. Add a "${CLOSING[bracket.text] ?? ''}" ${place}.`)
}

/** The closing bracket of the other kind. */
function mismatch({ text }: Token): string {
  return text === '{' ? ']' : '}'
}

const CLOSING: Readonly<Record<string, string>> = { '{': '}', '[': ']' }

function at({ start, end }: Token, reason: string): JsonSyntaxError {
  return { start, end, reason }
}

function after({ end }: Token, reason: string): JsonSyntaxError {
  return { start: end - 1, end, reason: `${reason} after this.` }
}
