import { describe, expect, it } from 'vitest'
import { findingsOf, findingsOfField, manifestWith } from '../../../test/manifest-with.js'
import { parseManifest } from '../../parse/parse-manifest.js'

// put together here, so that no scanner takes this file for a leak
const TOKEN = `ghp_${'x1'.repeat(18)}`

function secretsIn(members: Record<string, unknown>): string[] {
  return findingsOf(members).filter((finding) => finding.startsWith('secret'))
}

describe('a secret', () => {
  it.each<[name: string, members: Record<string, unknown>, found: string[]]>([
    ['in a description', { description: { en: `Use ${TOKEN}` } }, ['secret /description/en']],
    ['in an address', { entryPoints: [{ url: `index.html?token=${TOKEN}` }] }, ['secret /entryPoints/0/url']],
    [
      'in credentials of an address',
      { entryPoints: [{ url: 'https://user:pa55@example.com/' }] },
      ['secret /entryPoints/0/url'],
    ],
    ['in a default', { config: [{ key: 'a', type: 'text', default: TOKEN }] }, ['secret /config/0/default']],
    ['somewhere in an unknown field', { oauth: [{ list: [[TOKEN]] }] }, ['secret /oauth/0/list/0/0']],
    ['by the name of its field', { oauth: { client_secret: 'hunter2' } }, ['secret /oauth/client_secret']],
    ['by the name of its field, with a colon', { oauth: { password: 'user:hunter2' } }, ['secret /oauth/password']],
    ['by its name and its form', { apiKey: TOKEN }, ['secret /apiKey']],
    ['as a key', { [TOKEN]: true }, ['secret ']],
    ['as a key further down, and in it', { oauth: { [TOKEN]: TOKEN } }, ['secret /oauth']],
  ])('is found %s', (_, members, found) => {
    expect(secretsIn(members)).toEqual(found)
  })

  it.each<[name: string, members: Record<string, unknown>]>([
    ['nothing', { oauth: { clientSecret: '' } }],
    ['a yes or no', { oauth: { clientSecret: true } }],
    ['what a build fills in', { oauth: { clientSecret: '${CLIENT_SECRET}', token: '<token>' } }],
    ['where tokens come from', { oauth: { token: 'https://example.com/token' } }],
    ['a key of a field', { config: [{ key: 'password-hint', type: 'number' }] }],
  ])('is not %s', (_, members) => {
    expect(secretsIn(members)).toEqual([])
  })

  it.each([
    ['a version', { manifestVersion: TOKEN }],
    ['an unknown field', { [TOKEN]: 1 }],
    ['a field of an entry point', { entryPoints: [{ [TOKEN]: 1 }] }],
    ['a language', { name: { [TOKEN]: 'x' } }],
    ['a context property', { context: [TOKEN] }],
    ['an event', { lifecycle: { url: 'lifecycle/', events: [TOKEN] } }],
    ['a plain text', { name: TOKEN }],
    ['a type', { config: [{ key: 'a', type: TOKEN }] }],
    ['a key', { config: [{ key: `${TOKEN} .`, type: 'text' }] }],
    ['an id', { entryPoints: [{ id: TOKEN }, { id: TOKEN }] }],
    ['a pattern', { config: [{ key: 'a', type: 'text', pattern: `(${TOKEN}` }] }],
    ['an address', { entryPoints: [{ url: `http://example.com/?token=${TOKEN}` }] }],
  ])('is in no message when it replaces %s', (_, members) => {
    const { findings } = parseManifest(manifestWith(members))
    expect(findings.length).toBeGreaterThan(0)
    for (const { message } of findings) expect(message).not.toContain(TOKEN.slice(0, 12))
  })

  it('is in no pointer when it is the key of an unknown field', () => {
    expect(findingsOf({ [TOKEN]: { token: TOKEN } })).toEqual(['secret '])
  })
})

describe('a field', () => {
  it.each<[field: Record<string, unknown>]>([
    [{ key: 'api-key' }],
    [{ key: 'a', label: { en: 'Token of your board' } }],
    [{ key: 'a', label: { en: 'Access', de: 'Passwort' } }],
    [{ key: 'password', type: 'passwordbox' }],
  ])('requests a secret: %j', (field) => {
    expect(findingsOfField(field)).toContain('secret-field /key')
  })

  it.each<[field: Record<string, unknown>]>([
    [{ key: 'keywords', label: { en: 'Keywords' } }],
    [{ key: 'monkey' }],
    [{ key: 'token-lifetime', type: 'number' }],
    [{ key: 'show-password', type: 'checkbox' }],
  ])('does not request a secret: %j', (field) => {
    expect(findingsOfField(field)).not.toContain('secret-field /key')
  })
})
