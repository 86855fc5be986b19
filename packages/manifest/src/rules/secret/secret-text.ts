import { isSecretName } from './secret-name.js'

/** What kind of secret a text holds, in words; `undefined` if it looks like none. Takes time in proportion to the length. */
export function secretKind(text: string): string | undefined {
  if (text.length < SHORTEST) return undefined
  return SECRET_FORMS.find(([, form]) => form.test(text))?.[0] ?? kindInAddress(text)
}

const SHORTEST = 12

/**
 * Forms that are made to be known. Each match begins where none of its characters comes before, or has a fixed length, so that no text
 * is gone through twice.
 */
export const SECRET_FORMS: readonly (readonly [kind: string, form: RegExp])[] = [
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

/** What kind of secret an address holds, in words; `undefined` if it holds none. */
export function kindInAddress(text: string): string | undefined {
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
