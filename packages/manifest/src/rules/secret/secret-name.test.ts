import { describe, expect, it } from 'vitest'
import { isSecretName, mentionsSecret } from './secret-name.js'

describe('a name', () => {
  it.each([
    'password',
    'clientSecret',
    'client_secret',
    'client-secret',
    'CLIENT_SECRET',
    'apiKey',
    'APIKey',
    'api_key_2',
    'apikey',
    'accessToken',
    'private key',
    'Passwort',
    'API-Schlüssel',
    'API-Schlu\u0308ssel',
  ])('is the name of a secret: %s', (name) => {
    expect(isSecretName(name)).toBe(true)
    expect(mentionsSecret(name)).toBe(true)
  })

  it.each(['tokenUrl', 'passwordPolicy', 'Token der Pinnwand', 'secret_santa', 'Passwort (optional), falls nötig'])(
    'mentions a secret: %s',
    (name) => {
      expect(isSecretName(name)).toBe(false)
      expect(mentionsSecret(name)).toBe(true)
    },
  )

  it.each([
    'key',
    'keyword',
    'monkey',
    'tokenize',
    'tokens',
    'passive',
    'secretary',
    'bypassword',
    'Schlüsselanhänger',
    'Raumschlüssel',
    'public key',
    'API',
    '',
    '***',
  ])('does not mention a secret: %j', (name) => {
    expect(isSecretName(name)).toBe(false)
    expect(mentionsSecret(name)).toBe(false)
  })
})
