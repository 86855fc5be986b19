/** Whether a name is the name of a secret: `clientSecret`, `api_key`, `Passwort`. Not if it only mentions one: `tokenUrl`. */
export function isSecretName(name: string): boolean {
  if (!MAYBE.test(name)) return false
  const words = wordsOf(name)
  return isSecret(words.at(-1)) || isSecret(words.slice(-2).join(' '))
}

/** Whether a name or a label mentions a secret anywhere: "Token of your board". Matches whole words only, so not "monkey". */
export function mentionsSecret(text: string): boolean {
  if (!MAYBE.test(text)) return false
  const words = wordsOf(text)
  return words.some((word, index) => isSecret(word) || isSecret(`${word} ${words[index + 1] ?? ''}`))
}

/** A fast first check: splitting every text into words would be slow. */
const MAYBE = /pass|pwd|secret|token|key|credential|kennwort|geheim|schl|zugangsdaten/i

const SECRETS = new Set([
  'password',
  'passwd',
  'pwd',
  'passphrase',
  'passcode',
  'secret',
  'token',
  'apikey',
  'api key',
  'access key',
  'private key',
  'secret key',
  'credentials',
  'passwort',
  'kennwort',
  'geheimnis',
  'schlüssel',
  'zugangsdaten',
])

function isSecret(words: string | undefined): boolean {
  return words !== undefined && SECRETS.has(words)
}

/** Also splits at capital letters: `clientSecret`, `APIKey`. */
function wordsOf(text: string): readonly string[] {
  return text
    .normalize()
    .split(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|[^\p{L}]+/u)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase())
}
