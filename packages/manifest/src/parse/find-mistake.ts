import { quote } from '../rules/quote.js'
import { tokenAt, type Token } from './json-token.js'
import { mistakeInString, mistakeInWord, type JsonMistake } from './json-words.js'

/** What may come next: the first ones may also be a closing bracket. */
type State = 'first-value' | 'value' | 'first-key' | 'key' | 'colon' | 'end'

/** How far a text has been read. Everything is what a mistake may turn out to come from. */
interface Reader {
  state: State
  /** The brackets that are open. */
  readonly open: Token[]
  /** The key of the value that is being read. */
  key: Token | undefined
  /** The token before this one. */
  last: Token | undefined
}

/**
 * Finds out why a text is not JSON, and where that comes from: `{ "a": }` goes wrong at the bracket, but its mistake is the key without
 * a value. Takes time in proportion to the length and does not recurse. `undefined` if the text is JSON.
 */
export function findMistake(text: string): JsonMistake | undefined {
  const reader: Reader = { state: 'value', open: [], key: undefined, last: undefined }
  for (let token = tokenAt(text, 0); ; token = tokenAt(text, token.end)) {
    const mistake = READ[reader.state](reader, token, text)
    if (mistake) return mistake
    if (token.kind === 'end') return undefined
    reader.last = token
  }
}

type Read = (reader: Reader, token: Token, text: string) => JsonMistake | undefined

const READ: Readonly<Record<State, Read>> = {
  'first-value': (reader, token, text) => (token.text === ']' ? close(reader) : readValue(reader, token, text)),
  value: readValue,
  'first-key': (reader, token, text) => (token.text === '}' ? close(reader) : readKey(reader, token, text)),
  key: readKey,
  colon: readColon,
  end: readEnd,
}

function readValue(reader: Reader, token: Token, text: string): JsonMistake | undefined {
  const { open, key, last } = reader
  if (token.text === '{' || token.text === '[') {
    open.push(token)
    reader.key = undefined
    reader.state = token.text === '{' ? 'first-key' : 'first-value'
    return undefined
  }
  if (token.kind === 'string' || token.kind === 'word') {
    reader.state = 'end'
    return token.kind === 'string' ? mistakeInText(token, text) : mistakeInWord(token, false)
  }
  if (key && token.text !== ':') return withoutValue(key)
  if (token.kind === 'end') return notClosed(open, token)
  if (last?.text === ',' && token.text === ']') return at(last, 'this comma is one too many.')
  if (token.text === ',') return at(token, 'this comma is one too many.')
  if (token.text === '}' && open.length > 0) return notClosed(open, token)
  return at(token, 'a value belongs here.')
}

function readKey(reader: Reader, token: Token, text: string): JsonMistake | undefined {
  const { open, last } = reader
  if (token.kind === 'string') {
    reader.key = token
    reader.state = 'colon'
    return mistakeInText(token, text)
  }
  if (token.kind === 'word') return mistakeInWord(token, true)
  if (token.kind === 'end') return notClosed(open, token)
  if (last?.text === ',' && token.text === '}') return at(last, 'this comma is one too many.')
  if (token.text === ',') return at(token, 'this comma is one too many.')
  if (token.text === ']') return notClosed(open, token)
  return at(token, 'a key is missing before this.')
}

function readColon(reader: Reader, token: Token, text: string): JsonMistake | undefined {
  const { key = token } = reader
  if (token.text === ':') {
    reader.state = 'value'
    return undefined
  }
  const isKey = token.kind === 'string' && tokenAt(text, token.end).text === ':'
  if (isKey || token.kind === 'end' || [',', '}', ']'].includes(token.text)) return withoutValue(key)
  return foreignWord(token) ?? after(key, 'a colon is missing')
}

function readEnd(reader: Reader, token: Token): JsonMistake | undefined {
  const { open, key, last = token } = reader
  const inner = open.at(-1)
  if (!inner)
    return token.kind === 'end'
      ? undefined
      : (foreignWord(token) ?? at(token, 'the manifest ends before this. Remove it.'))
  if (token.kind === 'end' || token.text === other(inner)) return notClosed(open, token)
  if (token.text === CLOSING[inner.text]) return close(reader)
  if (token.text === ',') {
    reader.key = undefined
    reader.state = inner.text === '{' ? 'key' : 'value'
    return undefined
  }
  if (token.text === ':') {
    if (inner.text === '[') return at(last, 'a list has no keys. Put braces around the keys and their values.')
    return key && last.kind === 'string' ? withoutValue(key) : at(token, 'this colon is one too many.')
  }
  return foreignWord(token) ?? after(last, 'a comma is missing')
}

function close(reader: Reader): undefined {
  reader.open.pop()
  reader.key = undefined
  reader.state = 'end'
}

/** A string that ends where another word begins: one of its quotes is missing, or one too many. */
function mistakeInText(token: Token, text: string): JsonMistake | undefined {
  const mistake = mistakeInString(token)
  if (mistake) return mistake
  const next = tokenAt(text, token.end)
  if (next.start > token.end || next.kind !== 'word' || !/^[\p{L}\p{N}]/u.test(next.text)) return undefined
  return at(token, 'this text is not closed, or contains a quote. Write a quote in a text as \\".')
}

/** Text that is never valid in JSON: the mistake is the text itself, not something missing before it. */
function foreignWord(token: Token): JsonMistake | undefined {
  return token.kind === 'word' && !/^[\w.+-]/.test(token.text) ? mistakeInWord(token, false) : undefined
}

function withoutValue(key: Token): JsonMistake {
  return at(key, `the key ${quote(key.text.slice(1, -1))} has no value.`)
}

function notClosed(open: readonly Token[], before: Token): JsonMistake {
  const bracket = open.at(-1)
  if (!bracket) return at(before, 'it is empty.')
  const place = before.kind === 'end' ? 'at the end of the text' : `before "${before.text}"`
  return at(bracket, `this bracket is not closed. A "${CLOSING[bracket.text] ?? ''}" is missing ${place}.`)
}

function other({ text }: Token): string {
  return text === '{' ? ']' : '}'
}

const CLOSING: Readonly<Record<string, string>> = { '{': '}', '[': ']' }

function at({ start, end }: Token, reason: string): JsonMistake {
  return { start, end, reason }
}

function after({ end }: Token, reason: string): JsonMistake {
  return { start: end - 1, end, reason: `${reason} after this.` }
}
