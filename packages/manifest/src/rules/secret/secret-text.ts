import { isSecretName } from './secret-name.js'

/** A description of the secret that a text contains, such as "an API key"; `undefined` if it contains none. Takes linear time. */
export function secretKind(text: string): string | undefined {
  if (text.length < MIN_LENGTH) return undefined
  return SECRET_FORMATS.find(([, format]) => format.test(text))?.[0] ?? secretKindInAddress(text)
}

const MIN_LENGTH = 12

/**
 * Formats of secrets that can be recognised. For linear time, each match either starts after a character that cannot be part of it, or has
 * a limited length.
 */
export const SECRET_FORMATS: readonly (readonly [kind: string, format: RegExp])[] = [
  ['a private key', /-----BEGIN (?:[A-Z0-9]{1,20} ){0,3}PRIVATE KEY/],
  ['a signed token', /(?<![\w-])eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]+/],
  ['an access token', /(?<![A-Za-z0-9])gh[pousr]_[A-Za-z0-9]{36}/],
  ['an access token', /(?<![A-Za-z0-9])github_pat_\w{22}/],
  ['an access token', /(?<![A-Za-z0-9])glpat-[\w-]{20}/],
  ['an access token', /(?<![A-Za-z0-9])npm_[A-Za-z0-9]{36}/],
  ['an access token', /(?<![A-Za-z0-9])xox[abeoprs]-[A-Za-z0-9-]{10}/],
  ['an access key', /(?<![A-Za-z0-9])A[KS]IA[A-Z0-9]{16}(?![A-Za-z0-9])/],
  ['an API key', /(?<![A-Za-z0-9])AIza[\w-]{35}/],
  ['an API key', /(?<![A-Za-z0-9])[rs]k_(?:live|test)_[A-Za-z0-9]{16}/],
  ['an API key', /(?<![A-Za-z0-9])sk-(?:[a-z]{1,10}-)?[A-Za-z0-9]{20}/],
  ['an API key', /(?<![A-Za-z0-9])SG\.[\w-]{22}\.[\w-]{43}/],
]

/** A description of the secret in an address, such as "credentials in an address"; `undefined` if it contains none. */
export function secretKindInAddress(text: string): string | undefined {
  const addresses = text.split(/[\s"'<>()]+/).filter((part) => /[@=]/.test(part))
  for (const address of addresses) {
    const url = URL.parse(address, 'https://relative.invalid')
    if (url?.password || (url?.username && url.protocol.startsWith('http'))) return 'credentials in an address'
    if (url && hasSecretParameter(url)) return 'a secret in the query of an address'
  }
  return undefined
}

function hasSecretParameter({ searchParams, hash }: URL): boolean {
  const parameters = [...searchParams, ...new URLSearchParams(hash.slice(1))]
  return parameters.some(([name, value]) => value.length >= 8 && (name === 'sig' || isSecretName(name)))
}
