/** The names of claims that nobody may read over a shoulder, in a screenshot or in an issue. */
const SECRETS: ReadonlySet<string> = new Set(['client_secret', 'authorization_code'])

/** Decodes a token of this server for the page. Replaces its secrets, and omits its signature. */
export function readPublicToken(token: string): { readonly header: object; readonly claims: object } {
  const [header = '', payload = ''] = token.split('.')
  return { header: decode(header), claims: decode(payload) }
}

function decode(part: string): object {
  const text = Buffer.from(part, 'base64url').toString('utf8')
  return JSON.parse(text, (name, value: unknown) => (SECRETS.has(name) ? '(hidden)' : value)) as object
}
