import { hide, maskSecrets } from './mask-secrets.js'
import { isSecretName } from './secret-name.js'
import { secretKind } from './secret-text.js'

/**
 * The text of a manifest or a program as it may be shown: without what looks like a secret, and without the values of keys that are
 * named like one. It need not be valid; where it is broken, more is hidden rather than less. Each masked character becomes a dot, so
 * that columns stay the same.
 */
export function maskSource(text: string): string {
  const tokens = text.match(TOKEN) ?? []
  const masked: string[] = []
  while (masked.length < tokens.length) {
    const index = masked.length
    const token = tokens[index] ?? ''
    const start = startOfValue(tokens, index)
    if (start === undefined) masked.push(secretKind(contentOf(token)) ? hide(token) : token)
    else masked.push(...tokens.slice(index, start), ...hideValue(tokens.slice(start, endOfValue(tokens, start))))
  }
  return maskSecrets(masked.join(''))
}

/**
 * Texts in double quotes, closed or not, and in single quotes; marks; line ends; space; words. Together they cover every text. An
 * apostrophe must not begin a text with quotes in it, as it would hide the key in there.
 */
const TOKEN = /"(?:[^"\\\r\n]|\\[^\r\n])*"?|'[^'"\\\r\n]*'|[,;:=()[\]{}]|\r\n?|\n|[^\S\r\n]+|[^\s",;:=()[\]{}]+/g

/** Where the value of a key begins, if the key is named like a secret. */
function startOfValue(tokens: readonly string[], index: number): number | undefined {
  const key = tokens[index] ?? ''
  if (!isSecretName(contentOf(key))) return undefined
  const next = skip(tokens, index + 1, (token) => token.trim() === '')
  // after a quote too many or too few, marks are inside of texts
  if (/^["']?\s*[:=]/.test(tokens[next] ?? '')) return next + 1
  // in valid JSON there is a mark; where there is none, a colon or a quote is missing, or the text is the path of a module
  if (contentOf(key).includes('/')) return undefined
  const word = skip(tokens, index + 1, (token) => token.trim() === '' && !isLineEnd(token))
  return isText(key) && !MARK.test(tokens[word] ?? ',') ? word : undefined
}

function skip(tokens: readonly string[], from: number, isSkipped: (token: string) => boolean): number {
  let index = from
  while (index < tokens.length && isSkipped(tokens[index] ?? '')) index += 1
  return index
}

/** A value ends at a comma, before the bracket around it, or with its line, unless a bracket or a quote of it is not closed there. */
function endOfValue(tokens: readonly string[], start: number): number {
  let depth = 0
  let isOpen = false
  let hasBegun = false
  for (let index = start; index < tokens.length; index += 1) {
    const token = tokens[index] ?? ''
    if (isOpen) isOpen = !isText(token)
    else if (depth === 0 && isEnd(token, hasBegun)) return index
    else if (token.trim() !== '') {
      hasBegun = true
      depth += bracketOf(token)
      isOpen = isText(token) && !isClosed(token)
    }
  }
  return tokens.length
}

function isEnd(token: string, hasBegun: boolean): boolean {
  return token === ',' || token === ';' || bracketOf(token) < 0 || (hasBegun && isLineEnd(token))
}

function bracketOf(token: string): number {
  if (token.length !== 1) return 0
  return Number('([{'.includes(token)) - Number(')]}'.includes(token))
}

function hideValue(tokens: readonly string[]): readonly string[] {
  const words = tokens.filter((token) => token.trim() !== '')
  if (words.length === 1 && isPlain(contentOf(words[0] ?? ''))) return tokens
  return tokens.map((token) => (MARK.test(token) ? token : hide(token)))
}

/** Nothing is lost by showing these, and it is easier to see what is wrong with them. */
function isPlain(value: string): boolean {
  return /^(?:true|false|null|https?:\/\/.*)$/s.test(value) && secretKind(value) === undefined
}

/** A line end is one, too: a value may begin below its key only after a colon. */
const MARK = /^(?:[,;:=()[\]{}]|[\r\n]+)$/

function isLineEnd(token: string): boolean {
  return token.startsWith('\n') || token.startsWith('\r')
}

function isText(token: string): boolean {
  return token.startsWith('"') || token.startsWith("'")
}

function isClosed(token: string): boolean {
  return token.length > 1 && token.endsWith(token[0] ?? '') && !/(?<!\\)(?:\\\\)*\\.$/s.test(token)
}

/** What a text says, or a word as it is. */
function contentOf(token: string): string {
  if (!isText(token)) return token
  const content = isClosed(token) ? token.slice(1, -1) : token.slice(1)
  return content.replaceAll(/\\(?:u([\dA-Fa-f]{4})|(.))/gs, (_, code: string | undefined, character: string) =>
    code === undefined ? (ESCAPES[character] ?? character) : String.fromCharCode(Number.parseInt(code, 16)),
  )
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
