import { hide, maskSecrets } from './mask-secrets.js'
import { isSecretName } from './secret-name.js'
import { secretKind } from './secret-text.js'

/**
 * Masks secrets in the text of a manifest or a program: what looks like a secret, and the values of keys with a name such as `password`.
 * The text can be invalid. Where it is, more is masked rather than less.
 *
 * @returns The text with a dot in place of each masked character, so that columns stay the same.
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
 * Strings in double quotes, closed or not; strings in single quotes; punctuation; line ends; space; words. Together they cover every text.
 * A string in single quotes contains no double quotes: otherwise an apostrophe could hide the key after it.
 */
const TOKEN = /"(?:[^"\\\r\n]|\\[^\r\n])*"?|'[^'"\\\r\n]*'|[,;:=()[\]{}]|\r\n?|\n|[^\S\r\n]+|[^\s",;:=()[\]{}]+/g

/** The index of the first token of a key's value, if the key has the name of a secret. */
function startOfValue(tokens: readonly string[], index: number): number | undefined {
  const key = tokens[index] ?? ''
  if (!isSecretName(contentOf(key))) return undefined
  const next = skip(tokens, index + 1, (token) => token.trim() === '')
  // if a quote is missing or superfluous, punctuation ends up inside strings
  if (/^["']?\s*[:=]/.test(tokens[next] ?? '')) return next + 1
  // without punctuation, a colon or a quote is missing, or the string is the path of a module
  if (contentOf(key).includes('/')) return undefined
  const word = skip(tokens, index + 1, (token) => token.trim() === '' && !isLineEnd(token))
  return isString(key) && !PUNCTUATION.test(tokens[word] ?? ',') ? word : undefined
}

function skip(tokens: readonly string[], from: number, isSkipped: (token: string) => boolean): number {
  let index = from
  while (index < tokens.length && isSkipped(tokens[index] ?? '')) index += 1
  return index
}

/** A value ends at a comma, before the enclosing bracket, or with its line, unless a bracket or quote inside it is still open there. */
function endOfValue(tokens: readonly string[], start: number): number {
  let depth = 0
  let isOpen = false
  let hasBegun = false
  for (let index = start; index < tokens.length; index += 1) {
    const token = tokens[index] ?? ''
    if (isOpen) isOpen = !isString(token)
    else if (depth === 0 && isEnd(token, hasBegun)) return index
    else if (token.trim() !== '') {
      hasBegun = true
      depth += bracketOf(token)
      isOpen = isString(token) && !isClosed(token)
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
  if (words.length === 1 && isSafeToShow(contentOf(words[0] ?? ''))) return tokens
  return tokens.map((token) => (PUNCTUATION.test(token) ? token : hide(token)))
}

/** Values that reveal nothing. Showing them helps to find the problem. */
function isSafeToShow(value: string): boolean {
  return /^(?:true|false|null|https?:\/\/.*)$/s.test(value) && secretKind(value) === undefined
}

/** Includes line ends: a value can start below its key only after a colon. */
const PUNCTUATION = /^(?:[,;:=()[\]{}]|[\r\n]+)$/

function isLineEnd(token: string): boolean {
  return token.startsWith('\n') || token.startsWith('\r')
}

function isString(token: string): boolean {
  return token.startsWith('"') || token.startsWith("'")
}

function isClosed(token: string): boolean {
  return token.length > 1 && token.endsWith(token[0] ?? '') && !/(?<!\\)(?:\\\\)*\\.$/s.test(token)
}

/** The unescaped content of a string, or a word as it is. */
function contentOf(token: string): string {
  if (!isString(token)) return token
  const content = isClosed(token) ? token.slice(1, -1) : token.slice(1)
  return content.replaceAll(/\\(?:u([\dA-Fa-f]{4})|(.))/gs, (_, code: string | undefined, character: string) =>
    code === undefined ? (ESCAPES[character] ?? character) : String.fromCharCode(Number.parseInt(code, 16)),
  )
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
