/** Whether a name is that of a secret: `clientSecret`, `api_key`, `Passwort`. It is not if it only speaks of one: `tokenUrl`. */
export function isSecretName(name: string): boolean {
  if (!MAYBE.test(name)) return false
  const words = wordsOf(name)
  return isSecret(words.at(-1)) || isSecret(words.slice(-2).join(' '))
}

/** Whether a name or a label speaks of a secret anywhere in it: "Token of your board". Only whole words count, so "monkey" does not. */
export function mentionsSecret(text: string): boolean {
  if (!MAYBE.test(text)) return false
  const words = wordsOf(text)
  return words.some((word, index) => isSecret(word) || isSecret(`${word} ${words[index + 1] ?? ''}`))
}

/** A quick look: splitting every text into words would take long. */
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

/** Words begin at capitals too: `clientSecret`, `APIKey`. */
function wordsOf(text: string): readonly string[] {
  return text
    .normalize()
    .split(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|[^\p{L}]+/u)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase())
}
